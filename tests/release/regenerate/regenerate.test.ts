import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { build } from '../../../pipeline/build.ts';
import { readOutput } from '../../../pipeline/command-line/compare/output.ts';
import { folderFiles } from '../../../pipeline/command-line/copy/files.ts';
import { openDocument, openSource } from '../../../pipeline/command-line/folders.ts';
import { readTask } from '../../../pipeline/command-line/reading.ts';
import { sha256 } from '../../../pipeline/page/sha256.ts';
import type { World } from '../../../release/fetch/download.ts';
import { newestSnapshot } from '../../../release/fetch/snapshots.ts';
import { realWorld } from '../../../release/fetch/world.ts';
import { fetchCommand } from '../../../release/fetch.ts';
import { regenerateCommand } from '../../../release/regenerate.ts';
import { makeProject } from '../../made-up-project.ts';
import { start } from '../../nothing-lost/programs.ts';
import { makeFolder, removeFolder } from '../../publish/folder.ts';
import { type RanHere, ranHere } from '../../ran-here.ts';
import { answers, registerThat, says } from '../fetch/register-server.ts';
import { startHere } from '../verify/copies.ts';

const DOCUMENT = 'sources/document';
const HEAD = `${DOCUMENT}/document.yaml`;
const PRINTED = 'North Hill 11,0';
const REPRINTED = 'North Hill 11,5';
const CONTENT = { etag: '"1"' };

/** A made-up project with its output, small enough to be regenerated many times. */
let published = '';
/** Its text. */
let printed = '';
/** A copy of it, for one test. */
let folder = '';

beforeAll(async () => {
  published = makeProject('family-of-tables');
  printed = readFileSync(join(published, DOCUMENT, 'input.txt'), 'utf8');
  folder = published;
  await built();
});

afterAll(() => removeFolder(published));

beforeEach(() => {
  folder = makeFolder();
  cpSync(published, folder, { recursive: true });
});

afterEach(() => removeFolder(folder));

/** Lets the document's register be the one at `origin`. */
function registerIs(origin: string): void {
  const types = 'media_types: [application/pdf, text/plain]';
  const register = `register:\n  url: ${origin}/report\n  origins: [${origin}]\n  ${types}\n  most_megabytes: 1\n`;
  edit(HEAD, (text) => `${text}${register}`);
}

function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(join(folder, path), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, path), after);
}

/** The world as it is, but that a document is read in this thread. */
const world = (): World => ({ ...realWorld((text) => console.error(text)), read: readTask });

const regenerate = (...words: readonly string[]): Promise<RanHere> =>
  ranHere(folder, () => regenerateCommand(words, world(), startHere));

const fetch = (...words: readonly string[]): Promise<RanHere> =>
  ranHere(folder, () => fetchCommand(words, world()));

/** Builds the document as it stands there. */
const built = async (): Promise<void> => {
  await ranHere(folder, async () => {
    const document = openDocument(undefined);
    await build(openSource(undefined, document), document, 'output', () => undefined, {});
    return 0;
  });
};

/** The published output: its files and their checksums. */
const output = () =>
  [...folderFiles(join(folder, 'output'))].map(([path, bytes]) => `${sha256(bytes)}  ${path}`);

/** The text with one number changed. */
const reprinted = (): string => printed.replace(PRINTED, REPRINTED);

/** A register that gives a text, and answers "not modified" to who knows it. */
function gives(text: string): RequestListener {
  const whole = answers(text, CONTENT);
  return (request, response) => {
    if (request.headers['if-none-match'] === CONTENT.etag) response.writeHead(304).end();
    else whole(request, response);
  };
}

