import { expect, test } from 'vitest';
import { withPages } from '../../pipeline/extract/pages.ts';
import { sourceOfText } from '../../pipeline/extract/text-source.ts';
import { type Finding, SourceFault } from '../../pipeline/page/finding.ts';
import type { Source } from '../../pipeline/page/source.ts';

const madeUp = (file: string): Source => {
  const source = sourceOfText('one\ntwo\n\fthree', 'made-up.txt');
  return { ...source, file };
};
const finding = (file: string, line?: number): Finding => ({
  kind: 'cells',
  place: { file, ...(line !== undefined && { line }), table: 'harvest' },
  expected: '3 values',
  found: '2',
});

function told(layer: string, findings: readonly Finding[]): string {
  try {
    return withPages(madeUp(layer), () => {
      throw new SourceFault(findings);
    });
  } catch (error) {
    return error instanceof SourceFault ? error.message : String(error);
  }
}

test('a finding about a line of a PDF says its page, and that the line is one of its text', () => {
  expect(told('report.PDF', [finding('report.PDF', 3)])).toBe(
    'report.PDF: page 2, line 3 of its text: table harvest\n  expected 3 values, found 2',
  );
  expect(told('report.pdf', [finding('report.pdf', 1)])).toContain(
    'report.pdf: page 1, line 1 of its text: ',
  );
});

test('a finding about a line of a text, of another file or of no line says what it said', () => {
  expect(told('report.txt', [finding('report.txt', 3)])).toMatch(/^report\.txt:3: table harvest/);
  expect(told('report.pdf', [finding('tables/harvest.yaml', 3)])).toMatch(/^tables\/harvest\.yaml:3: /);
  expect(told('report.pdf', [finding('report.pdf')])).toMatch(/^report\.pdf: table harvest/);
});

test('what is no finding is passed on, and so is a result', () => {
  const bug = new TypeError('no');
  expect(() =>
    withPages(madeUp('a.pdf'), () => {
      throw bug;
    }),
  ).toThrow(bug);
  expect(withPages(madeUp('a.pdf'), () => 7)).toBe(7);
});
