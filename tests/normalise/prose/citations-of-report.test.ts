import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { citations, paragraphs, told } from './citations-told.ts';
import { byParagraph, sourceSpan } from './report.ts';
import { wholeReport } from './whole-report.ts';

const { layer } = wholeReport;

describe('the citations of the report', () => {
  const golden: readonly Record<string, string>[] = parse(readFileSync('tests/golden/citations.csv'), {
    columns: true,
  });
  const dated = citations.filter(({ number, date }) => number !== null || date !== null);

  test('with a number or a date are those of the transcript, no more and no fewer', () => {
    const transcribed = golden.map((row) =>
      [
        row.paragraph,
        row.act_type,
        row.issuer || '-',
        row.number || '-',
        row.date || '-',
        row.title_kk || '-',
      ].join(' | '),
    );
    const found = dated.map((citation) => `${citation.paragraph} | ${told(citation)}`);
    expect([...found].sort()).toEqual([...transcribed].sort());
  });

  test('have ids that count up within their paragraph', () => {
    for (const [number, own] of byParagraph(citations, (citation) => citation.paragraph)) {
      expect(own.map(({ referenceId }) => referenceId)).toEqual(
        own.map((_, index) => `p${number}.${index + 1}`),
      );
    }
  });

  test('quote what stands in the text layer', () => {
    const ink = (text: string): string => [...text.replace(/\s/g, '')].sort().join('');
    for (const { from, to, paragraph: number, quote, referenceId } of citations) {
      const holder = paragraphs.find((candidate) => candidate.number === number);
      const span = holder && sourceSpan(holder, { from, to });
      const letters = [...(holder?.origins.subarray(from, to) ?? [])].filter((origin) => origin >= 0);
      expect(ink(letters.map((origin) => layer.text[origin]).join('')), referenceId).toBe(ink(quote));
      expect(span, referenceId).toBeDefined();
    }
  });

  test('by name alone have neither number nor date, and stand once in a paragraph for each article', () => {
    const named = citations.filter((citation) => !dated.includes(citation));
    const names = named.map((citation) => `${citation.paragraph} ${told(citation)}`);
    const parts = named.map(({ article, part, point }, at) => [names[at], article, part, point].join());
    expect(new Set(parts).size).toBe(parts.length);
    expect(names).toContain('151 law | - | - | - | Білім туралы');
    expect(names).toContain('74 law | - | - | - | Рұқсаттар мен хабарламалар туралы');
    expect(names).toContain('98 constitution | - | - | - | -');
    expect(names).toContain('201 code | - | - | - | Қылмыстық-атқару кодексі');
  });
});
