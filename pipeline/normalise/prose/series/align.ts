import { inkOf } from '../../../locale/look-alikes.ts';
import type { SeriesLanguage } from '../../../locale/series-language.ts';
import type { Finding } from '../../../page/finding.ts';
import type { FigurePlan, SeriesPlan } from '../../../template/plan.ts';
import { findPhrase, type Stretch } from '../../reading/phrase.ts';
import type { Paragraph } from '../paragraph.ts';
import { fitLabel, type PassageInk } from './figure-label.ts';
import { findingIn, memberName, shown } from './finding.ts';
import type { Numeral } from './numerals.ts';

/** A member with its figure, and the stretch of both label and figure. */
export interface Bound {
  readonly member: FigurePlan;
  readonly figure: Numeral;
  readonly stretch: Stretch;
}

/**
 * Gives every member of a passage its figure. Members stand in printed order, so each takes the first figure
 * behind the one before it that its label fits; a member without a label takes the next figure. Numbers
 * within a label (`15 жасқа дейінгі`) and within the declared asides are no figures of their own.
 */
export function alignFigures(
  paragraph: Paragraph,
  passage: PassageInk,
  plan: SeriesPlan,
  language: SeriesLanguage,
): { readonly bound: readonly Bound[]; readonly findings: readonly Finding[] } {
  const asides = plan.asides.map((words) => findPhrase(passage.printed, passage.from, inkOf(words)));
  const figures = passage.numerals.filter(
    (numeral) => numeral.kind === 'figure' && !asides.some((aside) => aside && holds(aside, numeral)),
  );
  const bound: Bound[] = [];
  const findings = plan.asides
    .filter((_, index) => asides[index] === undefined)
    .map((words) => missingAside(paragraph, plan, words));
  for (const member of plan.figures) {
    const since = bound.at(-1)?.figure.to ?? passage.from;
    const found = figureOf(passage, member, figures, since, language);
    if (found === undefined) findings.push(missingFigure(paragraph, passage, member, since));
    else bound.push(found);
  }
  const left = figures.filter((figure) => !bound.some(({ stretch }) => holds(stretch, figure)));
  return {
    bound,
    findings: [
      ...findings,
      ...left.map((figure) => surplus(paragraph, passage, plan, figure, bound, language)),
    ],
  };
}

function figureOf(
  passage: PassageInk,
  member: FigurePlan,
  figures: readonly Numeral[],
  since: number,
  language: SeriesLanguage,
): Bound | undefined {
  for (const figure of figures) {
    if (figure.from < since) continue;
    const stretch = fitLabel(passage, member, figure, since, language);
    if (stretch !== undefined) return { member, figure, stretch };
  }
  return undefined;
}

function holds(stretch: Stretch, { from, to }: Stretch): boolean {
  return stretch.from <= from && to <= stretch.to;
}

function missingFigure(
  paragraph: Paragraph,
  { printed, to }: PassageInk,
  member: FigurePlan,
  since: number,
): Finding {
  const words = member.before === '' ? member.after : member.before;
  const label = words === '' ? undefined : findPhrase(printed, since, words);
  const at = label === undefined || label.to > to ? since : label.from;
  const expected =
    member.label === '' ? 'a figure behind the one before it' : `a figure at "${member.label}"`;
  const found = shown(paragraph.text, printed.offsets[at] ?? paragraph.text.length);
  const action = 'compare the paragraph with series.yaml';
  return findingIn(paragraph, 'label', memberName(member), expected, found, action);
}

/** A figure that no member took: a second one for a member's label, or one that nobody declared. */
function surplus(
  paragraph: Paragraph,
  passage: PassageInk,
  plan: SeriesPlan,
  figure: Numeral,
  bound: readonly Bound[],
  language: SeriesLanguage,
): Finding {
  const textAt = (at: number): string => shown(paragraph.text, passage.printed.offsets[at] ?? 0);
  const twin = bound.find(
    ({ member }) =>
      member.label !== '' && fitLabel(passage, member, figure, passage.from, language) !== undefined,
  );
  if (twin === undefined) {
    const action = 'declare it in series.yaml, as a member or aside';
    return findingIn(
      paragraph,
      'unaccounted',
      plan.series,
      'a member for every figure of the passage',
      `${textAt(figure.from)} that none accounts for`,
      action,
    );
  }
  const expected = `one figure at "${twin.member.label}"`;
  const found = `two: ${textAt(twin.figure.from)} and ${textAt(figure.from)}`;
  const action = 'one of them is a repetition, or belongs to another member';
  return findingIn(paragraph, 'ambiguous', memberName(twin.member), expected, found, action);
}

function missingAside(paragraph: Paragraph, plan: SeriesPlan, words: string): Finding {
  const expected = `the words "${words}" that series.yaml sets aside`;
  const found = shown(paragraph.text, 0);
  return findingIn(paragraph, 'label', plan.series, expected, found, 'remove them from series.yaml');
}
