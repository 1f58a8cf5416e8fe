import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let project = '';

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'start-'));
  for (const name of ['pipeline', 'package.json', 'package-lock.json']) {
    cpSync(resolve(name), join(project, name), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

/** Runs `--help` through the start of a copied project. */
async function help(): Promise<string> {
  const running = spawn(process.execPath, [join(project, 'pipeline/command-line/start.mjs'), '--help']);
  let said = '';
  const hear = (data: Buffer): void => {
    said += data;
  };
  running.stdout.on('data', hear);
  running.stderr.on('data', hear);
  await once(running, 'close');
  return said;
}

const compiled = (): readonly string[] => readdirSync(join(project, 'build/compiled'));

describe('the start of the command line', () => {
  it('compiles once, and again when the code changes', async () => {
    expect(await help()).toContain('usage: npm run --silent etl');
    expect(await help()).toContain('usage: npm run --silent etl');
    expect(compiled()).toHaveLength(1);
    writeFileSync(
      join(project, 'pipeline/command-line/help.ts'),
      `export const helpText = () => 'changed';\n`,
    );
    expect(await help()).toBe('changed\n');
    expect(compiled()).toHaveLength(2);
  });

  it('serves several processes that start at once', async () => {
    const said = await Promise.all([help(), help(), help()]);
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toContain('usage: npm run --silent etl');
    expect(compiled()).toHaveLength(1);
  });
});
