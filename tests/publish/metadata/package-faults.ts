import { parse } from 'csv-parse/sync';
import { readCell } from '../../../pipeline/publish/formats/spreadsheet.ts';
import type { Field, ForeignKey } from '../../../pipeline/template/schema/table-schema.ts';
import { type Claim, claimFaults, type Files, textOf } from './outputs.ts';

export interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly format: string;
  readonly encoding?: string;
  readonly dialect?: object;
  readonly schema?: Schema;
}

interface Schema {
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys?: readonly {
    readonly fields: readonly string[];
    readonly reference: Partial<ForeignKey['reference']> & { readonly fields: readonly string[] };
  }[];
}

export interface Package {
  readonly resources: readonly Resource[];
  readonly [property: string]: unknown;
}

type Cells = readonly (string | null)[];

/** The properties of Data Package v2, and behind the bar those that this project adds. */
const PROPERTIES = {
  package:
    '$schema name id title description homepage version created contributors keywords image licenses resources sources | database spatial temporal identifiers title_kk title_ru',
  resource:
    '$schema name path data type title description homepage sources licenses format mediatype encoding bytes hash dialect schema | title_kk title_ru description_kk description_ru headline caution caution_kk caution_ru',
  dialect:
    '$schema header headerRows headerJoin commentRows commentChar delimiter lineTerminator quoteChar doubleQuote escapeChar nullSequence skipInitialSpace property itemType itemKeys sheetNumber sheetName table',
  schema: '$schema fields fieldsMatch primaryKey uniqueKeys foreignKeys missingValues',
  field:
    'name type format title description example constraints missingValues categories delimiter itemType | unit scale separator title_kk title_ru description_kk description_ru',
  constraints:
    'required unique minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum pattern enum',
  'foreign key': 'fields reference',
  reference: 'resource fields',
  licence: 'name path title | notice',
  source: 'title path email version | hash note',
  contributor: 'title path email givenName familyName organization roles',
};

/** What is wrong with a Data Package that the official profiles do not see. */
export function packageFaults(files: Files): readonly string[] {
  const descriptor: Package = JSON.parse(textOf(files, 'datapackage.json'));
  const { resources } = descriptor;
  return [
    ...unknownProperties(descriptor),
    ...resources.flatMap((resource) => keyFaults(resource, resources)),
    ...claimFaults(files, resources.map(claimOf)),
    ...resources
      .filter(({ format, path }) => format === 'csv' && files.has(path))
      .flatMap((resource) => rowFaults(files, resource, resources)),
  ];
}

export function claimOf({ path, bytes, hash }: Resource): Claim {
  return { path, bytes, sha256: hash.replace('sha256:', '') };
}

function unknownProperties(descriptor: Package): readonly string[] {
  const strange = (kind: keyof typeof PROPERTIES, value: unknown): readonly string[] => {
    const known = new Set(PROPERTIES[kind].split(' '));
    return Object.keys(value ?? {}).flatMap((name) =>
      known.has(name) ? [] : [`${kind}: unknown property ${name}`],
    );
  };
  const list = (name: string): readonly unknown[] => {
    const value = descriptor[name];
    return Array.isArray(value) ? value : [];
  };
  return [
    ...strange('package', descriptor),
    ...list('licenses').flatMap((each) => strange('licence', each)),
    ...list('sources').flatMap((each) => strange('source', each)),
    ...list('contributors').flatMap((each) => strange('contributor', each)),
    ...descriptor.resources.flatMap((resource) => [
      ...strange('resource', resource),
      ...strange('dialect', resource.dialect),
      ...strange('schema', resource.schema),
      ...(resource.schema?.fields ?? []).flatMap((field) => [
        ...strange('field', field),
        ...strange('constraints', field.constraints),
      ]),
      ...(resource.schema?.foreignKeys ?? []).flatMap((key) => [
        ...strange('foreign key', key),
        ...strange('reference', key.reference),
      ]),
    ]),
  ];
}

