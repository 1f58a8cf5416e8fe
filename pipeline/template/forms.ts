import { Ajv, type ValidateFunction } from 'ajv';

/** The words that the JSON schemas of declarations are written in. */

/** A text that is not empty. */
export const text = { type: 'string', minLength: 1 } as const;

/** A number that counts from 1. */
export const count = { type: 'integer', minimum: 1 } as const;

/** A text of a form, and what a person is told that it must be: the form itself is for programs. */
export const written = (pattern: string, description: string) =>
  ({ type: 'string', pattern, description }) as const;

export const listOf = <T extends object>(items: T) => ({ type: 'array', items }) as const;

/** A list of one thing or more. */
export const someOf = <T extends object>(items: T) => ({ type: 'array', items, minItems: 1 }) as const;

/** A mapping whose keys are not known beforehand, such as codes. */
export const mapOf = <T extends object>(values: T) =>
  ({ type: 'object', additionalProperties: values }) as const;

/** A mapping of known keys: those that must be there, and those that may be left out. A key that is neither is refused. */
export const entry = <R extends Readonly<Record<string, object>>, O extends Readonly<Record<string, object>>>(
  required: R,
  optional: O,
) =>
  ({
    type: 'object',
    additionalProperties: false,
    required: Object.keys(required),
    properties: { ...required, ...optional },
  }) as const;

/** A mapping that may have more keys than these: what another program wrote, or another version of this one. */
export const openEntry = (
  required: Readonly<Record<string, object>>,
  optional: Readonly<Record<string, object>> = {},
) =>
  ({
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
  }) as const;

/** A text that may be empty. */
export const anyText = { type: 'string' } as const;

/** A number that counts from 0. */
export const size = { type: 'integer', minimum: 0 } as const;

/** A name of a table or a column. */
export const name = written('^[a-z][a-z0-9_]*$', 'a name of small letters, digits and underscores');

/** A text in the languages that it is said in; English is always among them. */
export const inLanguages = (value: object) =>
  ({
    ...mapOf(value),
    propertyNames: written('^[a-z]{2}$', 'a language by its two letters'),
    required: ['en'],
    properties: { en: value },
  }) as const;

/** How many decimals the values of a column may have. */
export const decimals = someOf({ type: 'integer', minimum: 0, maximum: 9 });

export const checksum = written('^[0-9a-f]{64}$', 'a SHA-256 checksum: 64 hexadecimal digits');

/** The name of a file of `tables/`. */
export const tableFile = written('^[\\w-]+$', 'the name of a file of tables/, without .yaml');

/** The formats' own schemas are held against the standard by a test; here that took longer than reading all files. */
const ajv = new Ajv({
  allErrors: true,
  allowUnionTypes: true,
  validateSchema: false,
  meta: false,
  code: { optimize: false },
  keywords: ['ordered'],
  // A finding tells what the broken part of a schema is called.
  verbose: true,
});

/** The check that a JSON Schema stands for, compiled once; it tells all errors of a value and types what passes. */
export function checkOf<T>(schema: object): ValidateFunction<T> {
  return ajv.compile<T>(schema);
}
