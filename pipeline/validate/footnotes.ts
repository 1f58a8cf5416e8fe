import type { NormalisedDocument } from '../normalise/document.ts';
import { marksOf } from '../normalise/reading/cell-content.ts';
import type { Entry } from '../template/codelist.ts';
import type { DocumentDescription } from '../template/document.ts';
import type { Slot } from '../template/plan.ts';
import { type Erratum, WITHOUT_NUMBERS } from './erratum.ts';

/** A footnote mark on a value. */
interface Marked {
  readonly slot: Slot;
  readonly mark: string;
}

/**
 * Footnote marks that cannot be meant: a mark whose note speaks of other rows (`belongs_to` in the code list
 * of notes names the codes of the rows it can belong to), on a label or on a value. If all other marks of the
 * value's row are one and the same, that mark is the suggestion: `36,6⁴ 34,6⁶ 30,0⁴ 33,4⁴`.
 */
export function footnoteErrata(
  { cells }: NormalisedDocument,
  document: DocumentDescription,
): readonly Erratum[] {
  const { plan, codelists } = document;
  const notes = new Map(codelists.get('note')?.entries.map((entry) => [entry.code, entry]));
  const rows = new Map<string, Marked[]>();
  for (const { values } of cells) {
    for (const { slot: index, content } of values) {
      const slot = plan.slots[index];
      if (slot === undefined) continue;
      for (const mark of marksOf(content)) {
        const row = rows.get(rowOf(slot)) ?? [];
        row.push({ slot, mark });
        rows.set(rowOf(slot), row);
      }
    }
  }
  const onValues = [...rows.values()].flatMap((row) =>
    row
      .filter(({ slot, mark }) => !canBelong(notes.get(mark), slot.codes, document))
      .map((marked) => ofValue(marked, row, notes)),
  );
  const said = new Map(document.footnoteReviews.map(({ id, says }) => [id, says]));
  return [...onValues, ...labelErrata(document, notes)].map((erratum) => ({
    ...erratum,
    says: said.get(erratum.id) ?? erratum.says,
  }));
}

function rowOf({ table, codes }: Slot): string {
  return JSON.stringify([table, Object.entries(codes).filter(([key]) => key !== 'year')]);
}

/** Whether a note can belong to a row: its code, or the section its code list puts it in, is named. */
function canBelong(
  note: Entry | undefined,
  codes: Readonly<Record<string, string>>,
  { codelists }: DocumentDescription,
): boolean {
  const named = (note?.fields.belongs_to ?? '').split(' ').filter((code) => code !== '');
  if (named.length === 0) return true;
  return Object.entries(codes).some(([key, code]) => {
    const section = codelists.get(key)?.entries.find((entry) => entry.code === code)?.fields.section;
    return named.includes(code) || (section !== undefined && named.includes(section));
  });
}

function ofValue({ slot, mark }: Marked, row: readonly Marked[], notes: ReadonlyMap<string, Entry>): Erratum {
  const others = new Set(row.filter((each) => each.slot !== slot).map((each) => each.mark));
  const [other] = others.size === 1 ? [...others] : [];
  return {
    ...WITHOUT_NUMBERS,
    id: `footnote_${slot.cellId}`,
    kind: 'footnote',
    dataset: slot.table,
    paragraph: null,
    cells: [slot.cellId],
    says: {
      en: `Mark ${mark} refers to note ${mark}, "${noteText(notes, mark)}", which cannot be meant here.${
        other === undefined
          ? ''
          : ` The other marks of the row refer to note ${other}, "${noteText(notes, other)}".`
      }`,
    },
    printed: mark,
    implied: other ?? null,
    suggestion: other ?? null,
    certainty: 'likely',
  };
}

function labelErrata(document: DocumentDescription, notes: ReadonlyMap<string, Entry>): readonly Erratum[] {
  const rows = document.plan.annexes
    .flatMap(({ elements }) => elements)
    .flatMap((element) => (element.kind === 'grid' ? element.body : []));
  return rows.flatMap((item) => {
    if (item.kind !== 'row') return [];
    const [first] = item.slots;
    if (first === undefined) return [];
    return item.match.marks
      .filter((mark) => !canBelong(notes.get(mark), first.codes, document))
      .map(
        (mark): Erratum => ({
          ...WITHOUT_NUMBERS,
          id: `footnote_${first.table}:${item.name}`,
          kind: 'footnote',
          dataset: first.table,
          paragraph: null,
          cells: item.slots.map(({ cellId }) => cellId),
          says: {
            en: `The label "${item.label}" carries mark ${mark}; note ${mark}, "${noteText(notes, mark)}", cannot be meant for it.`,
          },
          printed: mark,
          implied: null,
          suggestion: null,
          certainty: 'likely',
        }),
      );
  });
}

function noteText(notes: ReadonlyMap<string, Entry>, mark: string): string {
  return notes.get(mark)?.fields.text_en ?? '';
}
