import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
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
const PROVENANCE = join(dirname(SNAPSHOT), 'provenance.json');
const COMMITTED = ['.gitignore', 'release/regenerate/take-snapshots.sh', 'sources/orchards/document.yaml'];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proposal-'));
  put('bin/gh', GH);
  chmodSync(join(folder, 'bin/gh'), 0o755);
  put('open', '0');
  git('.', 'init', '--quiet', '--bare', 'origin.git');
  git('.', 'init', '--quiet', '--initial-branch=main', 'checkout');
  put('checkout/sources/orchards/document.yaml', 'id: orchards\n');
  const script = 'release/regenerate/take-snapshots.sh';
  put(`checkout/${script}`, readFileSync(resolve(script), 'utf8'));
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

/** Puts a snapshot where the runner puts what another job hands over. */
function handOver(content: string): void {
  put(`handed-over/${SNAPSHOT}`, content);
  put(`handed-over/${PROVENANCE}`, '{}');
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
      HANDED_OVER: join(folder, 'handed-over'),
      TEXT: join(folder, 'text.md'),
    },
  });
  return { asked: existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [], printed };
}

const onBranch = (): readonly string[] =>
  git('origin.git', 'ls-tree', '-r', '--name-only', 'regenerate').trim().split('\n');

const text = (): string => readFileSync(join(folder, 'text.md'), 'utf8');

describe('the proposal', () => {
  beforeEach(() => {
    handOver('apples');
    put('handed-over/build/regenerated.md', 'what would change');
    put('handed-over/build/regenerated/csv/harvest.csv', 'not to be proposed');
  });

  it('is a branch with the snapshot alone, and a pull request with the difference as its text', () => {
    const { asked } = propose();
    expect(onBranch()).toEqual([...COMMITTED, SNAPSHOT, PROVENANCE].sort());
    expect(git('origin.git', 'log', '-1', '--format=%s', 'regenerate').trim()).toBe('Another text');
    const create = 'pr create --base main --head regenerate --title Another text --body-file';
    expect(asked.at(-1)).toBe(`${create} ${join(folder, 'text.md')}`);
    expect(text()).toBe('what would change');
  });

  it('replaces the one of the week before', () => {
    git('checkout', 'push', '--quiet', 'origin', 'main:regenerate');
    put('open', '1');
    expect(propose().asked.at(-1)).toBe(`pr edit regenerate --body-file ${join(folder, 'text.md')}`);
    expect(onBranch()).toContain(SNAPSHOT);
  });

  it('is not made again for a snapshot that was merged and is not adopted yet', () => {
    put(`checkout/${SNAPSHOT}`, 'apples');
    git('checkout', 'add', SNAPSHOT);
    git('checkout', 'commit', '--quiet', '--message', 'merged');
    const { asked, printed } = propose();
    expect(printed).toContain('::notice::');
    expect(asked).toEqual([]);
    expect(git('checkout', 'show', `HEAD:${SNAPSHOT}`)).toBe('apples');
  });
});

describe('what is handed over by the job that read a document from the network', () => {
  it('is taken by names of ours alone: no hook, no workflow, no declaration, nothing above the checkout', () => {
    handOver('apples');
    const ran = join(folder, 'ran');
    const hook = `#!/bin/sh\ntouch ${ran}\n`;
    for (const name of ['pre-commit', 'post-checkout', 'pre-push', 'post-commit']) {
      put(`handed-over/.git/hooks/${name}`, hook);
      chmodSync(join(folder, `handed-over/.git/hooks/${name}`), 0o755);
    }
    put('handed-over/.git/config', '[core]\n  hooksPath = hooks\n');
    put('handed-over/.gitattributes', '* filter=x\n');
    put('handed-over/.github/workflows/evil.yml', 'on: push\n');
    put('handed-over/release/regenerate/take-snapshots.sh', hook);
    put('handed-over/sources/orchards/document.yaml', 'id: mine\n');
    put(`${dirname(`handed-over/${SNAPSHOT}`)}/run.sh`, hook);
    put('handed-over/sources/orchards/snapshots/.gitattributes', '* filter=x\n');
    put('handed-over/sources/orchards/snapshots/now/document.txt', 'badly named');
    put('handed-over/sources/orchards/snapshots/now/provenance.json', '{}');
    put(`handed-over/${SNAPSHOT.replace('orchards', 'elsewhere')}`, 'of no document');
    put(`handed-over/${PROVENANCE.replace('orchards', 'elsewhere')}`, '{}');
    propose();
    expect(existsSync(ran)).toBe(false);
    expect(onBranch()).toEqual([...COMMITTED, SNAPSHOT, PROVENANCE].sort());
    expect(git('checkout', 'show', 'regenerate:sources/orchards/document.yaml')).toBe('id: orchards\n');
  });

  it('is never read through a link: of a file, of a folder, of the text', () => {
    put('secret', 'a key of the runner');
    put(`handed-over/${PROVENANCE}`, '{}');
    symlinkSync(join(folder, 'secret'), join(folder, `handed-over/${SNAPSHOT}`));
    put('handed-over/build/note', '');
    symlinkSync(join(folder, 'secret'), join(folder, 'handed-over/build/regenerated.md'));
    expect(propose).toThrow();
    expect(text()).toBe('The register has another text of the document.\n');
    expect(existsSync(join(folder, 'checkout', SNAPSHOT))).toBe(false);
  });
});
