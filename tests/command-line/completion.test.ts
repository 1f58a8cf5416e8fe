import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS, readArguments, SHELLS } from '../../pipeline/command-line/arguments.ts';
import { completionText } from '../../pipeline/command-line/completion.ts';
import { emptyFolder } from '../publish/folder.ts';

/** What bash offers for the last of these words. */
function offered(folder: string, ...words: readonly string[]): readonly string[] {
  const script = `${completionText('bash')}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_etl; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line !== '');
}

describe('the completion of a shell', () => {
  it('offers commands, the options of a command, documents, and files', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'sources/rainfall'), { recursive: true });
    writeFileSync(join(folder, 'report.pdf'), '');
    expect(offered(folder, 'etl', 'bu')).toEqual(['build']);
    expect(offered(folder, 'etl', '')).toEqual([...COMMANDS]);
    expect(offered(folder, 'etl', 'look', '--ta')).toEqual(['--tables']);
    expect(offered(folder, 'etl', 'draft', 'report.pdf', '--')).toEqual([
      '--document',
      '--pages',
      '--table',
      '--quiet',
      '--help',
    ]);
    expect(offered(folder, 'etl', 'build', '--document', 'r')).toEqual(['rainfall']);
    expect(offered(folder, 'etl', 'look', 'rep')).toEqual(['report.pdf']);
    expect(offered(folder, 'etl', 'completion', 'f')).toEqual(['fish']);
  });

  it.each([...SHELLS])(
    'in %s has every command, and its script is one of that shell where there is one',
    (shell) => {
      const script = completionText(shell);
      for (const command of COMMANDS) expect(script).toMatch(new RegExp(`\\b${command}\\b`));
      const { error, status, stderr } = spawnSync(shell, ['-n'], { input: script, encoding: 'utf8' });
      if (error === undefined) expect([status, stderr]).toEqual([0, '']);
      else console.log(`the completion of ${shell} was not run: there is no ${shell} here`);
    },
  );

  it('is asked for by the name of a shell', () => {
    expect(readArguments(['completion', 'zsh'])).toEqual({ kind: 'completion', shell: 'zsh' });
    expect(readArguments(['completion', 'zhs'])).toEqual({
      kind: 'usage',
      message: 'completion takes bash, zsh, fish; did you mean zsh?',
    });
    expect(readArguments(['completion'])).toMatchObject({ kind: 'usage' });
  });
});
