import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kk } from '../../../pipeline/locale/kk.ts';
import { correctedFigures } from '../../../pipeline/normalise/prose/corrected-figures.ts';
import { type Figure, readFigures } from '../../../pipeline/normalise/prose/figures.ts';
import { NO_TIME } from '../../../pipeline/normalise/reading/said-time.ts';
import { byRules, figures, paragraphs, rows, told } from './figures-of-report.ts';
import { byParagraph, paragraph, passages, sourceSpan } from './report.ts';
import { wholeReport } from './whole-report.ts';

const { layer } = wholeReport;

describe('the figures of the report', () => {
  const golden = byParagraph(rows('tests/golden/figures.csv'), (row) => Number(row.paragraph));

  test.each([...golden])('are those of the transcript in paragraph %i', (number, expected) => {
    const found = figures.filter((figure) => figure.paragraph === number).map(told);
    const transcribed = expected
      .filter((row) => row.position !== '')
      .map((row) => [row.value, row.unit || '-', row.year || '-', row.qualifier || '-'].join(' '));
    expect(found).toEqual(transcribed);
  });

  test('are numbered from one in each paragraph, each with a cell of its own', () => {
    for (const [number, own] of byParagraph(figures, (figure) => figure.paragraph)) {
      expect(own.map(({ position }) => position)).toEqual(own.map((_, index) => index + 1));
      expect(own.map(({ cellId }) => cellId)).toEqual(own.map((_, index) => `figure:${number}.${index + 1}`));
    }
  });

  test('are the very digits that stand in the text layer', () => {
    for (const { paragraph: number, digits, value, cellId } of figures) {
      const holder = paragraphs.find((candidate) => candidate.number === number);
      const span = holder && sourceSpan(holder, digits);
      const raw = layer.text.slice(span?.from, span?.to);
      expect(raw.replace(/\s/g, '').replace(',', '.'), cellId).toBe(value);
    }
  });

  test('are whole where the end of a line cuts them', () => {
    const [holder] = paragraphs.filter(({ number }) => number === 123);
    const cut = figures.find(({ cellId }) => cellId === 'figure:123.3');
    const span = holder && cut && sourceSpan(holder, cut.digits);
    expect(cut?.value).toBe('45104');
    expect(layer.text.slice(span?.from, span?.to)).toMatch(/^45\s*\n104$/);
  });

  test('have units of the code list', () => {
    const folder = 'sources/kz-icescr-2/codelists';
    const files = [`${folder}/unit.csv`, `${folder}/unit-additions.csv`].filter((file) => existsSync(file));
    const codes = new Set(files.flatMap((file) => rows(file).map((row) => row.unit)));
    expect(figures.map(({ unit }) => unit).filter((unit) => unit !== null && !codes.has(unit))).toEqual([]);
  });

  test('have quotes that begin with their digits, or with those of their range', () => {
    for (const { quote, value, cellId } of figures) {
      expect(
        quote
          .replace(/(?<=\d) (?=\d)/g, '')
          .replaceAll(',', '.')
          .replace('. ', '.'),
        cellId,
      ).toContain(value);
      expect(quote, cellId).toMatch(/^\d/);
    }
  });
});

describe('what a person reads in the sentence of a figure', () => {
  const own = readFigures(
    passages([paragraph('2014 жылы алғаш рет операция жасалды, әлемде 4 операция бар')]),
    kk,
  );
  const correction = {
    paragraph: 1,
    quote: '4 операция',
    read: { year: 2014 },
    is: { year: null },
    because: 'All that there are in the world.',
  };
  const corrected = (change: object): ReturnType<typeof correctedFigures> =>
    correctedFigures(own, [{ ...correction, ...change }], 'document');

  test('stands in the place of what the rules read, and touches nothing else', () => {
    expect(own.map(told)).toEqual(['4 operations 2014 -']);
    expect(corrected({})).toEqual({ figures: [{ ...own[0], ...NO_TIME, year: null }], findings: [] });
  });

  test.each([
    ['its figure is not there', { quote: '5 операция' }, 'none'],
    ['its paragraph is another', { paragraph: 2 }, 'none'],
    ['the rules read something else', { read: { year: 2013 } }, 'year 2014'],
    ['it changes nothing', { is: { year: 2014 } }, 'year 2014'],
    ['it speaks of another column', { is: { unit: 'persons' } }, 'unit persons'],
  ])('is refused where %s', (_, change, found) => {
    expect(corrected(change)).toMatchObject({
      figures: own,
      findings: [{ kind: 'correction', place: { file: 'document/corrections.yaml' }, found }],
    });
  });

  test('is refused where its quote stands there twice', () => {
    const twice = readFigures(passages([paragraph('бірде 4 операция, бірде 4 операция')]), kk);
    expect(correctedFigures(twice, [correction], 'document').findings).toMatchObject([{ found: '2' }]);
  });

  test('is that the operations of the world in paragraph 468 have no year, and those beside them have', () => {
    const year = (all: readonly Figure[]): unknown =>
      all.filter(({ paragraph: number }) => number === 468).map((figure) => figure.year);
    expect([year(byRules), year(figures)]).toEqual([
      [2014, 2014],
      [null, 2014],
    ]);
  });
});
