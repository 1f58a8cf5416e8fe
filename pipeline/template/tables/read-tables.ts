import { type Finding, fault, SourceFault } from '../../page/finding.ts';
import { grouped } from '../../page/grouped.ts';
import { meantBy } from '../../page/nearest.ts';
import type { Codelist } from '../codelist.ts';
import type { DeclaredFiles } from '../declared-files.ts';
import { located } from '../dimension.ts';
import { type DeclaredIdentity, declaredIn } from '../identities.ts';
import type { Dataset } from '../schema/rows.ts';
import { fieldOf, type TableSchema } from '../schema/table-schema.ts';
import type { Planning } from '../slots.ts';
import { lineNaming, readYaml, type SourceFile } from '../yaml-file.ts';
import { type TableLayout, tableLayoutSchema } from './declared.ts';
import { derivedSchema, printedLabels } from './derived-schema.ts';
import { notationIn, planTables } from './plan-tables.ts';
import { speltTable, tableName } from './spelt-table.ts';
import type { TablePlan } from './table-plan.ts';

/** The tables of a document with the schemas that follow from their layouts. */
export interface ReadTables {
  readonly tables: readonly TablePlan[];
  readonly schemas: ReadonlyMap<string, TableSchema>;
  readonly identities: readonly DeclaredIdentity[];
  /** What is printed for each code. */
  readonly labels: readonly Dataset[];
}

/**
 * Reads the files under `tables/` that a document lists, and derives the schema of each table that they fill and that has
 * none of its own. Throws every fault with its file and line.
 */
export function readTables(files: readonly SourceFile[], planning: Planning): ReadTables {
  const findings: Finding[] = [];
  const collect = <T>(file: SourceFile, read: () => T): readonly T[] => {
    try {
      return [located(file, read)];
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      findings.push(...error.findings);
      return [];
    }
  };
  const layouts = files.flatMap((file) =>
    collect(file, () => ({ file, layout: readYaml<TableLayout>(file, () => tableLayoutSchema) })),
  );
  const byName = new Map(layouts.map(({ file, layout }) => [tableName(file.path), layout]));
  const declared = { codelists: planning.codelists, layouts: byName };
  const spelt = layouts.flatMap(({ file, layout }) =>
    collect(file, () => ({ file, table: speltTable(file.path, layout, declared) })),
  );
  if (findings.length > 0) throw new SourceFault(findings);
  const schemas = new Map(planning.schemas);
  for (const [dataset, group] of grouped(spelt, ({ table }) => table.dataset)) {
    const [first] = group;
    if (first === undefined || schemas.has(dataset)) continue;
    const tables = group.map(({ table }) => table);
    for (const schema of collect(first.file, () =>
      derivedSchema(tables, (table) => notationIn(table, planning.notation)),
    ))
      schemas.set(dataset, schema);
  }
  if (findings.length > 0) throw new SourceFault(findings);
  const tables = spelt.flatMap(({ file, table }) =>
    collect(file, () => planTables(table, { ...planning, schemas })).flat(),
  );
  if (findings.length > 0) throw new SourceFault(findings);
  const identities = layouts.flatMap(({ file, layout }) => declaredIn(file, layout.identities));
  const labels = printedLabels(spelt.map(({ table }) => table));
  if (labels.rows.length > 0) schemas.set(labels.schema.name, labels.schema);
  return { tables, schemas, identities, labels: labels.rows.length > 0 ? [labels] : [] };
}

/** The schema of a code list that has none: a code, and texts. */
function codelistSchema({ name, key, columns }: Codelist): TableSchema {
  return {
    name,
    title: name,
    description: `The codes of ${name}.`,
    kind: 'codelist',
    fields: columns.map((each) => fieldOf(each, 'string', each, `The ${each} of a code.`, each === key)),
    primaryKey: [key],
  };
}

/** The schemas that a document publishes under: the engine's own, its own, and those of its code lists. */
export function schemasOf(
  all: ReadonlyMap<string, TableSchema>,
  own: ReadonlyMap<string, TableSchema>,
  codelists: Iterable<Codelist>,
): ReadonlyMap<string, TableSchema> {
  const schemas = new Map([...all].filter(([, { kind }]) => kind === 'evidence'));
  for (const list of codelists) schemas.set(list.name, own.get(list.name) ?? codelistSchema(list));
  for (const [name, schema] of own) schemas.set(name, schema);
  return schemas;
}

/** Refuses a table that `document.yaml` lists and that has no file. */
export function missingTable(
  { path, text }: SourceFile,
  name: string,
  { names }: Pick<DeclaredFiles, 'names'>,
): SourceFault {
  const known = names.flatMap((file) => /^tables\/([\w-]+)\.yaml$/.exec(file)?.[1] ?? []);
  const action = meantBy(name, known);
  return fault({
    kind: 'layout',
    place: { file: path, line: lineNaming(text, `"${name}"`) },
    expected: 'the name of a file of tables/, without .yaml',
    found: `"${name}", and no tables/${name}.yaml`,
    ...(action !== undefined && { action }),
  });
}
