import { entriesOf, numberOf, partsOf, type RawObjects, referred, stringOf } from './dictionaries.ts';
import type { DrawnGlyph } from './drawing/show.ts';
import { spelledOut } from './drawing/spelled-out.ts';

/** What an element of a file's structure says that its content stands for: the content of one page, by its marks. */
export interface StructureText {
  /** The object of the page. */
  readonly page: number;
  readonly marks: ReadonlySet<number>;
  readonly text: string;
}

interface Content {
  readonly page: number | undefined;
  readonly mark: number;
}

/** The elements that say so (`/ActualText`). One whose content stands on several pages is not held against any. */
export function structureTexts(objects: RawObjects): readonly StructureText[] {
  return [...objects.values()].flatMap((object): StructureText[] => {
    if (!object.includes('/ActualText') || !object.includes('/K')) return [];
    const entries = entriesOf(object);
    const text = stringOf(referred(entries.get('ActualText'), objects));
    if (text === undefined || !entries.has('S')) return [];
    const content = contentOf(entries, undefined, objects);
    const [page, ...others] = new Set(content.map((each) => each.page));
    if (page === undefined || others.length > 0) return [];
    return [{ page, marks: new Set(content.map(({ mark }) => mark)), text }];
  });
}

function contentOf(
  entries: ReadonlyMap<string, string>,
  above: number | undefined,
  objects: RawObjects,
  levels = 32,
): readonly Content[] {
  if (levels === 0) return [];
  const page = numberOf(entries.get('Pg')) ?? above;
  const mark = Number(entries.get('MCID') ?? Number.NaN);
  // The marks of a form are counted by themselves.
  if (Number.isInteger(mark)) return entries.has('Stm') ? [] : [{ page, mark }];
  const kids = referred(entries.get('K'), objects);
  return partsOf(kids ?? '').flatMap((kid) => {
    if (/^\d+$/.test(kid)) return [{ page, mark: Number(kid) }];
    return contentOf(entriesOf(referred(kid, objects)), page, objects, levels - 1);
  });
}

/** Glyphs, with a remark on those that the structure of the file says to stand for another text than they do. */
export function withStructureTexts(
  glyphs: readonly DrawnGlyph[],
  texts: readonly StructureText[],
  page: number | undefined,
): readonly DrawnGlyph[] {
  const own = texts.filter((each) => each.page === page);
  if (own.length === 0) return glyphs;
  const told = [...glyphs];
  for (const { marks, text } of own) {
    const places = told.flatMap(({ mark }, index) => (marks.has(mark) ? [index] : []));
    for (const [at, glyph] of spelledOut(
      text,
      places.flatMap((index) => told[index] ?? []),
    ).entries())
      told[places[at] ?? -1] = glyph;
  }
  return told;
}
