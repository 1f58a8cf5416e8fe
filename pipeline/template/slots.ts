import type { Codelist } from './codelist.ts';
import type { HeaderCorrection } from './corrections.ts';
import { LayoutFault } from './dimension.ts';
import type { Notation } from './notation.ts';
import type { Slot } from './plan.ts';
import type { TableSchema } from './schema/table-schema.ts';
import type { OfYear } from './slot.ts';

/** Ranges multiply; ten times as many values as the largest report known has make a table by mistake. */
const MOST_SLOTS = 50_000;

/** What slots are made with: the schemas they are published under, and the code lists. */
export interface Planning {
  readonly schemas: ReadonlyMap<string, TableSchema>;
  readonly codelists: ReadonlyMap<string, Codelist>;
  readonly corrections: readonly HeaderCorrection[];
  /** How the document prints its numbers. */
  readonly notation: Notation;
  readonly slots: Slot[];
}

/** The schema of a table that a layout names. */
function schemaOf(table: string, { schemas }: Pick<Planning, 'schemas'>): TableSchema {
  const schema = schemas.get(table);
  if (schema === undefined) throw new LayoutFault('a table that has a schema', `"${table}"`);
  return schema;
}

/**
 * Adds the slot of one value to the document's list. The codes must be the table's primary key and the
 * column one of its fields; a row's values are told apart by their column, so `cellId` is shared by them.
 */
export function addSlot(
  planning: Planning,
  table: string,
  column: string,
  codes: Readonly<Record<string, string>>,
  unit?: string,
  paragraph: number | null = null,
  isOptional = false,
  ofYear: OfYear = {},
): Slot {
  const schema = schemaOf(table, planning);
  const field = schema.fields.find(({ name }) => name === column);
  if (field === undefined) throw new LayoutFault(`a column of ${table}`, `"${column}"`);
  const missing = schema.primaryKey.find((key) => codes[key] === undefined);
  if (missing !== undefined)
    throw new LayoutFault(`a code for each key of ${table}`, `none for "${missing}"`);
  const stray = Object.keys(codes).find((key) => !schema.primaryKey.includes(key));
  if (stray !== undefined) throw new LayoutFault(`a key of ${table}`, `"${stray}"`);
  if (planning.slots.length >= MOST_SLOTS)
    throw new LayoutFault(`at most ${MOST_SLOTS} values in a document`, `more, in "${table}"`);
  const slot: Slot = {
    index: planning.slots.length,
    table,
    column,
    codes,
    cellId: `${table}:${schema.primaryKey.map((key) => codes[key]).join('.')}`,
    unit: unit ?? field.unit ?? null,
    counted: isCounted(unit ?? field.unit, planning),
    paragraph,
    ...(isOptional && { isOptional }),
    ...ofYear,
  };
  planning.slots.push(slot);
  return slot;
}

function isCounted(unit: string | undefined, { codelists }: Pick<Planning, 'codelists'>): boolean {
  const entry = codelists.get('unit')?.entries.find(({ code }) => code === unit);
  return entry?.fields.counted === 'true';
}

/** The lowest and highest value that a slot's schema and unit allow. */
export function boundsOf(
  table: string,
  column: string,
  unit: string | undefined,
  { schemas, codelists }: Planning,
): { readonly minimum: number; readonly maximum: number } {
  const field = schemas.get(table)?.fields.find(({ name }) => name === column);
  const entry = codelists.get('unit')?.entries.find(({ code }) => code === unit);
  const number = (text: string | undefined, without: number): number =>
    text === undefined || text === '' ? without : Number(text);
  return {
    minimum: Math.max(
      field?.constraints?.minimum ?? Number.NEGATIVE_INFINITY,
      number(entry?.fields.minimum, Number.NEGATIVE_INFINITY),
    ),
    maximum: Math.min(
      field?.constraints?.maximum ?? Number.POSITIVE_INFINITY,
      number(entry?.fields.maximum, Number.POSITIVE_INFINITY),
    ),
  };
}

/**
 * Codes that may stand bare in a statement: those of a key that no other key of any table shares, such as
 * `gdp_tenge`. A code that is no word (`KZ-AKM`, `2010`) never stands bare.
 */
export function bareCodes(
  slots: readonly Slot[],
): ReadonlyMap<string, { readonly table: string; readonly key: string }> {
  const owners = new Map<string, Map<string, { readonly table: string; readonly key: string }>>();
  for (const { table, codes } of slots) {
    for (const [key, code] of Object.entries(codes)) {
      if (!/^[a-z]\w*$/.test(code)) continue;
      const own = owners.get(code) ?? new Map();
      own.set(`${table}.${key}`, { table, key });
      owners.set(code, own);
    }
  }
  return new Map(
    [...owners].flatMap(([code, own]) =>
      own.size === 1 ? [...own.values()].map((one) => [code, one] as const) : [],
    ),
  );
}
