/** `document.yaml`: what is true of a document as a whole. */
export interface Head {
  readonly id: string;
  readonly language: string;
  readonly title: Readonly<Record<string, string>> & { readonly en: string };
  readonly description: string;
  readonly version: string;
  readonly created: string;
  readonly keywords: readonly string[];
  readonly licence: { readonly name: string; readonly title: string; readonly path: string };
  readonly contributors: readonly { readonly title: string; readonly roles: readonly string[] }[];
  readonly sources: readonly { readonly title: string; readonly path: string }[];
  readonly text_layer: { readonly file: string; readonly sha256: string };
  /** The text that opens every annex, `{annex}` standing for its number. */
  readonly annex_stamp: string;
  /** For each annex the files under `tables/`, in printed order. */
  readonly annexes: Readonly<Record<string, readonly string[]>>;
}

const text = { type: 'string', minLength: 1 } as const;
const texts = { type: 'array', items: text } as const;
const record = (required: readonly string[]): object => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties: Object.fromEntries(required.map((name) => [name, text])),
});

/** The JSON schema of `document.yaml`. */
export const documentSchema: object = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'language',
    'title',
    'description',
    'version',
    'created',
    'keywords',
    'licence',
    'contributors',
    'sources',
    'text_layer',
    'annex_stamp',
    'annexes',
  ],
  properties: {
    id: { type: 'string', pattern: '^[a-z0-9-]+$' },
    language: text,
    title: { type: 'object', additionalProperties: text, required: ['en'], properties: { en: text } },
    description: text,
    version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
    created: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' },
    keywords: texts,
    licence: record(['name', 'title', 'path']),
    contributors: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['title', 'roles'],
        properties: { title: text, roles: texts },
      },
    },
    sources: { type: 'array', items: record(['title', 'path']) },
    text_layer: {
      type: 'object',
      additionalProperties: false,
      required: ['file', 'sha256'],
      properties: {
        file: { type: 'string', pattern: '^[\\w.-]+$' },
        sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      },
    },
    annex_stamp: { type: 'string', pattern: '\\{annex\\}' },
    annexes: {
      type: 'object',
      minProperties: 1,
      additionalProperties: { type: 'array', items: { type: 'string', pattern: '^[\\w-]+$' }, minItems: 1 },
    },
  },
};
