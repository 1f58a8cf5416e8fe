import { Ajv, type ValidateFunction } from 'ajv';

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
