import { inkOf } from '../locale/look-alikes.ts';
import { LayoutFault } from './dimension.ts';
import type { FigurePlan, SeriesPlan } from './plan.ts';
import type { FigureCodes, FigureLayout, SeriesFile } from './series-layout.ts';
import type { OfYear } from './slot.ts';
import { addSlot, boundsOf, type Planning } from './slots.ts';

/** The table that the figures of all series become rows of. */
export const SERIES_TABLE = 'narrative_series';
const TOTAL = '_T';
const PLACE = '_';

/** One member before it has a slot. */
interface Member extends FigureCodes {
  readonly label: string;
  readonly labelYear: string | undefined;
}

/**
 * Spells out the series of a document, one plan a passage, and gives every member its slot.
 *
 * Throws a `LayoutFault` that names the series when a code list lacks a code, a member lacks a measure, unit
 * or year, or two members share their codes.
 */
export function planSeries(file: string, { series }: SeriesFile, planning: Planning): SeriesPlan[] {
  const list = planning.codelists.get('series');
  const declared = new Set(series.map((each) => each.series));
  const idle = list?.entries.find(({ code }) => !declared.has(code));
  if (idle !== undefined) throw new LayoutFault(`passages for series ${idle.code}`, 'none');
  const seen = new Set<string>();
  return series.flatMap(({ series: code, passages, ...shared }) => {
    if (!list?.entries.some((entry) => entry.code === code))
      throw new LayoutFault('a code of code list series', `"${code}"`);
    return passages.map((passage): SeriesPlan => {
      const context = { ...shared, ...codesIn(passage) };
      const figures = passage.figures.flatMap(membersIn).map((member) => {
        const plan = planFigure(code, passage.paragraph, { ...context, ...member }, planning);
        if (seen.has(plan.slot.cellId))
          throw new LayoutFault('each member once', `${plan.slot.cellId} again`);
        seen.add(plan.slot.cellId);
        return plan;
      });
      const { paragraph, from, to, aside = [] } = passage;
      return { file, series: code, paragraph, from, to, figures, asides: aside };
    });
  });
}

function codesIn({ measure, category, year, unit, year_basis, first_year }: FigureCodes): FigureCodes {
  return {
    ...(measure !== undefined && { measure }),
    ...(category !== undefined && { category }),
    ...(year !== undefined && { year }),
    ...(unit !== undefined && { unit }),
    ...(year_basis !== undefined && { year_basis }),
    ...(first_year !== undefined && { first_year }),
  };
}

/** The members of one entry: a single figure, or those of every year or item in turn. */
function membersIn(layout: FigureLayout): readonly Member[] {
  const { label, years, items, each = [{}] } = layout;
  const own = codesIn(layout);
  if ([label, years, items].filter((form) => form !== undefined).length > 1)
    throw new LayoutFault('one of label, years and items for a figure', 'several of them');
  if (layout.each !== undefined && years === undefined && items === undefined)
    throw new LayoutFault('years or items beside each', 'none of them');
  if (years !== undefined) {
    return years.flatMap((year) =>
      each.map((part, index) => ({
        ...own,
        ...codesIn(part),
        year,
        label: part.label ?? '',
        labelYear: index === 0 ? String(year) : undefined,
      })),
    );
  }
  return [...(items ?? new Map([['', label ?? '']]))].flatMap(([category, words]) =>
    each.map((part, index) => ({
      ...own,
      ...codesIn(part),
      ...(category !== '' && { category }),
      label: index === 0 ? words : (part.label ?? ''),
      labelYear: undefined,
    })),
  );
}

function planFigure(series: string, paragraph: number, member: Member, planning: Planning): FigurePlan {
  const { measure, category = TOTAL, year, unit, label, labelYear } = member;
  if (measure === undefined || year === undefined || unit === undefined) {
    const missing = measure === undefined ? 'measure' : year === undefined ? 'year' : 'unit';
    throw new LayoutFault(`a ${missing} for each figure of series ${series}`, `none for "${label}"`);
  }
  const entry = planning.codelists.get('unit')?.entries.find(({ code }) => code === unit);
  if (entry === undefined) throw new LayoutFault('a code of code list unit', `"${unit}" in series ${series}`);
  const [before = '', after = '', ...more] = label.split(PLACE);
  if (more.length > 0) throw new LayoutFault(`one ${PLACE} in a label of series ${series}`, `"${label}"`);
  const codes = { series, measure, category, year: String(year) };
  return {
    slot: addSlot(planning, SERIES_TABLE, 'value', codes, unit, paragraph, false, ofYear(series, member)),
    labelYear,
    before: inkOf(before),
    after: inkOf(after),
    label: [labelYear, label].filter((part) => part !== undefined && part !== '').join(' '),
    unitName: inkWords(entry.fields.name_kk ?? ''),
    ...boundsOf(SERIES_TABLE, 'value', unit, planning),
  };
}

/** What is declared of the year of a member: the first year of a period tells that it is for one. */
function ofYear(series: string, { label, year = 0, first_year: firstYear, year_basis }: Member): OfYear {
  if (firstYear === undefined) return year_basis === undefined ? {} : { yearBasis: year_basis };
  if (year_basis !== undefined && year_basis !== 'period')
    throw new LayoutFault(
      `a period where a first_year stands in series ${series}`,
      `${year_basis} for "${label}"`,
    );
  if (firstYear >= year)
    throw new LayoutFault(`a first_year before the year in series ${series}`, `${firstYear} for "${label}"`);
  return { yearBasis: 'period', firstYear };
}

/** A name in its folded form with single spaces, so that words can be told apart. */
function inkWords(name: string): string {
  return name.split(/\s+/).map(inkOf).join(' ').toLowerCase();
}
