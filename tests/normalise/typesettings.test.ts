import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Typesetting } from '../../bench/synthesis/typesetting.ts';
import {
  across,
  aligned,
  columnLines,
  grouped,
  justified,
  labelled,
  paged,
  plain,
  wordByWord,
  wrap,
} from '../../bench/synthesis/typesettings.ts';
import { type Outcome, SAME } from '../project.ts';
import { tablesOfEachKind } from '../some-tables.ts';
import { typeset } from '../typesetting/transcribed-annexes.ts';

type Way = Partial<Typesetting>;

/** What comes of the annexes, a table of each kind, when they are typeset so. */
function outcomeOf(way: Way): Outcome {
  return tablesOfEachKind.outcomeOf(typeset({ ...plain, ...way }, tablesOfEachKind.document.plan));
}

const first = (): number => 0;
const last = (lines: number): number => lines - 1;
const middle = (lines: number): number => Math.floor((lines - 1) / 2);
const none = (): string => '';
const spread = (text: string): string =>
  text
    .split(' ')
    .map((word) => [...word].join(' '))
    .join('  ');
const plainly: readonly [string, Way] = ['a row in a line', {}];

const readable: readonly (readonly [string, Way])[] = [
  ['labels wrapped at 12, numbers behind', { row: labelled(12, last) }],
  ['labels wrapped at 30, numbers behind', { row: labelled(30, last) }],
  ['labels wrapped at 60, numbers beside the first line', { row: labelled(60, first) }],
  ['labels wrapped at 12, numbers beside the first line', { row: labelled(12, first) }],
  ['labels wrapped at 30, numbers beside the middle line', { row: labelled(30, middle) }],
  ['labels wrapped at 12, numbers beside the middle line', { row: labelled(12, middle) }],
  ['numbers below their label', { row: (label, cells) => [...wrap(label, 40), cells.join(' ')] }],
  ['one cell a line', { row: (label, cells) => [label, ...cells] }],
  ['an empty line between cells', { row: (label, cells) => [label, ...cells.flatMap((cell) => ['', cell])] }],
  ['tabs between cells', { row: (label, cells) => [[label, ...cells].join('\t')] }],
  ['thousands grouped', { number: grouped(' ') }],
  ['thousands grouped by NBSP', { number: grouped('\u00a0') }],
  ['thousands grouped by narrow NBSP', { number: grouped('\u202f') }],
  ['thousands grouped, one cell a line', { number: grouped(' '), row: (label, cells) => [label, ...cells] }],
  ['numbers wrapped behind each group', { number: grouped(' \n') }],
  ['numbers torn by page breaks', { number: grouped('\n\n\n\n') }],
  ['numbers letter-spaced and wrapped', { number: justified }],
  ['a minus sign', { number: (value) => value.replace('.', ',').replace('-', '−') }],
  ['a dash and a space for minus', { number: (value) => value.replace('.', ',').replace('-', '– ') }],
  ['marks alone on a line', { mark: (number, mark) => `${number}\n${mark})` }],
  ['marks behind a space', { mark: (number, mark) => `${number} ${mark})` }],
  ['marks torn from their bracket', { mark: (number, mark) => `${number}${mark}\n\n)` }],
  [
    'marks and groups on lines of their own',
    { number: grouped('\n'), mark: (number, mark) => `${number}\n${mark})` },
  ],
  ['marks of labels behind a space', { labelMark: ' ' }],
  ['marks of labels on a line', { labelMark: '\n' }],
  ['marks behind the words of footnotes', { note: (mark, text) => `${text}${mark})` }],
  ['marks above the words of footnotes', { note: (mark, text) => `${mark})\n${text}` }],
  ['sentences without their optional words', { optional: false }],
  ['headers one a line', { header: (title, texts, columns) => [title, ...texts, ...columns] }],
  ['headers one word a line', { header: wordByWord }],
  ['headers across their columns', { header: across(12) }],
  ['narrow headers across their columns', { header: across(8) }],
  [
    'columns above the other headers',
    { header: (title, texts, columns) => [title, columns.join(' '), ...texts] },
  ],
  ['columns above the title', { header: (title, texts, columns) => [columns.join(' '), title, ...texts] }],
  ['page breaks', { pages: paged(9, none, false) }],
  ['no empty lines', { pages: (blocks) => `${blocks.flatMap(({ lines }) => lines).join('\n')}\n` }],
  [
    'no line breaks',
    {
      pages: (blocks) =>
        blocks
          .flatMap(({ lines }) => lines)
          .join(' ')
          .replaceAll('\n', ' '),
    },
  ],
  ['labels letter-spaced', { row: (label, cells) => [`${spread(label)} ${cells.join(' ')}`] }],
  [
    'labels hyphenated',
    { row: (label, cells) => [`${label.replace(/(\p{L}{4})(\p{L}{4})/gu, '$1-\n$2')} ${cells.join(' ')}`] },
  ],
  ['columns aligned, numbers beside the first line', { row: aligned(first) }],
  ['columns aligned, numbers beside the middle line', { row: aligned(middle) }],
  ['columns aligned, numbers beside the last line', { row: aligned(last) }],
];

