import { describe, expect, it, test } from 'vitest';
import { kkInKazakhstan as kk } from '../../../pipeline/jurisdiction/kz/kk-acts.ts';
import { declaredActFindings } from '../../../pipeline/normalise/prose/citations/declared-findings.ts';
import { type Citation, readCitations } from '../../../pipeline/normalise/prose/citations.ts';
import { type Passage, passageOf } from '../../../pipeline/normalise/prose/reading/passage.ts';
import { type DeclaredActs, readDeclaredActs } from '../../../pipeline/template/declared-acts.ts';

const declared: DeclaredActs = readDeclaredActs({
  path: 'acts.yaml',
  text: `names:
  - type: programme
    title: '"Алма" бағдарламасы'
    names: ['"Алма" бағдарлама*', Бақтарды дамытудың 2012 – 2015 жылдарға арналған бағдарлама*]
  - type: concept
    title: Бақтарды дамыту
    names: [Бақтарды дамыту*]
  - type: convention
    title: Бақтар туралы конвенция
    names: [Бақтар туралы конвенция*]
  - type: law
    title: Су туралы
    names: [Заңның]
    paragraphs: [2]
same:
  - references: { p1.1: Алма, p9.1: Алма }
    because: One programme.
`,
});
const passage = (text: string, number = 1): Passage => passageOf({ number, text }, kk.quantities);
const read = (text: string, number = 1): readonly Citation[] =>
  readCitations([passage(text, number)], kk, declared);
const told = ({ type, number, title, called, article, quote }: Citation): string =>
  [
    type,
    number ?? '-',
    title ?? '-',
    called === null ? '-' : `${called.basis} ${called.title}`,
    article ?? '-',
    quote,
  ].join(' | ');

describe('an act that is declared by its name', () => {
  test.each([
    [
      'is a reference of its own in any of its forms',
      'Көктемде "Алма" бағдарламасын іске асыру басталды.',
      ['programme | - | "Алма" бағдарламасы | - | - | "Алма" бағдарламасын'],
    ],
    [
      'once a paragraph, whatever it is called by',
      '"Алма" бағдарламасы қабылданды. Бақтарды дамытудың 2012-2015 жылдарға арналған бағдарламасында бәрі бар.',
      ['programme | - | "Алма" бағдарламасы | - | - | "Алма" бағдарламасы'],
    ],
    [
      'is the title of the act that approves it',
      'ҚР Үкіметінің 2012 жылғы 2 наурыздағы № 28 қаулысымен бекітілген жаңа "Алма" бағдарламасы бар.',
      [
        'government_resolution | 28 | - | approved "Алма" бағдарламасы | - | 2012 жылғы 2 наурыздағы № 28 қаулысымен бекітілген жаңа "Алма" бағдарламасы',
      ],
    ],
    [
      'also where that act stands in brackets behind it',
      '"Алма" бағдарламасы іске асырылуда (ҚР Үкіметінің 2012 жылғы 2 наурыздағы № 28 қаулысы).',
      [
        'government_resolution | 28 | - | approved "Алма" бағдарламасы | - | "Алма" бағдарламасы іске асырылуда (ҚР Үкіметінің 2012 жылғы 2 наурыздағы № 28 қаулысы',
      ],
    ],
    [
      'but not of one that is told of apart',
      'ҚР Үкіметінің 2012 жылғы 2 наурыздағы № 28 қаулысы шықты, ал көктемде "Алма" бағдарламасы басталды.',
      [
        'government_resolution | 28 | - | - | - | 2012 жылғы 2 наурыздағы № 28 қаулысы',
        'programme | - | "Алма" бағдарламасы | - | - | "Алма" бағдарламасы',
      ],
    ],
    [
      'names a treaty that its year cites',
      '1951 жылғы Бақтар туралы конвенцияны қабылдады.',
      ['convention | - | - | declared Бақтар туралы конвенция | - | 1951 жылғы Бақтар туралы конвенцияны'],
    ],
  ])('%s', (_, text, wanted) => {
    expect(read(text).map(told)).toEqual(wanted);
  });

  it('counts where it is declared to, with its article, and nowhere else', () => {
    expect(read('Заңның 12-бабына сәйкес.', 2).map(told)).toEqual(['law | - | Су туралы | - | 12 | Заңның']);
    expect(read('Заңның 12-бабына сәйкес.', 3)).toEqual([]);
  });

  it('must stand in the text, and a reference must have the words that are said of it', () => {
    const passages = [passage('"Алма" бағдарламасы мен Бақтарды дамыту.')];
    const found = declaredActFindings(passages, readCitations(passages, kk, declared), declared, kk);
    expect(found.map(({ expected }) => expected)).toEqual([
      '"Бақтарды дамытудың 2012 – 2015 жылдарға арналған бағдарлама*" in the text',
      '"Бақтар туралы конвенция*" in the text',
      '"Заңның" in the text',
      '"Су туралы" in paragraph 2',
      'reference p9.1 with "Алма"',
    ]);
  });
});

describe('an act that is cited by name', () => {
  it('is cited again where another article is meant, also by a short name and an abbreviated article', () => {
    const text =
      'ҚК-нің 116-бабы бойынша – 1; ҚК-нің 125-б., 3-б., 2-т. бойынша – 2; ҚК-тің 134 б. бойынша – 18.';
    expect(read(text).map(({ article, part, point }) => [article, part, point].join(' '))).toEqual([
      '116  ',
      '125 3 2',
      '134  ',
    ]);
  });

  it('as a draft is none of the codes in force', () => {
    expect(read('Салық кодексінің жобасын әзірлеу.').map(({ type }) => type)).toEqual(['draft_code']);
  });

  it('with a number of each issuer under one title is one joint act', () => {
    const joint = read(
      'БҒМ-нің 2015 жылғы 1 маусымдағы № 9, ҰЭМ-нің 2015 жылғы 2 шілдедегі № 7 бұйрықтарымен "Бару туралы" бірлескен бұйрығына қол қойылды.',
    );
    expect(joint.map(({ number }) => number)).toEqual(['9', '7']);
    expect(new Set(joint.map((citation) => citation.joint)).size).toBe(1);
    expect(joint[0]?.joint).not.toBeNull();
  });
});
