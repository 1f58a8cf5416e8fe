import type { ErrorObject } from 'ajv';
import { counted } from '../page/finding.ts';

/** What values of a type are called. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['string', 'a text'],
  ['integer', 'a whole number'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'a mapping of keys to values'],
  ['null', 'nothing'],
]);

/**
 * What a JSON schema asks for where a value breaks it, in words for who wrote the value: `a list`, `the key "en"`. A text
 * of a form is told by the description of its schema, else by the form itself.
 */
export function plainWords({ keyword, params, parentSchema }: ErrorObject): string {
  const values: Readonly<Record<string, unknown>> = params;
  const limit = Number(values.limit);
  const entries = `${limit} ${limit === 1 ? 'entry' : 'entries'}`;
  switch (keyword) {
    case 'type':
      return described(parentSchema) ?? namesOf(values.type);
    case 'required':
      return `the key "${String(values.missingProperty)}"`;
    case 'enum':
      return isSingle(values.allowedValues)
        ? listed(values.allowedValues)
        : `one of ${listed(values.allowedValues)}`;
    case 'const':
      return JSON.stringify(values.allowedValue);
    case 'pattern':
      return described(parentSchema) ?? `a text of the form ${String(values.pattern)}`;
    case 'minLength':
      return limit === 1 ? 'a text that is not empty' : `a text of at least ${limit} characters`;
    case 'maxLength':
      return `a text of at most ${counted(limit, 'character')}`;
    case 'minItems':
    case 'minProperties':
      return `at least ${entries}`;
    case 'maxItems':
    case 'maxProperties':
      return `at most ${entries}`;
    case 'minimum':
      return `${limit} or more`;
    case 'maximum':
      return `${limit} or less`;
    case 'uniqueItems':
      return 'a list in which nothing stands twice';
    case 'propertyNames':
      return 'keys of the form that the format knows';
    case 'format':
      return `a text of the form "${String(values.format)}"`;
    default:
      return `a value that the format admits (${keyword})`;
  }
}

function namesOf(type: unknown): string {
  const types: readonly unknown[] = Array.isArray(type) ? type : String(type).split(',');
  return types.map((each) => TYPES.get(String(each)) ?? String(each)).join(' or ');
}

function isSingle(values: unknown): boolean {
  return Array.isArray(values) && values.length === 1;
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(', ') : String(values);
}

function described(schema: unknown): string | undefined {
  if (typeof schema !== 'object' || schema === null || !('description' in schema)) return undefined;
  return String(schema.description);
}
