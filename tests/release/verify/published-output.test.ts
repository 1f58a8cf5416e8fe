import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import '../../needs-report.ts';
import { folderFiles } from '../../../pipeline/command-line/copy/files.ts';
import { verifyCopy } from '../../../release/verify/verify.ts';
import { emptyFolder } from '../../publish/folder.ts';

describe('the published output', { timeout: 300_000 }, () => {
  it('verifies, with every check that is published run again', async () => {
    const files = folderFiles('output');
    const results: unknown[] = JSON.parse(readFileSync('output/json/check_result.json', 'utf8'));
    const { findings, checks, tables } = await verifyCopy(files, 'output', emptyFolder());
    expect(findings).toEqual([]);
    expect(checks).toBe(results.length);
    expect(tables).toBe([...files.keys()].filter((path) => path.startsWith('csv/')).length);
  });
});
