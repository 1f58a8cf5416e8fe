import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readTextFile } from '../../pipeline/extract/text-file.ts';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import { SourceFault } from '../../pipeline/page/finding.ts';
import type { Row } from '../../pipeline/template/schema/rows.ts';
import type { TableSchema } from '../../pipeline/template/schema/table-schema.ts';
import { validate } from '../../pipeline/validate/validate.ts';
import { documentOf, fixtureFile, fixtures } from '../made-up-document.ts';

/** One published value of a fixture, as its `expected.csv` has it. */
type Published = Readonly<Record<'cell' | 'column' | 'value' | 'obs_status' | 'notes', string>>;

const repaired = fixtures.filter((name) => !name.startsWith('refused-'));
const refused = fixtures.filter((name) => name.startsWith('refused-'));

describe('damage to a document that the engine has never seen is undone', () => {
  it.each(repaired)('%s', (name) => {
    const expected: readonly Published[] = parse(fixtureFile(name, 'expected.csv') ?? '', { columns: true });
    expect(expected).not.toEqual([]);
    expect(publish(name)).toEqual(byCell(expected));
  });
});

describe('a source at fault is refused with its file, line, table and row', () => {
  it.each(refused)('%s', (name) => {
    expect(() => publish(name)).toThrow(SourceFault);
    expect(complaint(name)).toBe(fixtureFile(name, 'message.txt')?.trimEnd());
  });
});

/** Every value of a fixture as it is published. */
function publish(name: string): readonly Published[] {
  const document = documentOf(name);
  const bytes = new TextEncoder().encode(fixtureFile(name, 'input.txt'));
  const { datasets } = validate(normalise(readTextFile(bytes, 'input.txt'), document), document);
  const values = document.plan.slots.flatMap(({ cellId, table, column }) =>
    datasets
      .filter(({ schema }) => schema.name === table)
      .flatMap(({ schema, rows }) => rows.filter((row) => idOf(schema, row) === cellId))
      .map((row) => ({ cell: cellId, column, ...textsOf(row, column) })),
  );
  return byCell(values);
}

function textsOf(row: Row, column: string): Pick<Published, 'value' | 'obs_status' | 'notes'> {
  const text = (name: string): string => String(row[name] ?? '');
  return { value: text(column), obs_status: text('obs_status'), notes: text('notes') };
}

function idOf({ name, primaryKey }: TableSchema, row: Row): string {
  return `${name}:${primaryKey.map((key) => row[key]).join('.')}`;
}

function complaint(name: string): string {
  try {
    publish(name);
    return 'nothing';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function byCell(values: readonly Published[]): readonly Published[] {
  return [...values].sort((a, b) => (`${a.cell} ${a.column}` < `${b.cell} ${b.column}` ? -1 : 1));
}
