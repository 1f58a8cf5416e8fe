import { inkOf } from '../../locale/look-alikes.ts';
import type { SeriesLanguage } from '../../locale/series-language.ts';
import type { Finding } from '../../page/finding.ts';
import type { SeriesPlan, Slot } from '../../template/plan.ts';
import { type Ink, takeInk } from '../reading/ink.ts';
import { findPhrase, type Stretch } from '../reading/phrase.ts';
import type { Paragraph } from './paragraph.ts';
import { alignFigures, type Bound } from './series/align.ts';
import type { PassageInk } from './series/figure-label.ts';
import { findingIn, memberName, shown } from './series/finding.ts';
import { findNumerals } from './series/numerals.ts';
import { type Qualifier, qualifierOf } from './series/qualifier.ts';
import { isInScale } from './series/scale.ts';

/** A figure of a series as it was read: UTF-16 offsets into the text of its paragraph, end exclusive. */
export interface SeriesValue extends Stretch {
  readonly slot: Slot;
  /** `\d+(\.\d+)?`, exactly the printed digits. */
  readonly value: string;
  readonly qualifier: Qualifier | null;
  readonly paragraph: number;
}

/** The figures of all members, and what stands against those that could not be read. */
interface ReadSeries {
  readonly values: readonly SeriesValue[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the declared series out of the prose. In a passage members and figures must match one to one, in
 * printed order: a member without a figure or with two, and a figure without a member, are findings.
 */
export function readSeries(
  paragraphs: readonly Paragraph[],
  plans: readonly SeriesPlan[],
  language: SeriesLanguage,
): ReadSeries {
  const byNumber = new Map(paragraphs.map((paragraph) => [paragraph.number, paragraph]));
  const read = plans.map((plan): ReadSeries => {
    const paragraph = byNumber.get(plan.paragraph);
    return paragraph === undefined
      ? { values: [], findings: [missingParagraph(plan)] }
      : readPassage(paragraph, plan, language);
  });
  const values = read.flatMap((each) => each.values);
  return { values, findings: [...read.flatMap((each) => each.findings), ...readTwice(values, byNumber)] };
}

function readPassage(paragraph: Paragraph, plan: SeriesPlan, language: SeriesLanguage): ReadSeries {
  const printed = inkOfText(paragraph.text);
  const stretch = stretchOf(printed, plan);
  if ('missing' in stretch) {
    const expected = `the words "${stretch.missing}", where the series ${plan.series} begins or ends`;
    const found = shown(paragraph.text, 0);
    const action = 'compare the paragraph with series.yaml';
    return {
      values: [],
      findings: [findingIn(paragraph, 'anchor', plan.series, expected, found, action)],
    };
  }
  const lower = { ...printed, folded: printed.folded.toLowerCase() };
  const passage = { ...stretch, printed, lower, numerals: findNumerals(lower, stretch, language) };
  const { bound, findings } = alignFigures(paragraph, passage, plan, language);
  const faults = bound.flatMap((each) => valueFault(paragraph, passage, each, language) ?? []);
  const values = bound.map(({ member, figure }, index): SeriesValue => {
    const around = {
      from: bound[index - 1]?.figure.to ?? passage.from,
      to: bound[index + 1]?.figure.from ?? passage.to,
    };
    return {
      slot: member.slot,
      value: figure.value ?? '',
      qualifier: qualifierOf(passage, figure, around, language),
      from: printed.offsets[figure.from] ?? 0,
      to: (printed.offsets[figure.to - 1] ?? 0) + 1,
      paragraph: paragraph.number,
    };
  });
  return { values, findings: [...findings, ...faults] };
}

function inkOfText(text: string): Ink {
  return takeInk({ text, evidence: { cellBreaks: [], raised: [] } });
}

/** The ink between the declared words, they included. */
function stretchOf(ink: Ink, { from, to }: SeriesPlan): Stretch | { readonly missing: string } {
  const first = from === undefined ? { from: 0, to: 0 } : findPhrase(ink, 0, inkOf(from));
  if (first === undefined) return { missing: from ?? '' };
  const last = to === undefined ? { to: ink.folded.length } : findPhrase(ink, first.to, inkOf(to));
  return last === undefined ? { missing: to ?? '' } : { from: first.from, to: last.to };
}

/** What is wrong with a figure that was found: its digits, its scale, or that no such value can be. */
function valueFault(
  paragraph: Paragraph,
  passage: PassageInk,
  { member, figure }: Bound,
  language: SeriesLanguage,
): Finding | undefined {
  const found = shown(paragraph.text, passage.printed.offsets[figure.from] ?? 0);
  const made = (expected: string, action: string): Finding =>
    findingIn(paragraph, 'value', memberName(member), expected, found, action);
  if (figure.value === undefined)
    return made('a number with its digits in groups of three', 'compare it with the printed page');
  if (!isInScale(passage, figure, member, language))
    return made(`a figure in "${member.unitName}"`, 'its unit in series.yaml has another scale');
  const value = Number(figure.value);
  return value < member.minimum || value > member.maximum
    ? made(`a value from ${member.minimum} to ${member.maximum}`, 'a digit or its unit is wrong')
    : undefined;
}

function missingParagraph({ file, series, paragraph }: SeriesPlan): Finding {
  return {
    kind: 'anchor',
    place: { file, row: series },
    expected: `paragraph ${paragraph}`,
    found: 'none of this number',
    action: 'correct the number, or the outline',
  };
}

/** Two passages that overlap would publish one figure twice. */
function readTwice(values: readonly SeriesValue[], byNumber: ReadonlyMap<number, Paragraph>): Finding[] {
  const first = new Map<string, SeriesValue>();
  return values.flatMap((value) => {
    const key = `${value.paragraph}:${value.from}`;
    const other = first.get(key);
    const paragraph = byNumber.get(value.paragraph);
    first.set(key, other ?? value);
    if (other === undefined || paragraph === undefined) return [];
    const found = `${shown(paragraph.text, value.from)} read for ${memberName(other)} too`;
    const action = 'two passages overlap';
    return [findingIn(paragraph, 'ambiguous', memberName(value), 'a figure of its own', found, action)];
  });
}
