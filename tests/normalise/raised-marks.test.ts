import { describe, expect, it } from 'vitest';
import { extract } from '../../pipeline/extract/extract.ts';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import { madeUpDocx, paragraph, run, table } from '../extract/docx/made-up-docx.ts';
import { madeUpDocument } from '../made-up-document.ts';
import { readSource } from './tables/printed.ts';

const TITLE = 'Trees planted';
const layout = (more: string): string => `dataset: change
value: trees
title: "${TITLE}"
columns: { year: { range: [2001, 2003] } }
rows: { orchard: { codelist: orchard, label: name } }
decimals: [0, 1]
${more}`;
const LABELS = ['All orchards', 'North Hill', 'South Hill'];

/** Rows of cells; what stands behind `^` is raised. */
type Rows = readonly (readonly string[])[];
const plain: Rows = [
  ['30', '32', '34'],
  ['10', '11', '12'],
  ['20', '21', '22'],
];
/** The rows with other cells in the place of the second and third of North Hill, and behind the table. */
const withCells = (...cells: readonly string[]): Rows =>
  plain.map((row, at) => (at === 1 ? [row[0] ?? '', ...cells] : row));

/** What stands before, in and behind what is raised, as far as the first space. */
const parts = (text: string): readonly [string, string, string] => {
  const [, body = '', mark = '', rest = ''] = /^([^^]*)(?:\^(\S+))?(.*)$/.exec(text) ?? [];
  return [body, mark, rest];
};

/** How the same cells are written; a cell of a label is one of these too. */
const WRITERS: Readonly<Record<string, (rows: Rows, behind: string) => Promise<Uint8Array> | Uint8Array>> = {
  html: (rows, behind) => {
    const cell = (text: string): string => {
      const [body, mark, rest] = parts(text);
      return `<td>${body}${mark === '' ? '' : `<sup>${mark}</sup>`}${rest}`;
    };
    const body = rows.map((row) => `<tr>${row.map(cell).join('')}`).join('');
    return new TextEncoder().encode(
      `<p>Appendix 1 to the report<p>${TITLE}<table>${body}</table>${behind === '' ? '' : `<p>${cell(behind).slice(4)}`}`,
    );
  },
  docx: (rows, behind) => {
    const cell = (text: string): string => {
      const [body, mark, rest] = parts(text);
      const raised = mark === '' ? '' : run(mark, '<w:vertAlign w:val="superscript"/>');
      return `<w:p>${run(body)}${raised}${run(rest)}</w:p>`;
    };
    return madeUpDocx(
      paragraph('Appendix 1 to the report') +
        paragraph(TITLE) +
        table(...rows.map((row) => row.map(cell))) +
        (behind === '' ? '' : cell(behind)),
    );
  },
};

async function writtenAs(ending: string, rows: Rows, behind = ''): Promise<Uint8Array> {
  return (await WRITERS[ending]?.(rows, behind)) ?? new Uint8Array();
}

interface Declared {
  readonly table?: string;
  /** Other files of its folder. */
  readonly files?: Readonly<Record<string, string>>;
  readonly labels?: readonly string[];
  readonly behind?: string;
}

