import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Request, readArguments } from '../../pipeline/command-line/arguments.ts';
import { editionsText } from '../../pipeline/command-line/compare/editions-text.ts';
import { readOutput } from '../../pipeline/command-line/compare/output.ts';
import { compareEditions } from '../../pipeline/command-line/compare/revisions.ts';
import { buildMany } from '../../pipeline/command-line/corpus/build-many.ts';
import { merge } from '../../pipeline/command-line/corpus/merge.ts';
import { run } from '../../pipeline/command-line/stages.ts';
import { makeFolder, removeFolder } from '../publish/folder.ts';
import { editFile, queried, writeReport, writeReports } from './made-up-corpus.ts';

const GUIDE = readFileSync('docs/many-documents.md', 'utf8');
const PROJECT = resolve('.');
let folder = '';

const blocks = (language: string): readonly string[] =>
  [...GUIDE.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, code = '']) => code,
  );

/** The words of a line of a shell: what stands in quotes is one. */
const wordsOf = (line: string): readonly string[] =>
  (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll("'", ''));

/** Does what a command of the guide says, and gives what it came to. */
async function done(request: Request): Promise<unknown> {
  switch (request.kind) {
    case 'many':
      return buildMany({ ...request.many, workers: 1 }, () => undefined);
    case 'merge':
      return merge(request.merge);
    case 'compare':
      return editionsText(compareEditions(readOutput(request.compare.old), readOutput(request.compare.next)));
    case 'run':
      return run(request.command, () => undefined, {});
    default:
      throw new Error(`no command: ${JSON.stringify(request)}`);
  }
}

beforeAll(() => {
  folder = makeFolder();
  process.chdir(folder);
  writeReports('sources', 3);
  // The third report says of the year before another number, as the guide declares it.
  editFile('sources/harvest-1903/report.html', '<td>102.5<td>103.5', '<td>103.0<td>103.5');
  editFile('sources/harvest-1903/report.html', '<td>157.0', '<td>157.5');
  const tonnes = { north: ['1.0'], south: ['2.0'], all: ['3.0'] };
  writeReport('editions/first', { name: 'harvest', years: [2001, 2001], tonnes });
  cpSync('editions/first', 'editions/second', { recursive: true });
  const [declared = ''] = blocks('yaml');
  // Reports of a harvest cite no acts.
  writeFileSync('corpus.yaml', declared.replace('dimensions: [act]', 'dimensions: [orchard]'));
});

afterAll(() => {
  process.chdir(PROJECT);
  return removeFolder(folder);
});

describe('the guide to many documents', () => {
  test('has commands that do what they say, one after the other', async () => {
    const lines = blocks('sh').flatMap((block) => block.split('\n').filter((line) => line !== ''));
    expect(lines.length).toBeGreaterThan(9);
    const commands = new Set<string>();
    for (const line of lines) {
      const [program, ...words] = wordsOf(line);
      expect(program).toBe('etl');
      const request = readArguments(words);
      commands.add(request.kind);
      const outcome = await done(request);
      expect(outcome, line).toBeDefined();
      if (request.kind === 'merge')
        expect(outcome).toMatchObject({ documents: 3, refused: 0, across: { revised: 1 } });
    }
    expect([...commands].sort()).toEqual(['compare', 'many', 'merge', 'run']);
  });

  test('has queries that the catalogue answers', async () => {
    const [sql = ''] = blocks('sql');
    const [attach = '', ...queries] = sql.split(';\n').filter((query) => query.trim() !== '');
    expect(queries).toHaveLength(3);
    const here = attach.replace('catalogue/', 'corpus/catalogue/');
    const rows = await Promise.all(queries.map((query) => queried('corpus', `${here}; ${query}`)));
    expect(rows[0]).toHaveLength(6);
    expect(rows[1]?.map((row) => row[3])).toContain('revised');
    expect(rows[2]).toEqual([]);
  });
});
