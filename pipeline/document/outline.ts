import { readYaml, type SourceFile } from './yaml-file.ts';

/** A heading as it is printed, and in English. */
export interface DeclaredHeading {
  readonly id: string;
  readonly title: string;
  readonly en: string;
}

/** A heading within a part. */
export interface DeclaredSubheading extends DeclaredHeading {
  /** Id of the heading that it stands under (`recommendation-11`, another subheading); the part if there is none. */
  readonly under?: string;
}

/** Headings that hold the numbers of recommendations, `{numbers}` standing for one or several. */
export interface DeclaredRecommendations {
  /** Every number from the first to the last stands in exactly one heading. */
  readonly first: number;
  readonly last: number;
  readonly one: string;
  readonly several: string;
  readonly en: string;
}

export interface DeclaredPart extends DeclaredHeading {
  readonly recommendations?: DeclaredRecommendations;
  readonly subheadings?: readonly DeclaredSubheading[];
}

/** `outline.yaml`: how a document is divided. */
export interface Outline {
  /** How many numbered paragraphs there are. */
  readonly paragraphs: number;
  readonly parts: readonly DeclaredPart[];
  readonly annexes: {
    readonly count: number;
    /** The line that names an annex, `{number}` standing for its number. */
    readonly title: string;
    readonly en: string;
  };
}

const text = { type: 'string', minLength: 1 } as const;
const count = { type: 'integer', minimum: 1 } as const;
const id = { type: 'string', pattern: '^[a-z][a-z0-9-]*$' } as const;
const holding = (placeholder: string): object => ({ type: 'string', pattern: `\\{${placeholder}\\}` });
const record = (required: readonly string[], properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

/** The JSON schema of `outline.yaml`. */
export const outlineSchema: object = record(['paragraphs', 'parts', 'annexes'], {
  paragraphs: count,
  parts: {
    type: 'array',
    minItems: 1,
    items: record(['id', 'title', 'en'], {
      id,
      title: text,
      en: text,
      recommendations: record(['first', 'last', 'one', 'several', 'en'], {
        first: count,
        last: count,
        one: holding('numbers'),
        several: holding('numbers'),
        en: holding('numbers'),
      }),
      subheadings: {
        type: 'array',
        items: record(['id', 'title', 'en'], { id, under: id, title: text, en: text }),
      },
    }),
  },
  annexes: record(['count', 'title', 'en'], {
    count,
    title: holding('number'),
    en: holding('number'),
  }),
});

/** Reads `outline.yaml`. */
export function readOutline(file: SourceFile): Outline {
  return readYaml<Outline>(file, () => outlineSchema);
}
