import { type Finding, SourceFault } from '../../page/finding.ts';
import type { CorpusDeclaration } from '../../template/corpus/declaration.ts';
import type { TableSchema } from '../../template/schema/table-schema.ts';
import { FINDING } from './catalogue-tables.ts';
import type { CorpusFacts, CorpusTable } from './verify.ts';

/** Names that a catalogue has of its own. */
const OWN_VIEWS = ['document', 'file', 'check_result_across'];

/** The tables of a corpus that are dimensions: every code list, and what is declared to be one. */
export function dimensionsOf(
  { tables }: CorpusFacts,
  { dimensions = [] }: CorpusDeclaration,
): readonly CorpusTable[] {
  return tables.filter(
    ({ name, schemas, rows }) =>
      rows > 0 && (dimensions.includes(name) || schemas.every(({ kind }) => kind === 'codelist')),
  );
}

/**
 * Holds what is declared of a corpus against its tables, and these against each other: what is one table to an engine must
 * have the same keys, types and units in every document. Throws a SourceFault with all that does not fit.
 */
export function checkDeclared(facts: CorpusFacts, declaration: CorpusDeclaration, file: string): void {
  const tables = new Map(facts.tables.map((table) => [table.name, table]));
  const findings: Finding[] = facts.tables.flatMap(unlike);
  const wrong = (expected: string, found: string, row?: string): void =>
    void findings.push({
      kind: 'layout',
      place: { file, ...(row !== undefined && { row }) },
      expected,
      found,
      action: 'correct the file',
    });
  for (const name of declaration.dimensions ?? [])
    if (!tables.has(name)) wrong('a table of the corpus as a dimension', name);
  for (const name of declaration.order ?? [])
    if (!facts.names.has(name)) wrong('a document of the corpus in its order', name);
  const ids = new Set<string>();
  for (const { id, tables: read, keys, value } of declaration.checks ?? []) {
    if (ids.has(id)) wrong('an id of its own for each check', id);
    ids.add(id);
    for (const { table, columns = {} } of read) {
      const own = tables.get(table);
      if (own === undefined) {
        wrong('a table of the corpus', table, id);
        continue;
      }
      const known = new Set(own.schemas.flatMap(({ fields }) => fields.map(({ name }) => name)));
      for (const column of [...keys, value].map((name) => columns[name] ?? name))
        if (!known.has(column)) wrong(`a column of ${table}`, column, id);
      const type = own.schemas[0]?.fields.find(({ name }) => name === (columns[value] ?? value))?.type;
      if (type === 'string' || type === 'boolean') wrong('a column of numbers as the value', value, id);
    }
  }
  for (const { check, document, where = {} } of declaration.revisions ?? []) {
    const own = declaration.checks?.find(({ id, kind }) => id === check && kind === 'same');
    if (own === undefined) wrong('the id of a check of kind same', check, check);
    if (!facts.names.has(document)) wrong('a document of the corpus', document, check);
    for (const key of Object.keys(where))
      if (own !== undefined && !own.keys.includes(key)) wrong(`a key of the check ${check}`, key, check);
  }
  for (const name of OWN_VIEWS.filter((own) => tables.has(own)))
    wrong('a table with another name than what a catalogue has of its own', name);
  if (findings.length > 0) throw new SourceFault(findings);
}

/** How two documents declare one table otherwise, so that it cannot be read as one. */
function unlike({ name, schemas }: CorpusTable): readonly Finding[] {
  const [first, ...others] = schemas;
  if (first === undefined || name === FINDING.name) return [];
  const differing = others.flatMap((other) => {
    const key = (schema: TableSchema): string => schema.primaryKey.join(', ');
    const fields = first.fields.flatMap((field) => {
      const same = other.fields.find((each) => each.name === field.name);
      if (same === undefined || (same.type === field.type && same.unit === field.unit)) return [];
      const said = (each: typeof field): string => [each.type, each.unit ?? 'no unit'].join(' in ');
      return [{ column: field.name, expected: said(field), found: said(same) }];
    });
    return key(first) === key(other)
      ? fields
      : [...fields, { column: undefined, expected: `the key ${key(first)}`, found: `the key ${key(other)}` }];
  });
  return differing.map(({ column, expected, found }) => ({
    kind: 'schema',
    place: { table: name, ...(column !== undefined && { column }) },
    expected: `${expected}, as another document declares it`,
    found,
    action: 'give one of the tables another name (dataset), or declare both alike',
  }));
}
