/** What the title of a chart says: what is measured, of whom, in which unit, and over which years. */
export interface ChartTitle {
  readonly measure: string;
  readonly group: readonly string[];
  readonly unit: string;
  readonly years: readonly [first: number, last: number];
}

/** The first part of a title: what is measured and of whom; a group that the measure names already is not repeated. */
export function subjectOf({ measure, group }: ChartTitle): string {
  return [measure, ...group.filter((each) => each !== measure)].filter((part) => part !== '').join(' · ');
}

/** The second part: the unit where the first does not say it, and the years. */
export function scopeOf(title: ChartTitle): string {
  const { unit, years } = title;
  const isSaid = unit === '' || saysUnit(subjectOf(title), unit);
  return [...(isSaid ? [] : [unit]), spanOf(years)].join(', ');
}

/** The whole title, and behind a colon the lines where there are several. */
export function titleText(title: ChartTitle, lines: readonly string[] = []): string {
  const told = `${subjectOf(title)}, ${scopeOf(title)}`;
  return lines.length < 2 ? told : `${told}: ${lines.join('; ')}`;
}

/** `2010–2015`, or one year. */
export function spanOf([first, last]: readonly [number, number]): string {
  return first === last ? String(first) : `${first}–${last}`;
}

/**
 * True when a text names a unit already, whatever the endings of its words: "Уровень безработицы, в процентах" says
 * "процентов", so that no chart is titled "per cent, per cent".
 */
export function saysUnit(text: string, unit: string): boolean {
  const said = wordsOf(text);
  return wordsOf(unit).every((word) => said.some((each) => isSameWord(word, each)));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words that differ in their endings alone; short words and numbers must be equal or lengthened by an ending. */
function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (/\d/.test(a)) return false;
  const stem = a.length > 4 ? a.slice(0, -2) : a;
  return stem.length > 2 && b.startsWith(stem) && Math.abs(b.length - a.length) <= 3;
}
