import type { Finding } from '../../page/finding.ts';
import type { TableSchema } from './table-schema.ts';

/** How many keys a text in JSON writes, those that stand twice too. */
export function keysWritten(json: string): number {
  const texts = json.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g);
  return [...texts].filter(([, colon]) => colon !== undefined).length;
}

/** How many keys a value has, with those within it. */
export function keysOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const parts: readonly unknown[] = Object.values(value);
  const own = Array.isArray(value) ? 0 : parts.length;
  return parts.reduce((sum: number, part) => sum + keysOf(part), own);
}

/** The line of a JSON error: told by its position, or by the piece of text that the message shows around it. */
export function syntaxLine(content: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  const around = /(?:\.\.\.)?"([\s\S]+?)"(?:\.\.\.)? is not valid JSON$/.exec(message)?.[1];
  const start = around === undefined ? -1 : content.indexOf(around);
  const at = position !== undefined ? Number(position) : start < 0 ? 0 : start + (around?.length ?? 0) / 2;
  return content.slice(0, at).split('\n').length;
}

/** A finding of a form as one of a schema. */
export function asSchemaFault(finding: Finding): Finding {
  const expected = finding.expected === 'valid YAML' ? 'valid JSON' : finding.expected;
  const action = finding.action?.replace('correct the file', 'correct the schema') ?? 'correct the schema';
  return { ...finding, kind: 'schema', expected, action };
}

/** Keys that are no columns. */
export function keyFaults(
  file: string,
  content: string,
  { fields, primaryKey, namedBy = [], foreignKeys = [] }: TableSchema,
): Finding[] {
  const known = new Set(fields.map(({ name }) => name));
  return [...primaryKey, ...namedBy, ...foreignKeys.flatMap((key) => key.fields)]
    .filter((name) => !known.has(name))
    .map((name) => made(file, content, `"${name}"`, 'keys that are fields of the table', `"${name}"`));
}

/** A value is never equal to an enumerated one of another type. */
export function enumerationFaults(file: string, content: string, { fields }: TableSchema): Finding[] {
  return fields.flatMap(({ type, constraints }) => {
    const wanted = type === 'string' ? 'string' : 'number';
    const stray = constraints?.enum?.find((each) => typeof each !== wanted);
    if (stray === undefined) return [];
    const expected = wanted === 'string' ? 'enumerated texts in quotes' : 'enumerated numbers';
    return [made(file, content, '"enum"', expected, JSON.stringify(stray))];
  });
}

/** References to tables and columns that there are not. */
export function referenceFaults(
  folder: string,
  { name, foreignKeys = [] }: TableSchema,
  schemas: ReadonlyMap<string, TableSchema>,
): Finding[] {
  return foreignKeys.flatMap(({ reference: { resource, fields } }) => {
    const target = schemas.get(resource);
    const stray =
      target === undefined
        ? resource
        : fields.find((each) => !target.fields.some((field) => field.name === each));
    if (stray === undefined) return [];
    const place = { file: `${folder}/${name}.json` };
    return [
      {
        kind: 'schema' as const,
        place,
        expected: 'a foreign key to a table and field that exist',
        found: `"${stray}"`,
      },
    ];
  });
}

/** A finding of the line that names a word. */
export function made(file: string, content: string, word: string, expected: string, found: string): Finding {
  const at = content.indexOf(word);
  const line = at < 0 ? 1 : content.slice(0, at).split('\n').length;
  return { kind: 'schema', place: { file, line }, expected, found, action: 'correct the schema' };
}
