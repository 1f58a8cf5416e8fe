import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import '../needs-report.ts';
import { openDocument, openSource } from '../../pipeline/command-line/folders.ts';
import { readTextFile } from '../../pipeline/extract/text-file.ts';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import type { Row } from '../../pipeline/template/schema/rows.ts';
import { validate } from '../../pipeline/validate/validate.ts';

/** A source with one planted error, and what must be reported of it. */
interface Planted {
  readonly find: string;
  readonly replace: string;
  readonly broken: readonly string[];
  readonly erratum: Readonly<Record<string, string | null>> & { readonly id: string };
}

const FOLDER = 'tests/fixtures/planted';
const document = openDocument('kz-icescr-2');
const { bytes, file } = openSource(undefined, document);
const text = new TextDecoder().decode(bytes);

function tablesOf(source: string): (table: string) => readonly Row[] {
  const layer = readTextFile(new TextEncoder().encode(source), file);
  const { datasets } = validate(normalise(layer, document), document);
  return (table) => datasets.find(({ schema }) => schema.name === table)?.rows ?? [];
}

const broken = (rows: readonly Row[]): string[] =>
  rows.filter(({ verdict }) => verdict === 'broken').map(({ check_id }) => String(check_id));

const truth = tablesOf(text);
const brokenInTruth = new Set(broken(truth('check_result')));
const errataInTruth = new Set(truth('erratum').map(({ erratum_id }) => erratum_id));

describe('a planted error is reported', () => {
  for (const name of readdirSync(FOLDER)) {
    it(name.replace('.yaml', '').replaceAll('-', ' '), () => {
      const planted: Planted = parse(readFileSync(join(FOLDER, name), 'utf8'));
      const parts = text.split(planted.find);
      expect(parts, 'the edit matches once').toHaveLength(2);
      const tables = tablesOf(parts.join(planted.replace));
      const newlyBroken = broken(tables('check_result')).filter((id) => !brokenInTruth.has(id));
      expect(newlyBroken).toEqual(expect.arrayContaining([...planted.broken]));
      const fresh = tables('erratum').filter(({ erratum_id }) => !errataInTruth.has(erratum_id ?? ''));
      expect(fresh, 'one erratum for one cause').toHaveLength(1);
      const { id, ...expected } = planted.erratum;
      const { erratum_id, ...found } = fresh[0] ?? {};
      expect(erratum_id).toBe(id);
      for (const [column, value] of Object.entries(expected)) {
        const published = found[column];
        expect(published === null || published === undefined ? null : String(published), column).toBe(value);
      }
    });
  }
});
