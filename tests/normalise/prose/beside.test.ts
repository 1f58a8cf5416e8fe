import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../pipeline/extract/pdf/source.ts';
import { layerOf } from '../../../pipeline/extract/source-layer.ts';
import type { TextLayer } from '../../../pipeline/extract/text-layer.ts';
import { kkInKazakhstan as kk } from '../../../pipeline/jurisdiction/kz/kk-acts.ts';
import { readProse } from '../../../pipeline/normalise/prose/prose.ts';
import { renderFinding, SourceFault } from '../../../pipeline/page/finding.ts';
import { readOutline } from '../../../pipeline/template/outline.ts';
import { madeUpPdf, stroke, words } from '../../extract/pdf/made-up-pdf.ts';
import { fileLayer } from '../../layers.ts';

const LEFT = [
  '1. The orchards of the north',
  'are tended by families who',
  'have kept them for ages.',
  '2. Their apples are carried',
  'to the market of the town',
  'before the first snow falls.',
];
const RIGHT = [
  '3. The orchards of the south',
  'were planted later and are',
  'watered by a long canal.',
  '4. Their pears are dried in',
  'the sun and sold in winter',
  'by the women of the village.',
];
const TITLE = 'Part one of the orchards';
const STEP = 14;

const outline = (paragraphs: number): ReturnType<typeof readOutline> =>
  readOutline({
    path: 'outline.yaml',
    text: `paragraphs: ${paragraphs}\nparts: [{ id: one, title: ${TITLE}, en: One }]\nannexes: { count: 1, title: "Annex {number}", en: "Annex {number}" }\n`,
  });

/** Lines below each other; y counts from the foot of the page. */
const column = (lines: readonly string[], x: number, y: number): string =>
  lines.map((line, at) => words(x, y - at * STEP, line)).join('');

/** The paragraphs that are read below the title of a page, or what they are refused for. */
async function read(content: string, paragraphs = 4): Promise<readonly string[]> {
  const page = words(20, 280, TITLE) + content;
  return paragraphsOf(layerOf(await readPdf(madeUpPdf([page]), 'orchards.pdf')), paragraphs);
}

function paragraphsOf(layer: TextLayer, paragraphs: number): readonly string[] {
  try {
    const prose = readProse(layer, layer.text.length, kk, outline(paragraphs));
    return prose.paragraphs.map(({ text }) => text);
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.findings.map(renderFinding);
  }
}

const texts = (lines: readonly string[]): readonly string[] =>
  [lines.slice(0, 3), lines.slice(3)].map((each) => each.join(' ').replace(/^\d+\. /, ''));

const COLUMNS =
  /^orchards\.pdf: page 1, line \d+ of its text: anchor\n {2}expected running text in one column, found/;

describe('running text', () => {
  it('is read where it is set in one column', async () => {
    expect(await read(column([...LEFT, ...RIGHT], 20, 250))).toEqual([...texts(LEFT), ...texts(RIGHT)]);
  });

  it.each([
    ['', 250],
    [' whose lines stand at other heights', 244],
    [' of which one begins and ends lower', 222],
  ])('is read column by column where it is set in two%s', async (_, top) => {
    expect(await read(column(LEFT, 20, 250) + column(RIGHT, 210, top))).toEqual([
      ...texts(LEFT),
      ...texts(RIGHT),
    ]);
  });

  it('is refused where it may be rows of a table as well as columns, with what stands beside what', async () => {
    const parted = (lines: readonly string[], x: number): string =>
      column(lines.slice(0, 3), x, 250) + column(lines.slice(3), x, 250 - 5 * STEP);
    const [finding, ...more] = await read(parted(LEFT, 20) + parted(RIGHT, 210));
    expect(more).toEqual([]);
    expect(finding).toMatch(COLUMNS);
    expect(finding).toContain(
      '6 lines with text beside them, the first "1. The orchards of the north" beside "3. The orchards of the south"',
    );
    expect(finding).toContain('set the text in one column, or give it as a text file');
  });

  it('is refused where columns are too short to be sure of, and no number would be out of order', async () => {
    const right = ['Of these no child was told', 'before the harvest was in', 'and the carts were sold.'];
    const page = column(LEFT.slice(0, 3), 20, 250) + column(right, 210, 250);
    expect((await read(page, 1))[0]).toMatch(COLUMNS);
  });

  it('is refused in columns so narrow that their lines hold two words', async () => {
    const lines = ['1. Old trees', 'of many kinds', 'are kept here', 'by the owners'];
    const page = lines.flatMap((line, at) => [20, 140, 260].map((x) => words(x, 250 - at * STEP, line)));
    expect((await read(page.join('')))[0]).toMatch(COLUMNS);
  });

  it('is refused in the columns of a text file, and read where they stand below each other', () => {
    const file = (lines: readonly string[]): TextLayer =>
      fileLayer(new TextEncoder().encode(lines.join('\n')), 'orchards.txt');
    const beside = LEFT.map((line, at) => `${line.padEnd(34)}${RIGHT[at]}`);
    expect(paragraphsOf(file([TITLE, ...beside]), 4)[0]).toMatch(
      /^orchards\.txt:2: anchor\n {2}expected running text in one column/,
    );
    expect(paragraphsOf(file([TITLE, ...LEFT, ...RIGHT]), 4)).toEqual([...texts(LEFT), ...texts(RIGHT)]);
  });

  it.each([
    [
      'a list behind its numbers',
      ['a)', 'b)', 'c)', 'd)']
        .map(
          (mark, at) =>
            words(40, 208 - at * STEP, mark) + words(90, 208 - at * STEP, 'something that grows there;'),
        )
        .join(''),
    ],
    [
      'labels with values',
      ['apples of the north', 'pears of the south', 'plums of the hills', 'figs of the shore']
        .map(
          (label, at) =>
            words(20, 208 - at * STEP, label) + words(300, 208 - at * STEP, `${at}1 ${at}25 ${at}74`),
        )
        .join(''),
    ],
    [
      'a signature beside a date',
      words(20, 208, 'For the owners of the trees') + words(250, 208, 'Given in the town.'),
    ],
    [
      'a block at the right above one at the left',
      column(
        ['By the council of the town', 'in its meeting of the spring', 'with all of its voices'],
        230,
        208,
      ) + column(['all who were there', 'have signed below', 'and went home'], 20, 166),
    ],
    [
      'a ruled table',
      [0, 1, 2, 3, 4].map((at) => stroke(20, 208 - at * 16, 380, 208 - at * 16)).join('') +
        [20, 200, 380].map((x) => stroke(x, 208, x, 144)).join('') +
        [0, 1, 2, 3]
          .map(
            (at) =>
              words(24, 197 - at * 16, 'the trees of a family') +
              words(204, 197 - at * 16, 'and the fruit they bear'),
          )
          .join(''),
    ],
  ])('is not taken for columns by %s', async (_, content) => {
    const [first = ''] = await read(column(LEFT.slice(0, 3), 20, 250) + content, 1);
    expect(first).toMatch(/^The orchards of the north are tended by families who have kept them for ages\./);
  });
});