/** The values with their marks; or the message that refuses them. */
async function read(
  ending: string,
  rows: Rows,
  { table: own = 'notes: note\n', files = {}, labels = LABELS, behind = '' }: Declared = {},
): Promise<string> {
  const printed = [['', '2001', '2002', '2003'], ...rows.map((row, at) => [labels[at] ?? '', ...row])];
  const bytes = await writtenAs(ending, printed, behind);
  const all = new Map(Object.entries({ 'tables/change.yaml': layout(own), ...files }));
  const names = [...all.keys()].flatMap((path) => /^tables\/(.*)\.yaml$/.exec(path)?.[1] ?? []);
  try {
    const source = await extract(bytes, `page.${ending}`);
    const { cells } = normalise(source, madeUpDocument(names, all));
    return cells
      .map(({ values: [value] }) => {
        const content = value?.content;
        if (content?.kind !== 'number') return content?.kind;
        return [content.value, ...content.marks.map((mark) => `[${mark}]`)].join('');
      })
      .join(' ');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe.each(Object.keys(WRITERS))('marks that are raised in the table of an annex, as %s', (ending) => {
  it.each([
    ['a number', '345^1', '345[1]'],
    ['a number with a decimal', '34,5^2', '34.5[2]'],
    ['a number that could go on in groups', '1 24^4', undefined],
    ['a negative number', '-12^1', '-12[1]'],
    ['two at one number', '345^1,2', '345[1][2]'],
    ['with a bracket', '345^1)', '345[1]'],
    ['a sign of nil', '-^1', 'nil'],
  ])('are read behind %s', async (_, cell, expected) => {
    const said = await read(ending, withCells(cell, '7'));
    if (expected === undefined) expect(said).toMatch(/^page\.\w+:\d+: table change/);
    else expect(said).toBe(`30 32 34 10 ${expected} 7 20 21 22`);
  });

  it.each([
    ['without a note', '345^3'],
    ['of two notes, glued', '345^12'],
    ['that may be a sign', '345^-'],
    ['with a letter', '345^a'],
    ['before the number', '^1 345'],
  ])('are refused, and no digits, %s', async (_, cell) => {
    expect(await read(ending, withCells(cell, '7'))).toMatch(/^page\.\w+:\d+: table change/);
  });

  it('are read behind a number in groups', async () => {
    const cells = withCells('28 243^1', '31 100');
    expect(await read(ending, cells)).toBe('30 32 34 10 28243[1] 31100 20 21 22');
  });

  it('are refused where no notes are listed', async () => {
    expect(await read(ending, withCells('345^1', '7'), { table: '' })).toContain(
      '"1" behind "345", raised or smaller than it',
    );
  });

  it('alone are marks where that is declared', async () => {
    const own = { table: 'notes: note\nmarks: [raised]\n' };
    expect(await read(ending, withCells('345^1', '7'), own)).toBe('30 32 34 10 345[1] 7 20 21 22');
    expect(await read(ending, withCells('3451)', '7'), own)).toMatch(/^page\.\w+:\d+: table change/);
  });

  it('do not hide what is wrong with another cell of their row', async () => {
    const said = await read(ending, withCells('345^1', '7,123'));
    expect(said).toContain('found "10 3451 7,123"');
    expect(said).not.toContain('raised');
  });

  it('belong to a label that is declared with them, and to no other', async () => {
    const rows = layout('notes: note\n')
      .replace('codelist: orchard, label: name', 'codelist: marked_orchard, label: name, marks: marks')
      .replace(/dataset: change\nvalue: trees/, 'dataset: harvest\nvalue: tonnes');
    const files = {
      'codelists/marked_orchard.csv':
        'marked_orchard,name,marks\nALL,All orchards,1\nNORTH,North Hill,2\nSOUTH,South Hill,4\n',
      'tables/change.yaml': rows,
    };
    const labels = ['All orchards^1', 'North Hill^2', 'South Hill^4'];
    const others = ['All orchards^1', 'North Hill^4', 'South Hill^4'];
    expect(await read(ending, plain, { files, labels })).toBe('30 32 34 10 11 12 20 21 22');
    expect(await read(ending, plain, { files, labels: others })).toMatch(/^page\.\w+:\d+: table harvest/);
    expect(await read(ending, plain, { files, labels: LABELS })).toMatch(/^page\.\w+:\d+: table harvest/);
    expect(await read(ending, plain, { labels })).toMatch(/^page\.\w+:\d+: table change/);
  });

  it('may stand at the notes too', async () => {
    const files = {
      'tables/notes.yaml': 'notes: note\ntext: text\n',
      'codelists/note.csv': 'note,text,obs_status\n1,Counted by the Office,\n',
    };
    for (const behind of ['^1 Counted by the Office', '^1) Counted by the Office'])
      expect(await read(ending, withCells('345^1', '7'), { files, behind })).toBe(
        '30 32 34 10 345[1] 7 20 21 22',
      );
  });
});

describe('the two ways to find a table', () => {
  it.each(['345^1', '34,5^2', '-12^1', '345^1)', '345^3', '345^12', '345^-', '345^1,2'])(
    'say the same of %s',
    async (cell) => {
      const byWords = await read('html', withCells(cell, '7'));
      const rows = [
        ['', '2001', '2002', '2003'],
        ...withCells(cell, '7').map((row, at) => [LABELS[at] ?? '', ...row]),
      ];
      const declared = {
        document: 'numbers: { decimal: ",", group: [" "], negative: ["-"] }\n',
        tables: {
          change:
            'title: Trees planted\ncolumns: { year: { range: [2001, 2003] } }\nrows: { orchard: { labels: [All orchards, North Hill, South Hill] } }\nnotes: { "1": One, "2": Two }\n',
        },
      };
      const bytes = await writtenAs('html', rows);
      const byCells = await readSource(declared, bytes, 'page.html').then(
        ({ values }) =>
          Object.values(values)
            .join(' ')
            .replaceAll(/\^(\d+)/g, '[$1]'),
        () => 'refused',
      );
      expect(byCells).toBe(/^\d/.test(byWords) ? byWords : 'refused');
    },
  );
});
