import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, removeFolder } from '../publish/folder.ts';
import { rainfallPdf } from './rainfall.ts';

const PAGE = readFileSync('docs/first-document.md', 'utf8');
const PDF = 'docs/first-document/rainfall.pdf';
const START = resolve('pipeline/command-line/start.mjs');

/** A block of the page: a command with what it says, or lines of a file that are changed. */
interface Block {
  readonly kind: string;
  readonly file: string;
  readonly lines: readonly string[];
}

const BLOCKS: readonly Block[] = [...PAGE.matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm)].map(
  ([, kind = '', file = '', text = '']) => ({ kind, file, lines: text.split('\n').slice(0, -1) }),
);

let folder = '';
beforeAll(() => {
  folder = makeFolder();
  writeFileSync(join(folder, 'rainfall.pdf'), rainfallPdf());
});
afterAll(() => removeFolder(folder));

function said(line: string): string {
  const [command = '', ...words] = line.split(' ');
  const program = command === 'etl' ? [process.execPath, START, ...words] : [command, ...words];
  const [file = '', ...rest] = program;
  const { stdout, stderr } = spawnSync(file, rest, { cwd: folder, encoding: 'utf8' });
  return `${stderr}${stdout}`;
}

/** Whether the lines stand in a text in their order, each after the one before but where `...` leaves some out. */
function missingLine(lines: readonly string[], text: string): string | undefined {
  const printed = text.split('\n').map((line) => line.trimEnd());
  let [at, isOpen] = [0, true];
  for (const line of lines) {
    if (line === '...') {
      isOpen = true;
      continue;
    }
    const found = printed.indexOf(line, at);
    if (found < 0 || (!isOpen && found !== at)) return line;
    [at, isOpen] = [found + 1, false];
  }
  return undefined;
}

describe('the walk-through of a first document', { timeout: 120_000 }, () => {
  it('is of a document that is there', () => {
    expect(readFileSync(PDF)).toEqual(Buffer.from(rainfallPdf()));
  });

  it('has commands that say what the page says, and changes of lines that are there', () => {
    expect(BLOCKS.filter(({ kind }) => kind === 'console').length).toBeGreaterThan(5);
    for (const { kind, file, lines } of BLOCKS) {
      if (kind === 'console') {
        const [command = '', ...expected] = lines;
        const text = said(command.replace(/^\$ /, ''));
        const missing = missingLine(expected, text);
        expect(missing === undefined ? '' : `${command} does not say "${missing}", but:\n${text}`).toBe('');
      } else {
        expect(kind).toBe('diff');
        const path = join(folder, file);
        const of = (sign: string): string =>
          lines.flatMap((line) => (line.startsWith(sign) ? [line.slice(1)] : [])).join('\n');
        const text = readFileSync(path, 'utf8');
        const [found, put] = [of('-'), of('+')].map((text) => `\n${text}\n`);
        expect(text).toContain(found);
        writeFileSync(
          path,
          text.replace(found ?? '', () => put ?? ''),
        );
      }
    }
  });
});
