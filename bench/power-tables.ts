import type { Source } from '../pipeline/build.ts';
import { extractByPlaces } from '../pipeline/extract/extract.ts';
import { normaliseTables } from '../pipeline/normalise/tables/cells/read-tables.ts';
import { SourceFault } from '../pipeline/page/finding.ts';
import type { DocumentDescription } from '../pipeline/template/document.ts';
import { slotValues } from '../pipeline/validate/evidence.ts';
import { type Change, type Fate, judgeOf } from './fates.ts';

/** Something of a page that holds a text and says which characters of the text layer it is. */
interface Printed {
  text: string;
  readonly span: { readonly start: number; readonly end: number };
}

/** Every printed digit of the tables of a document to every other digit; all of its tables are read again each time. */
export async function* changesOfTables(
  document: DocumentDescription,
  { bytes, file, markup }: Source,
): AsyncGenerator<Change> {
  const pages = structuredClone(await extractByPlaces(bytes, file, { markup }));
  const truth = normaliseTables(pages, document);
  const judged = judgeOf(document, slotValues(truth, document.plan));
  const printed = printedIn(pages);
  for (const { start, end, table } of truth.cells) {
    for (let at = start; at < end; at += 1) {
      const holders = printed.filter(({ span }) => span.start <= at && at < span.end);
      const own = /\d/.exec(truth.layer[at] ?? '')?.[0];
      if (own === undefined || holders.length === 0) continue;
      for (let digit = 0; digit <= 9; digit += 1) {
        if (own === String(digit)) continue;
        const fate = (): Fate => {
          const before = holders.map(({ text }) => text);
          for (const holder of holders) holder.text = changed(holder, at, String(digit));
          try {
            return judged(slotValues(normaliseTables(pages, document), document.plan));
          } catch (error) {
            if (error instanceof SourceFault) return 'stopped';
            throw error;
          } finally {
            for (const [index, holder] of holders.entries()) holder.text = before[index] ?? holder.text;
          }
        };
        yield { kind: 'digit', table, fate };
      }
    }
  }
}

function changed({ text, span }: Printed, at: number, digit: string): string {
  const index = at - span.start;
  return `${text.slice(0, index)}${digit}${text.slice(index + 1)}`;
}

/** Everything of a source that holds characters of its text layer one by one: its tokens, and the text itself. */
function printedIn(source: { text: string }): readonly Printed[] {
  const found: Printed[] = [];
  const whole = source;
  found.push(
    Object.defineProperty({ text: '', span: { start: 0, end: source.text.length } }, 'text', {
      get: () => whole.text,
      set: (text: string) => {
        whole.text = text;
      },
    }),
  );
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isPrinted(value)) found.push(value);
    for (const part of Object.values(value)) walk(part);
  };
  walk(source);
  return found;
}

function isPrinted(value: object): value is Printed {
  if (!('text' in value && 'span' in value) || typeof value.text !== 'string') return false;
  const { span } = value;
  if (typeof span !== 'object' || span === null || !('start' in span && 'end' in span)) return false;
  return Number(span.end) - Number(span.start) === value.text.length;
}
