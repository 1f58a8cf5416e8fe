import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import '../needs-report.ts';
import { build, read, stagesOf } from '../../pipeline/build.ts';
import { renderFinding, SourceFault } from '../../pipeline/page/finding.ts';
import { documentOf, fixtureFile } from '../made-up-document.ts';
import { emptyFolder, filesOf } from '../publish/folder.ts';
import { badInputs, readingOf, trueReading } from './bad-inputs.ts';

/** What is wrong with a folder for the output is found after all reading: a small document will do. */
const SMALL = {
  source: {
    file: 'input.txt',
    bytes: new TextEncoder().encode(fixtureFile('family-of-tables', 'input.txt')),
  },
  document: documentOf('family-of-tables'),
};
/** The output that stood there before; no bad input may touch it. */
const OLD = { SHA256SUMS: `${'0'.repeat(64)}  csv/area.csv\n`, 'csv/area.csv': 'area\n' };

/** Bad inputs that are built, each stopped by another stage, with the same error; all others are read alone. */
const BUILT = ['layout-tab', 'encoding-control-character', 'comma-lost', 'columns-exchanged-gini'];

describe('a bad input gets one error:', () => {
  for (const [name, input] of badInputs) {
    if (input.out !== undefined || BUILT.includes(name)) continue;
    test(`${name.replaceAll('-', ' ')} (${input.headline})`, async () => {
      const folder = input.given === undefined ? 'no folder' : emptyFolder();
      const said = await complaints(folder, async () => {
        const { source, document } = readingOf(input, folder);
        await read(source, document, { started: () => undefined });
      });
      expect(said).toEqual([input.says]);
      expect(input.says.split('\n')).toHaveLength(2);
    });
  }
});

describe('a build of a bad input leaves the output alone:', () => {
  const isForOutput = (name: string): boolean => badInputs.get(name)?.out !== undefined;
  test.each([...BUILT, ...[...badInputs.keys()].filter(isForOutput)])('%s', async (name) => {
    const folder = emptyFolder();
    const input = badInputs.get(name) ?? expect.fail('there is none');
    const beside = input.out?.beside ?? prefixed('out', OLD);
    for (const [path, content] of Object.entries(beside)) put(join(folder, path), content);
    const before = filesOf(folder);
    const out = input.out?.path ?? 'out';
    const said = await complaints(folder, async () => {
      const { source, document } = input.out === undefined ? readingOf(input, folder) : SMALL;
      await build(source, document, isAbsolute(out) ? out : join(folder, out), () => undefined, {});
    });
    expect(said).toEqual([input.says]);
    expect(filesOf(folder)).toEqual(before);
    expect(input.says.split('\n')).toHaveLength(2);
  });
});

test('the true source with the project as it is gets no error', async () => {
  const { datasets } = await stagesOf(
    () => trueReading.source,
    trueReading.document,
    async (_, make) => make(),
  ).validate();
  expect(datasets.length).toBeGreaterThan(20);
});

/** What is said of a bad input, with the names of files as the user gave them. */
async function complaints(folder: string, run: () => Promise<void>): Promise<readonly string[]> {
  try {
    await run();
    return [];
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.findings.map((finding) => renderFinding(finding).replaceAll(`${folder}/`, ''));
  }
}

function put(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function prefixed(prefix: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${prefix}/${path}`, text]));
}
