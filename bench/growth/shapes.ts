import type { DeclaredReading } from '../../pipeline/template/document.ts';
import { documentOf, fixtureFile, madeUpDocument } from '../../tests/made-up-document.ts';

/** A text that can be made as long as one likes, in a way that a search may stumble over. */
export interface Shape {
  readonly name: string;
  readonly document: DeclaredReading;
  readonly text: (size: number) => string;
}

/** Fixtures whose tables are read in different ways, each with the text behind which it is filled up. */
const TABLES: Readonly<Record<string, string>> = {
  'grouped-thousands-arithmetic-decides': 'South Hill ',
  'text-that-spans-columns': 'North Hill ',
  'marks-glued-to-numbers': 'North Hill ',
  'sentence-in-a-cell': 'North Hill ',
};

/** What is repeated within a table. */
const IN_TABLES: readonly string[] = [
  '123 ',
  '123\n',
  '1 2\n\n',
  '1',
  '- ',
  ', ',
  '1) ',
  '12,5 ',
  'North Hill ',
  'North Hill 12,0\n',
  'word ',
  'w',
  '\t',
  '\n',
  ' ',
  'planted in ',
  'Harvest of the orchards, in tonnes\n',
];

/** What is repeated within a paragraph of running text. */
const IN_PROSE: readonly string[] = [
  'сөз ',
  'с',
  'сөз\n',
  '12 ',
  '1',
  '1-',
  '1 000 ',
  '12,5 пайыз ',
  '12-бап, ',
  '1) ',
  '1, ',
  'и және ',
  'барлық ',
  'барлығы 1,2',
  'жалпы саны – ',
  '2015 жылы ',
  '2010-2015 жылдары ',
  '1 маусым 2015 ж. ',
  '"Заң" ',
  '«сөз» ',
  '(',
  'Қазақстан Республикасының Заңы ',
  'Кодекстің 12-бабы ',
  '№ 12 ',
  '. Сөз',
  '; ',
  '- ',
  '2. ',
  '\n\n',
  ' ',
];

const PROSE = 'outline';
const outline = `paragraphs: 2
parts:
  - { id: part, title: On trees, en: On trees }
annexes: { count: 1, title: "Appendix {number}", en: "Appendix {number}" }
`;
const HARVEST = 'family-of-tables';

/** Characters of a line: one that no page has is refused at once. */
const LINE = 100;

function filled(whole: string, behind: string, unit: string): (size: number) => string {
  const at = whole.indexOf(behind) + behind.length;
  const line = unit.includes('\n') ? unit : `${unit.repeat(Math.ceil(LINE / unit.length)).trimEnd()}\n`;
  return (size) => `${whole.slice(0, at)}${line.repeat(Math.ceil(size / line.length))}${whole.slice(at)}`;
}

function tableShapes(): readonly Shape[] {
  return Object.entries(TABLES).flatMap(([fixture, behind]) => {
    const document = documentOf(fixture);
    const whole = fixtureFile(fixture, 'input.txt') ?? '';
    return IN_TABLES.map((unit) => ({
      name: `${fixture}: ${JSON.stringify(unit)}`,
      document,
      text: filled(whole, behind, unit),
    }));
  });
}

function proseShapes(): readonly Shape[] {
  const table = fixtureFile(HARVEST, 'tables/harvest.yaml') ?? '';
  const files = new Map([
    ['tables/harvest.yaml', table],
    ['outline.yaml', outline],
  ]);
  const document = madeUpDocument(['harvest'], files);
  const whole = `The decree.\n\nOn trees\n\n1. Trees  and more.\n\n2. Trees.\n\n${fixtureFile(HARVEST, 'input.txt')}`;
  return IN_PROSE.map((unit) => ({
    name: `${PROSE}: ${JSON.stringify(unit)}`,
    document,
    text: filled(whole, 'Trees ', unit),
  }));
}

/** Every shape that is grown. */
export const SHAPES: readonly Shape[] = [...tableShapes(), ...proseShapes()];
