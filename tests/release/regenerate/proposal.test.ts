import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/** The script of the workflow that opens the pull request, run with real git on a made-up repository. */
const WORKFLOW: {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
} = parse(readFileSync('.github/workflows/regenerate.yml', 'utf8'));
const SCRIPT = WORKFLOW.jobs.propose?.steps.map(({ run = '' }) => run).join('\n') ?? '';

/** Stands in for GitHub's command: writes down what it is called with, and knows of pull requests what a file says. */
const GH = `#!/bin/sh
echo "$*" >> "$GH_LOG"
case "$1 $2" in "pr list") cat "$GH_OPEN" ;; esac
`;

const SNAPSHOT = 'sources/orchards/snapshots/20260101T000000Z-0123456789ab/document.txt';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proposal-'));
  put('bin/gh', GH);
  chmodSync(join(folder, 'bin/gh'), 0o755);
  put('open', '0');
  git('.', 'init', '--quiet', '--bare', 'origin.git');
  git('.', 'init', '--quiet', '--initial-branch=main', 'checkout');
  put('checkout/sources/orchards/document.yaml', 'id: orchards\n');
  put('checkout/.gitignore', 'build/\n');
  commit();
  git('checkout', 'remote', 'add', 'origin', '../origin.git');
  git('checkout', 'push', '--quiet', 'origin', 'main');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function git(within: string, ...words: readonly string[]): string {
  const own = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...own, ...words], {
    cwd: join(folder, within),
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

function commit(): void {
  git('checkout', 'add', '.');
  git('checkout', 'commit', '--quiet', '--message', 'as it is');
}

/** Runs the script as the runner does; gives what gh was asked, and what was printed. */
function propose(): { readonly asked: readonly string[]; readonly printed: string } {
  const log = join(folder, 'log');
  const printed = execFileSync('bash', ['-e', '-o', 'pipefail', '-c', SCRIPT], {
    cwd: join(folder, 'checkout'),
    encoding: 'utf8',
    stdio: 'pipe',
    env: {
      PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
      HOME: folder,
      GH_LOG: log,
      GH_OPEN: join(folder, 'open'),
      BASE: 'main',
      TITLE: 'Another text',
    },
  });
  return { asked: existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [], printed };
}

const onBranch = (): readonly string[] =>
  git('origin.git', 'ls-tree', '-r', '--name-only', 'regenerate').trim().split('\n');

describe('the proposal', () => {
  beforeEach(() => {
    put(`checkout/${SNAPSHOT}`, 'apples');
    put('checkout/build/regenerated.md', 'what would change');
    put('checkout/output/csv/harvest.csv', 'not to be proposed');
  });

  it('is a branch with the snapshot alone, and a pull request with the difference as its text', () => {
    const { asked } = propose();
    expect(onBranch()).toEqual(['.gitignore', SNAPSHOT, 'sources/orchards/document.yaml'].sort());
    expect(git('origin.git', 'log', '-1', '--format=%s', 'regenerate').trim()).toBe('Another text');
    expect(asked.at(-1)).toBe(
      'pr create --base main --head regenerate --title Another text --body-file build/regenerated.md',
    );
  });

  it('replaces the one of the week before', () => {
    git('checkout', 'push', '--quiet', 'origin', 'main:regenerate');
    put('open', '1');
    expect(propose().asked.at(-1)).toBe('pr edit regenerate --body-file build/regenerated.md');
    expect(onBranch()).toContain(SNAPSHOT);
  });

  it('is not made again for a snapshot that was merged and is not adopted yet', () => {
    git('checkout', 'add', SNAPSHOT);
    git('checkout', 'commit', '--quiet', '--message', 'merged');
    const { asked, printed } = propose();
    expect(printed).toContain('::notice::');
    expect(asked).toEqual([]);
  });
});