/** Texts in which each way stands once, beside ways for the other parts of a page: each part is read by itself. */
const texts = [plainly, ...readable].reduce<(readonly [string, Way])[]>((all, [name, way]) => {
  const at = all.findIndex(
    ([other, taken]) =>
      !isAlone(name) && !isAlone(other) && Object.keys(way).every((part) => !(part in taken)),
  );
  const [other, taken] = all[at] ?? [];
  if (other === undefined) all.push([name, way]);
  else all[at] = [`${other}; ${name}`, { ...taken, ...way }];
  return all;
}, []);

describe('the annexes say the same when they are typeset with', () => {
  it.each(texts)('%s', (_, way) => {
    expect(outcomeOf(way)).toEqual(SAME);
  });

  it('any of these together, one for each part of a page', () => {
    const one = <Part extends keyof Typesetting>(part: Part): fc.Arbitrary<Way> =>
      fc.constantFrom(
        ...readable
          .filter(([name, way]) => part in way && !isAlone(name))
          .map(([, way]) => ({ [part]: way[part] })),
        {},
      );
    const parts = fc.tuple(
      one('row'),
      one('number'),
      one('mark'),
      one('header'),
      one('pages'),
      one('note'),
      one('optional'),
    );
    fc.assert(
      fc.property(parts, (ways) => {
        expect(outcomeOf(Object.assign({}, ...ways))).toEqual(SAME);
      }),
      { numRuns: 5 },
    );
  });
});

/** Without line breaks nothing tells where a label goes on behind its numbers; and one text is as plain as can be. */
function isAlone(name: string): boolean {
  return name === 'no line breaks' || name === plainly[0];
}

const unreadable: readonly (readonly [string, Way])[] = [
  [
    'numbers letter-spaced with cells no further apart',
    { number: (value) => [...value.replace('.', ',')].join(' ') },
  ],
  [
    'wrapped numbers read across their columns',
    {
      number: grouped(' '),
      row: (label, cells) => [
        label,
        ...columnLines(
          cells,
          cells.map(() => 8),
        ),
      ],
    },
  ],
  ['page numbers alone on a line', { pages: paged(9, (page) => String(page), false) }],
  ['page numbers of three digits', { pages: paged(5, (page) => String(page + 99), false) }],
  ['page numbers between dashes', { pages: paged(9, (page) => `- ${page} -`, false) }],
  ['page numbers behind a dash', { pages: paged(7, (page) => `– ${page}`, false) }],
  [
    'page numbers of three digits, thousands grouped',
    { number: grouped(' '), pages: paged(5, (page) => String(page + 99), false) },
  ],
  ['marks of labels below their numbers', { labelMark: ' ', row: aligned(middle) }],
  ['headers again on each page', { pages: paged(9, none, true) }],
  ['headers and page numbers on each page', { pages: paged(6, (page) => `${page}`, true) }],
];

describe('the annexes are refused or read rightly, never read as something else, when they are typeset with', () => {
  it.each(unreadable)('%s', (_, way) => {
    const outcome = outcomeOf(way);
    expect(outcome.kind === 'refused' ? SAME : outcome).toEqual(SAME);
  });
});
