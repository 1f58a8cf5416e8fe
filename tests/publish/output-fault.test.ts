import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SourceFault } from '../../pipeline/page/finding.ts';
import { outputFault, systemFault } from '../../pipeline/publish/output-fault.ts';
import { publish } from '../../pipeline/publish/publish.ts';
import { emptyFolder } from './folder.ts';
import { rainfall } from './rainfall.ts';

const refused = (code: string, path?: string): Error =>
  Object.assign(new Error(`${code}: what the system says\n    at somewhere`), {
    code,
    ...(path && { path }),
  });

describe('what the system refuses', () => {
  const codes = ['EACCES', 'ENOSPC', 'EIO', 'ENAMETOOLONG', 'ELOOP', 'EMFILE', 'ESTALE', 'EFBIG', 'ETXTBSY'];

  test.each(codes)('is a finding on two lines, and no stack: %s', (code) => {
    for (const error of [outputFault('out', refused(code)), systemFault(refused(code, 'a/file'))]) {
      expect(error).toBeInstanceOf(SourceFault);
      expect(String(error)).toMatch(/^SourceFault: (out: output|a\/file: file)\n {2}expected .*, found .*$/);
    }
  });

  test('is told by DuckDB in words, which are understood', () => {
    const words = [
      'Input/output error',
      'File name too long',
      'Permission denied',
      'No space left on device',
    ];
    for (const each of words)
      expect(outputFault('out', new Error(`IO Error: Cannot open file "x": ${each}`))).toBeInstanceOf(
        SourceFault,
      );
  });

  test('is not what goes wrong in this program: that stays a stack', () => {
    for (const error of [new TypeError('x'), refused('ERR_ASSERTION'), new Error('EIO')]) {
      expect(outputFault('out', error)).toBe(error);
      expect(systemFault(error)).toBe(error);
    }
  });
});

test.each([
  [
    'a name that is too long',
    'x'.repeat(300),
    'expected names that the disk takes, found one that is too long',
  ],
  [
    'a path that is too long',
    'a/'.repeat(3000),
    'expected names that the disk takes, found one that is too long',
  ],
  [
    'a circle of links',
    'circle/output',
    'expected a path that ends somewhere, found links that lead in a circle',
  ],
])('an output folder with %s is refused in two lines', async (_, path, expected) => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'a'));
  symlinkSync('circle', join(folder, 'circle'));
  await expect(publish(rainfall(), join(folder, path))).rejects.toThrow(expected);
});
