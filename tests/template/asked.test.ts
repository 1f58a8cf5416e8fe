import { describe, expect, it } from 'vitest';
import { SourceFault } from '../../pipeline/page/finding.ts';
import { readAsked } from '../../pipeline/template/asked.ts';
import { readCodelist } from '../../pipeline/template/codelist.ts';
import { countedHeading, readOutline } from '../../pipeline/template/outline.ts';

const outline = readOutline({
  path: 'outline.yaml',
  text: `paragraphs: 9
parts:
  - id: answers
    title: Antworten
    en: Answers
    recommendations:
      first: 3
      last: 4
      one: "Empfehlung {numbers}"
      several: "Empfehlungen {numbers}"
      en: { one: "Recommendation {numbers}", several: "Recommendations {numbers}", and: and }
annexes: { count: 1, title: "Anhang {number}", en: "Annex {number}" }
`,
});
const themes = readCodelist({ path: 'codelists/theme.csv', text: 'theme,name_en\nwater,Water\n' });
const WHOLE = `recommendations:
  3: { articles: [11, 12], theme: water, basis: answer, asks: { en: That wells are clean. } }
  4: { theme: water }
`;
const read = (text: string): ReturnType<typeof readAsked> =>
  readAsked({ path: 'recommendations.yaml', text }, outline, themes);

/** Where a declaration is refused, and what for. */
function refused(from: string, to: string): readonly string[] {
  try {
    read(WHOLE.replace(from, to));
    return [];
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.findings.map(({ place, expected, found }) => `${place.line}: ${expected} / ${found}`);
  }
}

describe('what a recommendation is about', () => {
  it('is read by its number, also where nothing says what was asked', () => {
    expect([...read(WHOLE)]).toEqual([
      [3, { articles: [11, 12], theme: 'water', basis: 'answer', asks: { en: 'That wells are clean.' } }],
      [4, { theme: 'water' }],
    ]);
  });

  it.each([
    [
      'a number that the outline does not count',
      '4: {',
      '5: {',
      '3: a recommendation that outline.yaml counts / 5',
    ],
    ['one that is left out', '  4: { theme: water }\n', '', '1: what recommendation 4 is about / nothing'],
    [
      'a theme that the code list does not have',
      '4: { theme: water',
      '4: { theme: fire',
      '3: a code of the code list theme / "fire"',
    ],
  ])('is refused for %s', (_, from, to, wanted) => {
    expect(refused(from, to)).toContain(wanted);
  });

  it.each([
    ['a sentence that says not what it rests on', 'basis: answer, ', ''],
    ['a basis without a sentence', ', asks: { en: That wells are clean. }', ''],
    ['words that are quoted from nowhere', 'basis: answer', 'basis: quoted'],
  ])('is refused for %s', (_, from, to) => {
    expect(refused(from, to)).toHaveLength(1);
  });
});

describe('the heading of several numbers in another language', () => {
  it('joins the last two by a word, and is another than that of one', () => {
    const words = { one: 'Section {numbers}', several: 'Sections {numbers}', and: 'and' };
    expect(countedHeading(words, [7])).toBe('Section 7');
    expect(countedHeading(words, [15, 19])).toBe('Sections 15 and 19');
    expect(countedHeading(words, [1, 2, 3])).toBe('Sections 1, 2 and 3');
  });
});