describe('regenerating', () => {
  it('says that there is nothing new when the register has the same text, exported again', async () => {
    const { origin } = await registerThat(answers(`\ufeff${printed.replaceAll('\n', '\r\n')}`));
    registerIs(origin);
    const before = output();
    // As the npm script does it: the command as a program.
    const { code, out } = await start('release/start.mjs', ['regenerate'], { folder });
    expect({ code, out }).toEqual({ code: 0, out: 'nothing new: same text\n' });
    expect(output()).toEqual(before);
    expect(await newestSnapshot(join(folder, DOCUMENT))).toBeUndefined();
    expect(existsSync(join(folder, 'build/regenerated.md'))).toBe(false);
  }, 600_000);

  it('lays a new text before people, run after run, until they adopt it; output/ is theirs alone', async () => {
    const { origin } = await registerThat(gives(reprinted()));
    registerIs(origin);
    const before = output();

    const first = await regenerate();
    expect(first.code).toBe(10);
    expect(first.err).toBe('fetch\nextract\nnormalise\nvalidate\npublish\ncheck\ncompare\n');
    expect(first.out).toContain('harvest');
    expect(first.out).toContain('11.0 -> 11.5');
    expect(output()).toEqual(before);
    const snapshot = await newestSnapshot(join(folder, DOCUMENT));
    expect(snapshot?.bytes).toEqual(Buffer.from(reprinted()));
    const review = readFileSync(join(folder, 'build/regenerated.md'), 'utf8');
    expect(review).toContain(`from: \`${origin}/report\``);
    expect(review).toContain('NORTH.2002 tonnes: 11.0 -\\> 11.5');
    const whole = JSON.parse(readFileSync(join(folder, 'build/regenerated.json'), 'utf8'));
    expect(JSON.stringify(whole)).toContain('"next":"11.5"');
    expect(readOutput(join(folder, 'build/regenerated')).tables.size).toBe(11);

    const second = await regenerate('--out', 'elsewhere/');
    expect(second.code).toBe(10);
    expect(second.out).toContain('for review: elsewhere.md, elsewhere.json and elsewhere/');
    expect((await newestSnapshot(join(folder, DOCUMENT)))?.folder).toBe(snapshot?.folder);
    expect(output()).toEqual(before);

    const { text_layer: adopted } = parse(/```yaml\n([\s\S]*?)```/.exec(review)?.[1] ?? '');
    edit(HEAD, (text) =>
      text
        .replace(/file: input.txt/, `file: ${adopted.file}`)
        .replace(/sha256: "\w+"/, `sha256: "${adopted.sha256}"`),
    );
    const stale = await regenerate();
    expect(stale.code).toBe(1);
    expect(stale.err).toMatch(
      /output: output\n {2}expected what .*document\.txt gives, found \d+ changes?.*run make/,
    );
    expect(existsSync(join(folder, 'build/regenerated.md'))).toBe(false);

    await built();
    expect(await regenerate()).toMatchObject({ code: 0, out: 'nothing new: not modified\n' });
  }, 600_000);

  it('fails when the new text cannot be read as the document, and keeps it to be looked at', async () => {
    const { origin } = await registerThat(answers(printed.replace(PRINTED, 'North Hill')));
    registerIs(origin);
    const before = output();
    const { code, err } = await regenerate();
    expect(code).toBe(1);
    expect(err).toMatch(/snapshots\/\w+-\w+\/document\.txt:\d+: table harvest 2002, row North Hill/);
    expect(output()).toEqual(before);
    expect(await newestSnapshot(join(folder, DOCUMENT))).toBeDefined();
    expect(existsSync(join(folder, 'build/regenerated.md'))).toBe(false);
  }, 600_000);

  it('fails when the register has no document, and changes nothing', async () => {
    const { origin } = await registerThat(says(404));
    registerIs(origin);
    const before = output();
    const { code, err } = await regenerate();
    expect(code).toBe(1);
    expect(err).toContain('expected the document, found the status 404');
    expect(output()).toEqual(before);
    expect(existsSync(join(folder, 'build/regenerated'))).toBe(false);
  });

  it.each([
    ['package', ['package.json'], () => says(404)],
    ['README', ['README.md'], () => says(500)],
    ['notes', ['notes.SHA256SUMS'], () => answers(reprinted(), CONTENT)],
    ['build/mine', ['build/mine.json', 'build/mine.md'], () => answers(reprinted(), CONTENT)],
  ])("removes nobody's files beside --out %s, and asks nothing then", async (out, files, listener) => {
    const { origin, questions } = await registerThat(listener());
    registerIs(origin);
    for (const file of files) writeFileSync(join(folder, file), 'mine');
    const { code, err } = await regenerate('--out', out);
    expect(code).toBe(1);
    expect(err).toMatch(
      new RegExp(`^${out}: output\n  expected no file beside the folder but .*, found ${out}\\.`),
    );
    for (const file of files) expect(readFileSync(join(folder, file), 'utf8')).toBe('mine');
    expect(questions).toEqual([]);
  });

  it('refuses a folder of somebody else before it asks anything', async () => {
    const { origin, questions } = await registerThat(answers(reprinted(), CONTENT));
    registerIs(origin);
    mkdirSync(join(folder, 'photos'));
    writeFileSync(join(folder, 'photos/cat.jpg'), 'meow');
    expect((await regenerate('--out', 'photos')).err).toContain('found cat.jpg');
    expect(questions).toEqual([]);
  });

  it('refuses a review into which somebody has written', async () => {
    const { origin } = await registerThat(gives(reprinted()));
    registerIs(origin);
    expect((await regenerate()).code).toBe(10);
    const review = join(folder, 'build/regenerated.md');
    writeFileSync(review, 'my opinion', { flag: 'a' });
    const text = readFileSync(review, 'utf8');
    const { code, err } = await regenerate();
    expect(code).toBe(1);
    expect(err).toContain('found build/regenerated.md; move it away or choose another folder with --out');
    expect(readFileSync(review, 'utf8')).toBe(text);
  });

  it.each([['output'], ['sources/../output/'], ['output/csv/new']])('never builds into %s', async (out) => {
    const { code, err } = await regenerate('--out', out);
    expect(code).toBe(1);
    expect(err).toContain('this command never publishes');
  });
});

describe('fetching', () => {
  it('says what came of it, once for each news', async () => {
    const { origin, questions } = await registerThat(gives(reprinted()));
    registerIs(origin);
    const first = await fetch();
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/^new snapshot: sources\/document\/snapshots\/\w+-\w+ \(\d+ bytes from /);
    const second = await fetch('--document', 'document');
    expect(second).toMatchObject({ code: 0, out: 'nothing new: not modified\n' });
    expect(questions).toHaveLength(2);
  });

  it('is used wrongly with a word', async () => {
    expect(await fetch('everything')).toMatchObject({ code: 2, out: '' });
  });
});
