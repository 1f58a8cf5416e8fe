import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readTextFile } from '../../pipeline/extract/text-file.ts';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import type { Row } from '../../pipeline/template/schema/rows.ts';
import { type ValidatedDocument, validate } from '../../pipeline/validate/validate.ts';
import { document, source, whole } from '../project.ts';

/** A source with one planted error, and what must be reported of it. */
interface Planted {
  readonly find: string;
  readonly replace: string;
  readonly broken: readonly string[];
  /** The erratum of an error that the same numbers prove: the two would be one cause. */
  readonly apart?: string;
  readonly erratum: Readonly<Record<string, string | null>> & { readonly id: string };
}

const FOLDER = 'tests/fixtures/planted';
const printed = new TextDecoder().decode(source.bytes);

const tablesOf =
  ({ datasets }: ValidatedDocument) =>
  (table: string): readonly Row[] =>
    datasets.find(({ schema }) => schema.name === table)?.rows ?? [];

const broken = (rows: readonly Row[]): string[] =>
  rows.filter(({ verdict }) => verdict === 'broken').map(({ check_id }) => String(check_id));

const truth = tablesOf(whole().validated);
const brokenInTruth = new Set(broken(truth('check_result')));
const errataInTruth = new Set(truth('erratum').map(({ erratum_id }) => erratum_id));

const planted = readdirSync(FOLDER).map((name): [name: string, planted: Planted] => [
  name.replace('.yaml', '').replaceAll('-', ' '),
  parse(readFileSync(join(FOLDER, name), 'utf8')),
]);

/** Texts with as many of the errors in each as have nothing to do with each other: none may hide another. */
const texts: { text: string; readonly errors: Planted[] }[] = [];
for (const [, error] of planted) {
  const free = texts.find(
    ({ text, errors }) =>
      text.split(error.find).length === 2 && !errors.some(({ erratum }) => erratum.id === error.apart),
  );
  const own = free ?? { text: printed, errors: [] };
  if (free === undefined) texts.push(own);
  own.text = own.text.split(error.find).join(error.replace);
  own.errors.push(error);
}
const readings = texts.map(({ text, errors }) => {
  const layer = readTextFile(new TextEncoder().encode(text), source.file);
  return { errors, tables: tablesOf(validate(normalise(layer, document), document)) };
});

describe('a planted error is reported', () => {
  it('by one erratum for one cause', () => {
    for (const { errors, tables } of readings) {
      const fresh = tables('erratum').filter(({ erratum_id }) => !errataInTruth.has(erratum_id ?? ''));
      expect(fresh.map(({ erratum_id }) => erratum_id).sort()).toEqual(
        errors.map(({ erratum }) => erratum.id).sort(),
      );
    }
  });

  for (const [name, error] of planted) {
    it(name, () => {
      expect(printed.split(error.find), 'the edit matches once').toHaveLength(2);
      const { tables } = readings.find(({ errors }) => errors.includes(error)) ?? { tables: truth };
      const newlyBroken = broken(tables('check_result')).filter((id) => !brokenInTruth.has(id));
      expect(newlyBroken).toEqual(expect.arrayContaining([...error.broken]));
      const { id, ...expected } = error.erratum;
      const found = tables('erratum').find(({ erratum_id }) => erratum_id === id) ?? {};
      for (const [column, value] of Object.entries(expected)) {
        const published = found[column];
        expect(published === null || published === undefined ? null : String(published), column).toBe(value);
      }
    });
  }
});