function keyFaults({ name, schema }: Resource, resources: readonly Resource[]): readonly string[] {
  const fieldsOf = (resource: string): readonly string[] | undefined =>
    resources.find((each) => each.name === resource)?.schema?.fields.map((field) => field.name);
  const stray = (fields: readonly string[], known: readonly string[] | undefined): readonly string[] =>
    fields.filter((field) => known?.includes(field) !== true);
  return [
    ...stray(schema?.primaryKey ?? [], fieldsOf(name)).map((field) => `${name}: key of no field ${field}`),
    ...(schema?.foreignKeys ?? []).flatMap(({ fields, reference }) => [
      ...stray(fields, fieldsOf(name)).map((field) => `${name}: foreign key of no field ${field}`),
      ...stray(reference.fields, fieldsOf(reference.resource ?? name)).map(
        (field) => `${name}: foreign key to no field ${reference.resource ?? name}.${field}`,
      ),
    ]),
  ];
}

function rowFaults(files: Files, resource: Resource, resources: readonly Resource[]): readonly string[] {
  const { name, schema } = resource;
  if (schema === undefined) return [];
  const { header, rows } = readTable(files, resource);
  if (header.join() !== schema.fields.map((field) => field.name).join()) return [`${name}: another header`];
  const columns = (of: Resource, fields: readonly string[]): readonly (string | null)[] => {
    const table = readTable(files, of);
    return table.rows.map((row) => {
      const cells = fields.map((field) => row[table.header.indexOf(field)] ?? null);
      return cells.includes(null) ? null : JSON.stringify(cells);
    });
  };
  const keys = columns(resource, schema.primaryKey);
  return [
    ...schema.fields.flatMap((field, at) =>
      columnFaults(
        name,
        field,
        rows.map((row) => row[at] ?? null),
      ),
    ),
    ...(keys.includes(null) ? [`${name}: a key is empty`] : []),
    ...(new Set(keys).size < keys.length ? [`${name}: a key stands twice`] : []),
    ...(schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
      const target = resources.find((each) => each.name === (reference.resource ?? name));
      const known = new Set(target === undefined ? [] : columns(target, reference.fields));
      const isKnown = (key: string | null): boolean => key === null || known.has(key);
      return columns(resource, fields).every(isKnown) ? [] : [`${name}.${fields}: no such key`];
    }),
  ];
}

/** CSV as its dialect says, empty for null, and texts as they were before they were marked for spreadsheets. */
function readTable(files: Files, { path }: Resource): { header: readonly string[]; rows: readonly Cells[] } {
  const records: string[][] = parse(files.get(path) ?? '', { record_delimiter: '\n' });
  const [header = [], ...rows] = records;
  return { header, rows: rows.map((row) => row.map((cell) => (cell === '' ? null : readCell(cell)))) };
}

const FORMS: Readonly<Record<Field['type'], RegExp>> = {
  string: /[\s\S]/,
  boolean: /^(true|false)$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
};

function columnFaults(
  table: string,
  { name, type, constraints = {} }: Field,
  cells: Cells,
): readonly string[] {
  const { required, unique, minimum, maximum, pattern, enum: codes } = constraints;
  const values = cells.filter((cell): cell is string => cell !== null);
  const checks: readonly (readonly [boolean, string])[] = [
    [required !== true || values.length === cells.length, 'empty'],
    [values.every((value) => FORMS[type].test(value)), `no ${type}`],
    [minimum === undefined || values.every((value) => Number(value) >= minimum), 'too small'],
    [maximum === undefined || values.every((value) => Number(value) <= maximum), 'too large'],
    [pattern === undefined || values.every((value) => new RegExp(pattern).test(value)), 'another form'],
    [codes === undefined || values.every((value) => codes.map(String).includes(value)), 'no such code'],
    [unique !== true || new Set(values).size === values.length, 'twice'],
  ];
  return checks.flatMap(([holds, fault]) => (holds ? [] : [`${table}.${name}: ${fault}`]));
}
