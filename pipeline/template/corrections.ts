import { ERRATUM_KINDS, type ErratumKind } from '../identities/instance.ts';

/** A column header that is printed wrongly and read as what it means; the values stay as printed. */
export interface HeaderCorrection {
  readonly id: string;
  readonly table: string;
  /** The codes of the table of the family, such as the year. */
  readonly codes: Readonly<Record<string, string>>;
  readonly printed: string;
  readonly read_as: string;
  readonly reason: string;
  readonly certainty: 'proven' | 'likely';
}

/** What a person found on looking at the source where identities are broken: why the error is the source's. */
export interface Review {
  /** The broken identities of one cause by their `check_id`, each with its two sides as they are printed. */
  readonly checks: Readonly<Record<string, readonly [number, number]>>;
  readonly reason: string;
}

/** An error of the running text that no arithmetic shows, as a person found it. */
export interface Observation {
  readonly id: string;
  readonly kind: ErratumKind;
  readonly paragraph: number;
  /** Words of the paragraph as it is printed; the build stops when they no longer stand there. */
  readonly printed: string;
  readonly implied: string;
  readonly suggestion?: string;
  readonly reason: string;
  readonly certainty: 'proven' | 'likely';
}

/** `corrections.yaml`: every human decision about what the source prints. */
export interface Corrections {
  readonly headers?: readonly HeaderCorrection[];
  readonly reviews?: readonly Review[];
  readonly observations?: readonly Observation[];
}

const text = { type: 'string', minLength: 1 } as const;

const sides = { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 } as const;

/** The JSON schema of `corrections.yaml`. */
export const correctionsSchema: object = {
  type: 'object',
  additionalProperties: false,
  properties: {
    headers: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'table', 'codes', 'printed', 'read_as', 'reason', 'certainty'],
        properties: {
          id: text,
          table: text,
          codes: { type: 'object', additionalProperties: text },
          printed: text,
          read_as: text,
          reason: text,
          certainty: { enum: ['proven', 'likely'] },
        },
      },
    },
    observations: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'kind', 'paragraph', 'printed', 'implied', 'reason', 'certainty'],
        properties: {
          id: text,
          kind: { enum: ERRATUM_KINDS },
          paragraph: { type: 'integer', minimum: 1 },
          printed: text,
          implied: text,
          suggestion: text,
          reason: text,
          certainty: { enum: ['proven', 'likely'] },
        },
      },
    },
    reviews: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['checks', 'reason'],
        properties: {
          checks: { type: 'object', minProperties: 1, additionalProperties: sides },
          reason: text,
        },
      },
    },
  },
};
