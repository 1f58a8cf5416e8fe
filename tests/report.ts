import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { importsOf } from './imports.ts';

const ROOT = join(import.meta.dirname, '..');
const NAME = 'kz-icescr-2';
/** The folder of the report. */
export const REPORT = `sources/${NAME}`;
/** Imported by what cannot do without the report. */
const MARK = 'tests/needs-report.ts';

/**
 * Whether the report is in the project, declared and published: without it the engine is whole, and what is tested by the
 * report is left out, with this as the reason.
 */
export const reportIsThere =
  existsSync(join(ROOT, REPORT, 'document.yaml')) && isPublished(join(ROOT, 'output/datapackage.json'));

/** Why a test is left out. */
export const NO_REPORT = `needs the report: ${REPORT} and its output are not in this project`;

function isPublished(file: string): boolean {
  if (!existsSync(file)) return false;
  const said: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof said === 'object' && said !== null && 'name' in said && said.name === NAME;
}

/** The test files that import `needs-report.ts`, themselves or by what they import: their paths in the project. */
export function testsOfReport(): readonly string[] {
  const files = readdirSync(join(ROOT, 'tests'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((file) => ({ path: relative(ROOT, file), text: readFileSync(file, 'utf8') }));
  const needing = new Set([MARK]);
  const imports = importsOf(files);
  for (let known = 0; known < needing.size; ) {
    known = needing.size;
    for (const { from, to } of imports) if (needing.has(to)) needing.add(from);
  }
  return [...needing].filter((file) => file.endsWith('.test.ts')).sort();
}
