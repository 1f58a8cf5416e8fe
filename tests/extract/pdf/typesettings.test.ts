import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PDFParse } from '../../../pipeline/extract/pdf/pdfjs.ts';
import type { TextLayer } from '../../../pipeline/extract/text-layer.ts';
import { type PdfLayer, pdfLayer } from '../../layers.ts';
import { withoutTags } from './without-tags.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'pdf');

const bytesOf = (name: string): Uint8Array => readFileSync(join(FOLDER, `${name}.pdf`));

const read = new Map<string, Promise<PdfLayer>>();

/** The text layer of a file of the folder, read once. */
function layerOf(name: string): Promise<PdfLayer> {
  const layer = read.get(name) ?? pdfLayer(bytesOf(name), name);
  read.set(name, layer);
  return layer;
}

/** A text layer with its evidence in sight: ` ¦ ` for the end of a cell, `⟦3)⟧` for a superscript. */
function shown({ text, evidence }: TextLayer): string {
  const signs = new Map<number, string>();
  for (const { start, end } of evidence.raised) {
    signs.set(start, '⟦');
    signs.set(end, `⟧${signs.get(end) ?? ''}`);
  }
  const breaks = new Set(evidence.cellBreaks);
  let result = '';
  for (let offset = 0; offset <= text.length; offset += 1) {
    result += signs.get(offset) ?? '';
    result += breaks.has(offset) ? ' ¦ ' : text.charAt(offset);
  }
  return result;
}

describe('a typesetting', () => {
  const names = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.txt') ? [file.slice(0, -4)] : []));
  /** Where no rule and no distance tells the rows, only tags do. */
  const told = names.filter((name) => !name.startsWith('tagged-'));

  it.each(names)('%s.pdf reads as its expected text', async (name) => {
    expect(`${shown(await layerOf(name))}\n`).toBe(readFileSync(join(FOLDER, `${name}.txt`), 'utf8'));
  });

  it.each(told)('%s.pdf without its tags reads as its expected text', async (name) => {
    const bytes = withoutTags(readFileSync(join(FOLDER, `${name}.pdf`)));
    expect(bytes.includes('StructTreeRoot')).toBe(false);
    expect(`${shown(await pdfLayer(bytes, name))}\n`).toBe(readFileSync(join(FOLDER, `${name}.txt`), 'utf8'));
  });

  it.each([...names, 'annexes'])('%s.pdf loses no character and adds none', async (name) => {
    const { text, furniture } = await layerOf(name);
    const parser = new PDFParse({ data: new Uint8Array(bytesOf(name)) });
    const plain = await parser.getText({ pageJoiner: '' });
    await parser.destroy();
    const inks = (all: string): string => [...all.normalize('NFKC').replace(/\s/g, '')].sort().join('');
    expect(inks(text + furniture.map((each) => each.text).join(''))).toBe(inks(plain.text));
  });

  it('is in the folder at all', () => expect(names.length).toBeGreaterThan(10));
});

describe('the annexes as a browser prints them', async () => {
  const layer = await layerOf('annexes');
  const { text, lines, evidence } = layer;
  const printed = shown(layer).split('\n');

  it('have all their rows, each cell for itself', () => {
    expect(printed.filter((line) => line.includes(' ¦ '))).toHaveLength(641);
    expect(printed).toContain('мың адам ¦ 8610,7 ¦ 8774,6 ¦ 8981,9 ¦ 9041,3 ¦ 8962,0⟦3)⟧ ¦ 9074,9⟦3)⟧');
    expect(printed).toContain(
      'млн. теңге ¦ 21 815 517,0 ¦ 28 243 052,7 ¦ 31 015 186,6 ¦ 35 999 025,1 ¦ 39 675 832,9 ¦ 40 884 133,6',
    );
  });

  it('keep a cell whole that spans columns', () => {
    expect(printed.find((line) => line.startsWith('134-бап'))).toMatch(
      / ¦ норма 2012 жылы енгізілді ¦ 13 ¦ 17 ¦ 10 ¦ 18$/,
    );
  });

  it('join the one row that a page break splits, on the page where it begins', () => {
    const row = lines.find(({ start }) => text.startsWith('Жастар жұмыссыздығының деңгейі (15-28', start));
    expect(text.slice(row?.start, row?.end).split('\t')[0]).toBe(
      'Жастар жұмыссыздығының деңгейі (15-28 жас)6), пайызбен',
    );
    expect(row?.page).toBe(2);
    const [next] = printed.slice((row?.number ?? 0) + 3);
    expect(next).toMatch(/^Ұзақ мерзімді жұмыссыздық деңгейі, пайызбен ¦ 2,2/);
  });

  it('begin paragraphs and footnotes with six spaces, but no centred title', () => {
    expect(printed).toContain('      ⟦2)⟧ Алдын ала деректер.');
    expect(printed).toContain('қылмыстық істердің саны туралы МӘЛІМЕТТЕР');
  });

  it('have twenty-four pages, three empty lines apart', () => {
    expect(lines.at(-1)?.page).toBe(24);
    expect(text.match(/[^\n]\n\n\n\n[^\n]/g)).toHaveLength(23);
  });

  it('claim a cell break only where a tab is, and a superscript only where a mark is', () => {
    expect(evidence.cellBreaks.map((offset) => text[offset])).toEqual(evidence.cellBreaks.map(() => '\t'));
    expect(text.match(/\t/g)).toHaveLength(evidence.cellBreaks.length);
    expect(evidence.raised.map(({ start, end }) => text.slice(start, end))).toEqual(
      evidence.raised.map(() => expect.stringMatching(/^\d\)$/)),
    );
  });

  it('are read alike each time', async () => {
    expect(await pdfLayer(bytesOf('annexes'), 'annexes')).toEqual(layer);
  });
});

describe('running heads and page numbers', () => {
  it('are kept out of the text and handed over', async () => {
    const { text, furniture } = await layerOf('running-head');
    expect(furniture.filter(({ page }) => page === 3)).toEqual([
      { page: 3, text: 'Екінші баяндама' },
      { page: 3, text: '3' },
    ]);
    expect(text).not.toContain('Екінші баяндама');
  });
});
