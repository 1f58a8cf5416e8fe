import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Difference, TableDifference } from '../../../pipeline/command-line/compare/difference.ts';
import { reviewMarkdown } from '../../../release/regenerate/review.ts';

const SHA256 = '0123456789ab'.padEnd(64, 'c');
const NAME = '20260101T000000Z-0123456789ab';

/** A difference of many tables, each with a changed value. */
function differenceOf(tables: number, next: string): Difference {
  const changed = (index: number): TableDifference => ({
    table: `harvest_${index}`,
    primaryKey: ['year'],
    knownBy: ['year'],
    columns: [],
    contract: [],
    addedRows: [],
    removedRows: [],
    values: [{ key: { year: '2001' }, column: 'tonnes', old: '12.5', next }],
  });
  return {
    old: { place: 'output', version: '1.0.0' },
    next: { place: 'build/regenerated', version: '1.0.0' },
    addedTables: [],
    removedTables: [],
    changedTables: Array.from({ length: tables }, (_, index) => changed(index)),
    about: [],
    addedFiles: [],
    changedFiles: [],
    removedFiles: [],
  };
}

function review(difference: Difference, given: { modified?: string; from?: string } = {}): string {
  const folder = `sources/orchards/snapshots/${NAME}`;
  const provenance = {
    url: 'https://example.org/report',
    final_url: given.from ?? 'https://example.org/files/1.pdf',
    fetched: '2026-01-01T00:00:00Z',
    status: 200,
    headers: { 'last-modified': given.modified ?? 'Wed, 31 Dec 2025 00:00:00 GMT' },
    file: 'document.pdf',
    bytes: 3,
    sha256: SHA256,
    text_sha256: SHA256,
  };
  const snapshot = { folder, file: `${folder}/document.pdf`, bytes: new Uint8Array(3), provenance };
  return reviewMarkdown('orchards', { kind: 'for review', snapshot, difference });
}

describe('the text of a proposal', () => {
  it('says where the document comes from, what would change, and how it is adopted', () => {
    const text = review(differenceOf(1, '13.5'));
    expect(text).toContain('- from: `https://example.org/files/1.pdf`');
    expect(text).toContain('- fetched: 2026-01-01T00:00:00Z, last modified `Wed, 31 Dec 2025 00:00:00 GMT`');
    expect(text).toContain('2001 tonnes: 12.5 -\\> 13.5');
    expect(text).toContain('version 1.0.1 follows 1.0.0');
    expect(text).toContain('In `sources/orchards/document.yaml`');
    expect(parse(/```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '')).toEqual({
      text_layer: { file: `snapshots/${NAME}/document.pdf`, sha256: SHA256 },
    });
  });

  it('fits into a pull request, however much changes, and still says how it is adopted', () => {
    const text = review(differenceOf(2000, '13.5'));
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain('2000 changes');
    expect(text).toContain('This is the beginning; the JSON beside it tells everything.');
    expect(text).toContain('## To adopt it');
  });

  it.each([
    ['an end of its line', 'x\n\n## Approved by the maintainers\n'],
    ['a tag and a mention', '<img src=//tracker.example> @everyone [ok](javascript:alert(1))'],
    ['backticks', '`` ` <b>x</b> ``` @everyone'],
    ['marks that turn the line around', 'a\u202eb\u2028## c\u0007\u009b2Jd'],
    ['a text without end', 'a'.repeat(100_000)],
  ])('shows a header as its letters and nothing else: %s', (_, modified) => {
    const text = review(differenceOf(1, '13.5'), { modified, from: `https://example.org/${modified}` });
    const lines = text.split('\n').filter((line) => /^- (from|fetched): /.test(line));
    expect(lines.map((line) => line.slice(0, 8))).toEqual(['- from: ', '- fetche']);
    for (const line of lines) {
      const [, fence = '', inside = ''] = /(?:^- from: |last modified )(`+)(.*)\1$/.exec(line) ?? [];
      expect(fence).not.toBe('');
      expect(inside.length).toBeLessThanOrEqual(302);
      expect(inside.match(/`+/g) ?? []).not.toContain(fence);
      expect(inside).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }
    expect(text.match(/^## /gm)).toHaveLength(2);
    expect(text.length).toBeLessThan(65_536);
  });

  it('calls nobody, whatever the register writes, and fits even then', () => {
    expect(review(differenceOf(1, '@everyone'))).not.toContain('@everyone');
    expect(review(differenceOf(2000, '@'.repeat(150))).length).toBeLessThan(65_536);
  });
});
