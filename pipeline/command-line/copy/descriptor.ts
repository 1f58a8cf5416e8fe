import { Ajv } from 'ajv';
import { fault } from '../../page/finding.ts';
import { PARTIAL_FILE } from '../../publish/partial.ts';
import { anyText, listOf, openEntry, size, someOf, text } from '../../template/forms.ts';
import type { Field, ForeignKey } from '../../template/schema/table-schema.ts';
import type { Files } from './files.ts';

/** Name of the file that describes an output. */
export const DESCRIPTOR = 'datapackage.json';

/** A table as `datapackage.json` describes it to its users. */
export interface DescribedTable {
  readonly name: string;
  /** In all its languages, as the description. */
  readonly title: string;
  readonly description: string;
  /** What is not to be done with it, in all its languages; empty where nothing is said. */
  readonly caution?: string;
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Its CSV file. */
  readonly path: string;
}

/** A file that `datapackage.json` lists, with what it must be. */
interface DescribedFile {
  readonly path: string;
  readonly bytes: number;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly hash: string;
}

/** What `datapackage.json` says of an output. */
export interface Descriptor {
  readonly name: string;
  readonly version: string;
  /** All that it says of the package as a whole, by member. */
  readonly about: Readonly<Record<string, unknown>>;
  readonly tables: readonly DescribedTable[];
  readonly files: readonly DescribedFile[];
  /** Those of the files that are no tables, such as the report. */
  readonly documents: readonly DescribedFile[];
  /** Path of the DuckDB file. */
  readonly database: string | undefined;
}

/** A field as the standard has it: a text that is a list is a type of its own there. */
type DescribedField = Omit<Field, 'type' | 'separator'> & {
  readonly type: Field['type'] | 'list';
  readonly delimiter?: string;
  readonly itemType?: string;
};

interface Resource extends DescribedFile {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly schema?: {
    readonly fields: readonly DescribedField[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource?: string; readonly fields: readonly string[] };
    }[];
  };
}

interface Package {
  readonly name: string;
  readonly version: string;
  /** Of a preview alone. */
  readonly partial?: unknown;
  readonly database?: { readonly path: string };
  readonly resources: readonly Resource[];
}

/** A path within the folder: what is described must not lead out of it. */
const path = {
  type: 'string',
  maxLength: 200,
  pattern: '^(?!/)(?!.*(^|/)\\.\\.?(/|$))[^\\\\\\0]+$',
} as const;
const name = { type: 'string', maxLength: 100, pattern: '^[A-Za-z0-9_.-]+$' } as const;
const yesOrNo = { type: 'boolean' } as const;
const bound = { type: 'number' } as const;

const field = openEntry(
  { name, type: { enum: ['string', 'integer', 'number', 'boolean', 'list'] } },
  {
    delimiter: text,
    title: anyText,
    description: anyText,
    unit: text,
    scale: { type: 'integer', minimum: 0, maximum: 18 },
    wide: yesOrNo,
    constraints: openEntry(
      {},
      {
        required: yesOrNo,
        unique: yesOrNo,
        minimum: bound,
        maximum: bound,
        enum: { type: 'array' },
        pattern: { type: 'string', format: 'regex' },
      },
    ),
  },
);
const foreignKey = openEntry({
  fields: listOf(text),
  reference: openEntry({ fields: listOf(text) }, { resource: anyText }),
});
const tableSchema = openEntry(
  { fields: someOf(field), primaryKey: someOf(text) },
  { foreignKeys: listOf(foreignKey) },
);
const resource = openEntry(
  { name, path, bytes: size, hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' } },
  { title: anyText, description: anyText, schema: tableSchema },
);
const packageSchema = openEntry(
  { name, version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' }, resources: someOf(resource) },
  { database: openEntry({ path }) },
);

const isRegex = (pattern: string): boolean => {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u') !== undefined;
  } catch {
    return false;
  }
};
const isPackage = new Ajv({ formats: { regex: isRegex } }).compile<Package>(packageSchema);

/** Members of the descriptor that say nothing of the data: names of other resources, or made from the rest. */
const NOT_ABOUT = new Set(['$schema', 'version', 'created', 'database', 'resources']);

/** Reads `datapackage.json` of an output; `place` is what a person calls that output. Throws a SourceFault. */
export function readDescriptor(files: Files, place: string): Descriptor {
  const file = `${place}/${DESCRIPTOR}`;
  const refuse = (expected: string, found: string): Error =>
    fault({ kind: 'output', place: { file }, expected, found, action: 'name a copy of the output' });
  const bytes = files.get(DESCRIPTOR);
  if (bytes === undefined) throw refuse('this file', 'no such file');
  const value = parsed(bytes);
  if (!isPackage(value)) {
    const [error] = isPackage.errors ?? [];
    const where = error?.instancePath === '' ? '' : `${error?.instancePath.slice(1)}: `;
    throw refuse(
      'a data package of this project',
      value === undefined ? 'no JSON' : `${where}${error?.message}`,
    );
  }
  if (value.partial !== undefined || files.has(PARTIAL_FILE))
    throw fault({
      kind: 'output',
      place: { file },
      expected: 'a whole publication',
      found: 'a preview that is marked as partial',
      action: 'mend what PARTIAL.md tells, and build without --allow-partial',
    });
  const tables = value.resources.flatMap((resource) => tableOf(resource));
  const stray = tables.flatMap(strayName)[0];
  if (stray !== undefined) throw refuse('keys that are fields of their table', stray);
  return {
    name: value.name,
    version: value.version,
    about: Object.fromEntries(Object.entries(value).filter(([member]) => !NOT_ABOUT.has(member))),
    tables,
    files: value.resources.map(({ path, bytes, hash }) => ({ path, bytes, hash })),
    documents: value.resources.filter(({ schema }) => schema === undefined),
    database: value.database?.path,
  };
}

/** A title or a description in all the languages in which it is given, which are members of their own. */
export function inAllLanguages(of: object, member: 'title' | 'description' | 'caution'): string {
  const said = Object.entries(of).filter(([name]) => name === member || name.startsWith(`${member}_`));
  return said.map(([, text]) => String(text)).join(' / ');
}

/** Every table is a resource once for each format; its CSV file carries its name. */
function tableOf(resource: Resource): readonly DescribedTable[] {
  const { name, path, schema } = resource;
  if (schema === undefined || !path.endsWith('.csv')) return [];
  const foreignKeys = (schema.foreignKeys ?? []).map(
    ({ fields, reference }): ForeignKey => ({
      fields,
      reference: { resource: reference.resource || name, fields: reference.fields },
    }),
  );
  const labels = {
    title: inAllLanguages(resource, 'title'),
    description: inAllLanguages(resource, 'description'),
    caution: inAllLanguages(resource, 'caution'),
  };
  const { primaryKey } = schema;
  const fields = schema.fields.map(fieldOf);
  return [{ name, path, ...labels, fields, primaryKey, foreignKeys }];
}

/** A list is a text with its separator, as in every format of an output. */
function fieldOf({ type, delimiter, itemType: _, ...field }: DescribedField): Field {
  if (type !== 'list') return { ...field, type };
  return { ...field, type: 'string', ...(delimiter !== undefined && { separator: delimiter }) };
}

function strayName({ name, fields, primaryKey, foreignKeys }: DescribedTable): readonly string[] {
  const known = new Set(fields.map((field) => field.name));
  return [...primaryKey, ...foreignKeys.flatMap((key) => key.fields)]
    .filter((each) => !known.has(each))
    .map((each) => `"${each}" in the table ${name}`);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
