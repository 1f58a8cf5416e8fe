import { counted } from '../../page/finding.ts';
import { TABLES } from '../../template/code-mappings.ts';
import type { Field, TableSchema } from '../../template/schema/table-schema.ts';
import { escaped, oneLine, tableMarkdown } from '../formats/report.ts';
import { precisionOf } from '../table.ts';
import type { KnownErratum, TableFacts } from './facts.ts';
import { FORMAT_NAMES, FORMATS } from './formats.ts';

/** A file as a link in Markdown. */
export function link(path: string): string {
  return `[${plain(path)}](${path})`;
}

/** What is told of one table: what it holds, its columns, its codes and its errata. */
export function section(
  table: TableFacts,
  unitOf: (code: string) => string,
  elsewhere: (list: string) => ReadonlyMap<string, string>,
): readonly string[] {
  const { schema, files: own, errata, codes } = table;
  const links = FORMATS.map((format) => `[${FORMAT_NAMES[format]}](${own[format].path})`).join(', ');
  const targets = new Map(
    (schema.foreignKeys ?? []).flatMap(({ fields, reference }) =>
      fields.map((name) => [name, reference.resource]),
    ),
  );
  const same = elsewhere(TABLES).get(schema.name);
  return [
    `### ${schema.name}`,
    `${plain(schema.title)}. ${plain(schema.description)}`,
    `${place(table)} Key: ${schema.primaryKey.map((name) => `\`${name}\``).join(', ')}. ${links}.`,
    ...(schema.caution === undefined ? [] : [`> **Not to be done with it.** ${plain(schema.caution)}`]),
    ...(same === undefined ? [] : [`Elsewhere: ${plain(same)}.`]),
    tableMarkdown(
      ['column', 'type', 'unit', 'codes', 'meaning'],
      schema.fields.map((field) => columnRow(schema, field, targets.get(field.name), unitOf)),
    ),
    ...(codes.length === 0 ? [] : [codeTable(codes, elsewhere(schema.name))]),
    ...(errata.length === 0
      ? []
      : [`Known errata, as [\`erratum\`](#erratum) describes them:`, errataList(errata)]),
  ];
}

function place({ rowCount, annexes, pages, years }: TableFacts): string {
  const parts = [
    counted(rowCount, 'row'),
    ...(annexes.length === 0 ? [] : [`annex ${annexes.map(plain).join(', ')}`]),
    ...(pages.length === 0 ? [] : [`page${pages.length === 1 ? '' : 's'} ${ranges(pages)} of the document`]),
    ...(years === undefined ? [] : [`years ${span(years)}`]),
  ];
  return `${parts.join('; ')}.`;
}

function columnRow(
  schema: TableSchema,
  field: Field,
  target: string | undefined,
  unitOf: (code: string) => string,
): readonly string[] {
  const { name, type, title, description, unit, scale, constraints = {} } = field;
  const { minimum, maximum, required, enum: codes, unique } = constraints;
  const bounds =
    minimum === undefined && maximum === undefined ? '' : `, ${minimum ?? '…'} to ${maximum ?? '…'}`;
  const kind =
    type === 'number' ? `decimal (${precisionOf(field)}, ${scale ?? 0})` : type === 'string' ? 'text' : type;
  const isFull = required === true || schema.primaryKey.includes(name);
  return [
    `\`${name}\``,
    `${kind}${bounds}${isFull ? '' : ', may be empty'}${unique === true ? ', unique' : ''}`,
    unit === undefined ? '' : plain(unitOf(unit)),
    target === undefined
      ? (codes ?? []).map((code) => `\`${code}\``).join(', ')
      : `[\`${target}\`](#${target})`,
    `${plain(title)}. ${plain(description)}`,
  ];
}

/** Codes with a label in each language of the list, and with the codes of others where there are any. */
function codeTable(codes: TableFacts['codes'], elsewhere: ReadonlyMap<string, string>): string {
  const languages = [...new Set(codes.flatMap(([, label]) => Object.keys(label)))].sort();
  const isMapped = elsewhere.size > 0;
  return tableMarkdown(
    ['code', ...languages, ...(isMapped ? ['elsewhere'] : [])],
    codes.map(([code, label]) => [
      `\`${code}\``,
      ...languages.map((language) => plain(label[language] ?? '')),
      ...(isMapped ? [plain(elsewhere.get(code) ?? '')] : []),
    ]),
  );
}

function errataList(errata: readonly KnownErratum[]): string {
  return errata
    .map(({ id, printed, implied, certainty }) => {
      const sides = [
        ...(printed === null ? [] : [`printed ${plain(printed)}`]),
        ...(implied === null ? [] : [`the rest implies ${plain(implied)}`]),
      ].join(', ');
      return `- \`${id}\` (${plain(certainty)})${sides === '' ? '' : `: ${sides}`}`;
    })
    .join('\n');
}

/** A text on one line, of which nothing is markup. */
export function plain(text: string): string {
  return escaped(oneLine(text));
}

/** First and last year, or the one. */
export function span([first, last]: readonly [number, number]): string {
  return first === last ? String(first) : `${first}-${last}`;
}

/** Page numbers with neighbours drawn together: `71-73, 80`. */
export function ranges(pages: readonly number[]): string {
  const runs = pages.reduce<[number, number][]>((all, page) => {
    const last = all.at(-1);
    if (last !== undefined && last[1] + 1 === page) last[1] = page;
    else all.push([page, page]);
    return all;
  }, []);
  return runs.map(span).join(', ');
}
