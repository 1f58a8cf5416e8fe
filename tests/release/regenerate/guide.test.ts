import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { realWorld } from '../../../release/fetch/world.ts';
import { regenerateCommand } from '../../../release/regenerate.ts';
import { ranHere } from '../../ran-here.ts';

const GUIDE = readFileSync('docs/scheduled-regeneration.md', 'utf8');
const README = readFileSync('README.md', 'utf8');
const section = README.slice(README.indexOf('## Regenerate on a schedule')).split(/^## /m)[1] ?? '';
const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));

describe('what is said of scheduled regeneration', () => {
  it.each([
    ['the guide', GUIDE],
    ['the README', section],
  ])('names commands that exist: %s', (_, text) => {
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, script = '']) => script);
    expect(named.length).toBeGreaterThan(0);
    for (const script of named) expect(scripts).toHaveProperty(script);
  });

  it('tells the exit statuses that the command itself tells', async () => {
    const { out: help } = await ranHere('.', () => regenerateCommand(['--help']));
    expect(help).toMatch(
      /exit status: 0 nothing new; 1 failed; 2 wrong usage; 10 new data, ready for review/,
    );
    expect(GUIDE).toMatch(/^\| 0 \| nothing new \|$/m);
    expect(GUIDE).toMatch(/^\| 10 \| new data, ready for review: /m);
    expect(GUIDE).toMatch(/^\| 1 \| failed: /m);
    expect(section).toMatch(/0 for nothing new, 10 for new data, ready for review, 1 for a failure/);
  });

  it('tells the patience that fetch has', () => {
    const { patience } = realWorld(() => undefined);
    expect(GUIDE).toContain('up to five times');
    expect(patience.attempts).toBe(5);
    expect(GUIDE).toContain(`more than ${patience.longestAskedFor / 60_000} minutes`);
  });

  it('copies units that are there, and enables the timer by its name', () => {
    const [, pattern = ''] = /cp (docs\/systemd\/\S+)/.exec(GUIDE) ?? [];
    const units = execFileSync('bash', ['-c', `ls ${pattern}`], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(units).toEqual([
      'docs/systemd/open-data-regenerate.service',
      'docs/systemd/open-data-regenerate.timer',
    ]);
    expect(GUIDE).toContain('systemctl enable --now open-data-regenerate.timer');
    const service = readFileSync(units[0] ?? '', 'utf8');
    const [, folder = ''] = /^WorkingDirectory=(.*)$/m.exec(service) ?? [];
    expect(GUIDE).toContain(`make -C ${folder}`);
  });
});
