import { describe, expect, it } from 'vitest';
import { kkInKazakhstan as kk } from '../../../pipeline/jurisdiction/kz/kk-acts.ts';
import { readProse } from '../../../pipeline/normalise/prose/prose.ts';
import { plainLayer } from '../../layers.ts';

const LONG = 'бұл сөйлем ұзақ және бір бетке сыймайды, себебі ол қайталанады, '.repeat(5);
const BLOCKS = [
  'Қаулының аты',
  'Қаулының мәтіні осында.',
  '1. Бөлім',
  '1. Заңда мыналар көзделген:',
  `көмек көрсету, ${LONG}соңына дейін;`,
  'ақы төлеу.',
  '2. Екінші тармақ.',
  `Бұдан басқа, ${LONG}соңына дейін.`,
];

/** What is read of blocks that are set as text: the decree, and the blocks of each paragraph. */
function blocksOf(text: string): readonly (readonly string[])[] {
  const parts = [{ id: 'part', title: '1. Бөлім', en: 'Part' }];
  const annexes = { count: 1, title: '{number}-қосымша', en: 'Annex {number}' };
  const outline = { paragraphs: 2, parts, annexes };
  const { decree, paragraphs } = readProse(plainLayer(text, 'made-up.txt'), text.length, kk, outline);
  return [decree, ...paragraphs].map(({ text: words, blocks }) =>
    blocks.map(({ from, to }) => words.slice(from, to)),
  );
}

function wrapped(text: string, width: number): string {
  return text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'gm'), '$1\n').trimEnd();
}

const READ = [
  BLOCKS.slice(0, 2),
  ['Заңда мыналар көзделген:', BLOCKS[4], BLOCKS[5]],
  ['Екінші тармақ.', BLOCKS[7]],
];

describe('blocks of a text that sets none in', () => {
  it('are parted by empty lines alone where all lines of an item are set in', () => {
    const set = BLOCKS.map((block) =>
      /^\d/.test(block) ? wrapped(block, 72) : wrapped(block, 60).replace(/^/gm, '    '),
    );
    expect(blocksOf(set.join('\n\n'))).toEqual(READ);
  });

  it('are parted by empty lines alone where all lines but the first are set in', () => {
    const set = BLOCKS.map((block) => wrapped(block, 60).replace(/\n/g, '\n        '));
    expect(blocksOf(set.join('\n\n'))).toEqual(READ);
  });

  it('are told by their indents where only the first line of an item is set in, though empty lines part the others', () => {
    const set = BLOCKS.map((block, index) => {
      const isItem = index > 3 && !/^\d/.test(block);
      return `${isItem ? '\n      ' : '\n\n'}${wrapped(block, 72)}`;
    });
    expect(blocksOf(set.join('').trim())).toEqual(READ);
  });

  it('are its lines where no page has lines as long', () => {
    expect(blocksOf(BLOCKS.join('\n'))).toEqual(READ);
    expect(blocksOf(BLOCKS.join('\n\n'))).toEqual(READ);
  });

  it.each([40, 72, 100])('are parted by the empty lines between them, wrapped at %i', (width) => {
    expect(blocksOf(BLOCKS.map((block) => wrapped(block, width)).join('\n\n'))).toEqual(READ);
  });

  it('are none behind the empty line of a page that begins within a sentence', () => {
    const pages = BLOCKS.map((block) => wrapped(block, 72)).join('\n\n');
    const at = pages.indexOf('\n', pages.indexOf('көмек') + 100);
    expect(blocksOf(`${pages.slice(0, at)}\n\n\f${pages.slice(at + 1)}`)).toEqual(READ);
  });

  it('are parted where a sentence ends before the line is full', () => {
    const [, ...paragraphs] = blocksOf(BLOCKS.map((block) => wrapped(block, 72)).join('\n'));
    expect(paragraphs).toEqual(READ.slice(1));
  });

  it('are one where the next word had no room behind the end of a sentence', () => {
    const lines = [
      '1. Бөлім',
      '1. Бірінші сөйлем осында бітеді.',
      'Екіншісі соңына дейін барады, үшінші',
      'жолға да өтеді.',
      '2. Екінші.',
    ];
    expect(blocksOf(lines.join('\n'))).toEqual([[], [lines.slice(1, 4).join(' ').slice(3)], ['Екінші.']]);
  });
});
