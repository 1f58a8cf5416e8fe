import { Ajv } from 'ajv';

/** A column of a published table. `title_kk` and the like stand beside `title`; see `told`. */
export interface TableField {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly unit?: string;
}

/**
 * What a table is about in one drawing, as its schema declares it: the column of the values, which codes of each
 * dimension are shown (the first of them where only one can be), and how.
 */
export interface Headline {
  readonly measure: string;
  readonly members: Readonly<Record<string, 'all' | readonly string[]>>;
  readonly chart: 'lines' | 'multiples';
}

/** What `datapackage.json` says of a table. */
export interface TableResource {
  readonly name: string;
  readonly path: string;
  readonly format: string;
  readonly title: string;
  readonly description: string;
  readonly headline?: Headline;
  readonly schema: {
    readonly fields: readonly TableField[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource?: string };
    }[];
  };
}

/** The parts of `datapackage.json` that the site reads. */
export interface Descriptor {
  readonly name: string;
  readonly title: string;
  readonly title_kk?: string;
  readonly title_ru?: string;
  readonly description: string;
  readonly version: string;
  readonly created?: string;
  readonly spatial?: { readonly title: string };
  /** Of a preview alone, of which there is no site. */
  readonly partial?: unknown;
  readonly keywords?: readonly string[];
  readonly licenses: readonly { readonly name: string; readonly path: string; readonly title: string }[];
  readonly sources: readonly { readonly title: string; readonly path: string }[];
  readonly database: { readonly path: string };
  /** Tables, in several formats, and other files. */
  readonly resources: readonly (
    | TableResource
    | { readonly name: string; readonly path: string; readonly format: string }
  )[];
}

const text = { type: 'string' } as const;
const object = (properties: object): object => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});
const list = (items: object): object => ({ type: 'array', items });

const headline = object({
  measure: text,
  members: { type: 'object', additionalProperties: { anyOf: [{ const: 'all' }, list(text)] } },
  chart: { enum: ['lines', 'multiples'] },
});
const described = object({
  title: text,
  description: text,
  schema: object({
    fields: list(object({ name: text, type: text, title: text, description: text })),
    primaryKey: list(text),
  }),
});
const table = { allOf: [described, { properties: { headline } }] };
const resource = {
  ...object({ name: text, path: text, format: text }),
  if: { properties: { format: { const: 'csv' } } },
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  then: table,
};

const validate = new Ajv({ strict: false }).compile<Descriptor>({
  allOf: [{ properties: { created: text, spatial: object({ title: text }) } }],
  ...object({
    name: text,
    title: text,
    description: text,
    version: text,
    licenses: { ...list(object({ name: text, path: text, title: text })), minItems: 1 },
    sources: list(object({ title: text, path: text })),
    database: object({ path: text }),
    resources: list(resource),
  }),
});

/** True for a value that is a package as the site reads it. */
export function isDescriptor(value: unknown): value is Descriptor {
  return validate(value);
}

/** What keeps a value from being a package, for a message. */
export function descriptorFault(value: unknown): string {
  if (validate(value)) return 'one';
  const [error] = validate.errors ?? [];
  return `${error?.instancePath ?? ''} ${error?.message ?? ''}`.trim();
}

/** The tables of a package, each once, as it is written in CSV. */
export function tableResources({ resources }: Descriptor): readonly TableResource[] {
  return resources.flatMap((each) =>
    each.format === 'csv' && 'schema' in each
      ? [{ ...each, schema: { ...each.schema, fields: each.schema.fields.map(asText) } }]
      : [],
  );
}

/** A list, such as `c1 c2`, is read as the text that it is in every file. */
function asText(field: TableField): TableField {
  return field.type === 'list' ? { ...field, type: 'string' } : field;
}
