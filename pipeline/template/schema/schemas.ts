import { type Finding, SourceFault } from '../../page/finding.ts';
import { refuseHidden } from '../../page/hidden-characters.ts';
import { checkOf, entry, listOf, mapOf, name, someOf, text } from '../forms.ts';
import { readYaml } from '../yaml-file.ts';
import { headlineFaults, headlineForm } from './headline.ts';
import {
  asSchemaFault,
  enumerationFaults,
  keyFaults,
  keysOf,
  keysWritten,
  made,
  referenceFaults,
  syntaxLine,
} from './schema-faults.ts';
import type { Field, ForeignKey, TableSchema } from './table-schema.ts';

const names = someOf(text);
const inEnglish = { title: text, description: text } as const;
const inOthers = { title_kk: text, title_ru: text, description_kk: text, description_ru: text } as const;

const field = entry(
  { name, type: { enum: ['string', 'integer', 'number', 'boolean'] }, ...inEnglish },
  {
    ...inOthers,
    unit: text,
    scale: { type: 'integer', minimum: 0, maximum: 18 },
    separator: text,
    constraints: entry(
      {},
      {
        required: { type: 'boolean' },
        unique: { type: 'boolean' },
        minimum: { type: 'number' },
        maximum: { type: 'number' },
        enum: someOf({ type: ['string', 'number'] }),
        pattern: text,
      },
    ),
  },
);

/** The JSON schema of `shared.json`: fields that several tables of a document have, by the name that these call them by. */
const sharedSchema = mapOf(field);

/** The JSON schema of a file of schemas/; a text among its fields names one of `shared.json`. */
export const tableSchema = entry(
  {
    name,
    ...inEnglish,
    kind: { enum: ['observations', 'codelist', 'evidence', 'document'] },
    fields: someOf({ ...field, type: ['object', 'string'] }),
    primaryKey: names,
  },
  {
    ...inOthers,
    caution: text,
    caution_kk: text,
    caution_ru: text,
    namedBy: names,
    headline: headlineForm,
    foreignKeys: listOf(
      entry({ fields: names, reference: entry({ resource: text, fields: names }, {}) }, {}),
    ),
  },
);

const isTableSchema = checkOf<WrittenSchema>(tableSchema);
const isShared = checkOf<Readonly<Record<string, Field>>>(sharedSchema);

/** The file of a folder of schemas that holds fields of several tables. */
const SHARED = 'shared.json';

/** A schema as it is written: a field that several tables have may be named, and keys to code lists left out. */
type WrittenSchema = Omit<TableSchema, 'fields'> & { readonly fields: readonly (Field | string)[] };

/**
 * Reads `schemas/*.json`, by table; a key may point at one of the `others`. A typo in a schema is a finding with its line,
 * as is a key that names no field. Observations without `foreignKeys` have those that follow from their fields: each that is
 * named as a code list, and `cell_id`.
 */
export function readSchemas(
  folder: string,
  files: ReadonlyMap<string, string>,
  others: ReadonlyMap<string, TableSchema> = new Map(),
): ReadonlyMap<string, TableSchema> {
  const schemas = new Map<string, TableSchema>();
  const findings: Finding[] = [];
  const shared = sharedFields(folder, files, findings);
  // Of all tables that name what cannot be read the fault is one.
  if (findings.length > 0) throw new SourceFault(findings);
  for (const [name, content] of files) {
    const file = `${folder}/${name}`;
    const written = name === SHARED ? undefined : parsed(file, content, isTableSchema, tableSchema, findings);
    if (written === undefined) continue;
    const schema = withShared(file, content, written, shared, findings);
    if (schema === undefined) continue;
    if (`${schema.name}.json` !== name)
      findings.push(
        made(file, content, '"name"', `the name ${name.replace('.json', '')}`, `"${schema.name}"`),
      );
    const keys = keyFaults(file, content, schema);
    findings.push(...keys, ...enumerationFaults(file, content, schema));
    // A headline speaks of keys: where these are wrong, it is not at fault.
    for (const { expected, found } of keys.length > 0 ? [] : headlineFaults(schema))
      findings.push(made(file, content, '"headline"', expected, `"${found}"`));
    schemas.set(schema.name, schema);
  }
  if (findings.length > 0) throw new SourceFault(findings);
  const known = new Map([...others, ...schemas]);
  const whole = new Map([...schemas].map(([name, schema]) => [name, withKeys(schema, known)]));
  for (const schema of whole.values()) findings.push(...referenceFaults(folder, schema, known));
  if (findings.length > 0) throw new SourceFault(findings);
  return whole;
}

/** The fields of `shared.json`; none where it is not there. */
function sharedFields(
  folder: string,
  files: ReadonlyMap<string, string>,
  findings: Finding[],
): ReadonlyMap<string, Field> {
  const content = files.get(SHARED);
  const read =
    content === undefined ? {} : parsed(`${folder}/${SHARED}`, content, isShared, sharedSchema, findings);
  return new Map(Object.entries(read ?? {}));
}

/** A schema with the shared fields in the place of their names; undefined, and told, where one has another name. */
function withShared(
  file: string,
  content: string,
  written: WrittenSchema,
  shared: ReadonlyMap<string, Field>,
  findings: Finding[],
): TableSchema | undefined {
  const unknown = written.fields.find((each) => typeof each === 'string' && !shared.has(each));
  if (unknown !== undefined) {
    const expected = `a field, or the name of one in ${SHARED}`;
    findings.push(made(file, content, `"${String(unknown)}"`, expected, `"${String(unknown)}"`));
    return undefined;
  }
  const fields = written.fields.flatMap((each): readonly Field[] => {
    const field = typeof each === 'string' ? shared.get(each) : each;
    return field === undefined ? [] : [field];
  });
  return { ...written, fields };
}

/** Observations with the keys that follow from their fields, where they declare none. */
function withKeys(schema: TableSchema, known: ReadonlyMap<string, TableSchema>): TableSchema {
  if (schema.kind !== 'observations' || schema.foreignKeys !== undefined) return schema;
  const foreignKeys = schema.fields.flatMap(({ name }): ForeignKey[] => {
    const list = known.get(name);
    const isCode = list?.kind === 'codelist' && list.primaryKey.join() === name;
    if (!isCode && name !== 'cell_id') return [];
    return [{ fields: [name], reference: { resource: isCode ? name : 'cell', fields: [name] } }];
  });
  return { ...schema, foreignKeys };
}

/** JSON is YAML, whose reader knows lines; it is asked only when something is wrong, because it is slower. */
function parsed<T>(
  file: string,
  content: string,
  isValid: (value: unknown) => value is T,
  form: object,
  findings: Finding[],
): T | undefined {
  let syntax = 1;
  try {
    const value: unknown = JSON.parse(content);
    refuseHidden(file, content, 'schema', value);
    // Of a key that stands twice JSON takes the last in silence; YAML's reader refuses it, with its line.
    if (isValid(value) && keysWritten(content) === keysOf(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    syntax = syntaxLine(content, error.message);
  }
  try {
    readYaml({ path: file, text: content }, () => form);
    findings.push({ kind: 'schema', place: { file, line: syntax }, expected: 'valid JSON', found: 'YAML' });
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    findings.push(...error.findings.map(asSchemaFault));
  }
  return undefined;
}
