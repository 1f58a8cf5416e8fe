import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import './needs-report.ts';
import { build } from '../pipeline/build.ts';
import { openDocument, openSource } from '../pipeline/command-line/folders.ts';
import { emptyFolder } from './publish/folder.ts';

const FIXTURE = 'tests/fixtures/pdf/annexes.pdf';
/** Figures that the running text repeats stand in this table too, and the PDF has no running text. */
const REPEATED = new Set(['quoted_figure']);

test('the PDF of the annexes publishes the same tables of the annexes as the text layer', async () => {
  const document = openDocument('kz-icescr-2');
  const { plan, codelists } = document;
  const printed = plan.annexes.flatMap(({ elements }) => elements.map(({ table }) => table));
  const out = join(emptyFolder(), 'pdf');
  await build(openSource(FIXTURE, document), document, out, () => undefined, {});
  const same = [...printed.filter((table) => !REPEATED.has(table)), ...codelists.keys()];
  expect(same.length).toBeGreaterThan(20);
  const table = (folder: string, name: string): string =>
    readFileSync(join(folder, 'csv', `${name}.csv`), 'utf8');
  for (const name of same) expect(table(out, name), name).toBe(table('output', name));
});
