import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const SERVICE = 'docs/systemd/open-data-regenerate.service';
const TIMER = 'docs/systemd/open-data-regenerate.timer';
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

/** The settings of a unit, in the order in which they stand. */
function settings(file: string): readonly (readonly [string, string])[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const wrong = lines.filter((line) => !/^(\s*|#.*|\[\w+\]|[A-Z]\w*=.*)$/.test(line));
  expect(wrong).toEqual([]);
  return lines.flatMap((line) => {
    const [, name = '', value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
    return name === '' ? [] : [[name, value] as const];
  });
}

const valuesOf = (file: string, name: string): readonly string[] =>
  settings(file).flatMap(([each, value]) => (each === name ? [value] : []));

describe('the systemd units', () => {
  it.skipIf(!hasSystemd)('are what systemd-analyze verifies', () => {
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', SERVICE, TIMER]);
    expect(String(stderr)).toBe('');
    expect(status).toBe(0);
  });

  it.skipIf(!hasSystemd)('are hardened: systemd-analyze sees little exposure', () => {
    const report = execFileSync('systemd-analyze', ['security', '--offline=true', '--no-pager', SERVICE], {
      encoding: 'utf8',
    });
    const [, exposure = ''] = /Overall exposure level[^:]*: ([\d.]+)/.exec(report) ?? [];
    expect(exposure).not.toBe('');
    expect(Number(exposure)).toBeLessThan(2);
  });

  it('run once a week, at no common moment, and later when the machine was off', () => {
    expect(valuesOf(TIMER, 'OnCalendar')).toEqual(['Mon *-*-* 04:00:00']);
    expect(valuesOf(TIMER, 'Persistent')).toEqual(['true']);
    expect(valuesOf(TIMER, 'RandomizedDelaySec')).toEqual(['6h']);
  });

  it('run a script that exists, and take new data for a success', () => {
    const [command = ''] = valuesOf(SERVICE, 'ExecStart');
    const [, script = ''] = /^\/usr\/bin\/env npm run --silent (\w+)$/.exec(command) ?? [];
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(scripts).toHaveProperty(script);
    expect(valuesOf(SERVICE, 'SuccessExitStatus')).toEqual(['10']);
  });

  it('may write snapshots and build/, and nothing else: least of all output/', () => {
    const [folder = ''] = valuesOf(SERVICE, 'WorkingDirectory');
    expect(valuesOf(SERVICE, 'ProtectSystem')).toEqual(['strict']);
    expect(valuesOf(SERVICE, 'NoNewPrivileges')).toEqual(['yes']);
    expect(valuesOf(SERVICE, 'ReadWritePaths')).toEqual([`${folder}/sources ${folder}/build`]);
  });
});
