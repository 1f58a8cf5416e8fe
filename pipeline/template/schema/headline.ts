import type { Finding } from '../../page/finding.ts';
import { entry, mapOf, someOf, text } from '../forms.ts';
import type { Dataset, Row } from './rows.ts';
import type { Headline, TableSchema } from './table-schema.ts';

/** The JSON schema of a headline in a file of schemas/. */
export const headlineForm = entry(
  {
    measure: text,
    members: mapOf({ oneOf: [{ const: 'all' }, { ...someOf(text), uniqueItems: true }] }),
    chart: { enum: ['lines', 'multiples'] },
  },
  {},
);

/** The most series that one chart of lines shows: the colours and shapes that a reader can tell apart. */
export const MOST_LINES = 6;

const YEAR = 'year';

/** A headline must be about a column of numbers, and say of every key but the year which codes it takes. */
export function headlineFaults({
  fields,
  primaryKey,
  headline,
}: TableSchema): readonly { readonly expected: string; readonly found: string }[] {
  if (headline === undefined) return [];
  const { measure, members } = headline;
  const field = fields.find(({ name }) => name === measure);
  const isNumber = field?.type === 'number' || field?.type === 'integer';
  const keys = primaryKey.filter((key) => key !== YEAR);
  const named = Object.keys(members);
  return [
    ...(isNumber && !primaryKey.includes(measure)
      ? []
      : [{ expected: 'a headline about a column of numbers of the table', found: measure }]),
    ...(primaryKey.includes(YEAR) ? [] : [{ expected: 'a headline in a table by year', found: measure }]),
    ...named
      .filter((key) => !keys.includes(key))
      .map((key) => ({ expected: `members of the keys ${keys.join(', ')}`, found: key })),
    ...keys
      .filter((key) => !named.includes(key))
      .map((key) => ({ expected: `members of the key ${key}`, found: named.join(', ') })),
  ];
}

/**
 * A headline that would draw nothing, or what cannot stand on one scale: a code that no row has, members that meet in
 * no row, several units, or more lines than can be told apart.
 */
export function headlineFindings({ schema, rows }: Dataset): readonly Finding[] {
  const { name, headline } = schema;
  if (headline === undefined) return [];
  const finding = (expected: string, found: string): Finding => ({
    kind: 'schema',
    place: { file: `schemas/${name}.json`, table: name },
    expected,
    found,
    action: 'correct the headline',
  });
  const stray = Object.entries(headline.members).flatMap(([key, codes]) =>
    codes === 'all' ? [] : codes.filter((code) => !rows.some((row) => String(row[key]) === code)),
  );
  if (stray.length > 0)
    return stray.map((code) => finding('a headline whose members are in the table', `"${code}"`));
  const shown = rows.filter((row) => isOfHeadline(row, headline));
  const series = new Set(shown.map((row) => JSON.stringify(keysOf(headline).map((key) => row[key]))));
  const units = new Set(shown.map((row) => row.unit));
  if (series.size === 0) return [finding('a headline whose members meet in a row', 'none')];
  if (units.size > 1) return [finding('a headline of one unit', [...units].join(', '))];
  return headline.chart === 'lines' && series.size > MOST_LINES
    ? [finding(`a chart of at most ${MOST_LINES} lines`, `${series.size} series`)]
    : [];
}

function keysOf({ members }: Headline): readonly string[] {
  return Object.keys(members);
}

function isOfHeadline(row: Row, headline: Headline): boolean {
  return keysOf(headline).every((key) => {
    const codes = headline.members[key];
    return codes === 'all' || codes?.includes(String(row[key])) === true;
  });
}
