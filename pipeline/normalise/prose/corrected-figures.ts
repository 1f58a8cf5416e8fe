import type { Finding } from '../../page/finding.ts';
import type { FigureCorrection, FigureSays } from '../../template/corrections.ts';
import { NO_TIME } from '../reading/said-time.ts';
import type { Figure } from './figures.ts';

/** The figures as they are published, and the corrections that fit none. */
interface CorrectedFigures {
  readonly figures: readonly Figure[];
  readonly findings: readonly Finding[];
}

/**
 * Figures with what a person read in their sentences in the place of what the rules of the language read there. A value is
 * never touched: only its unit, its year, its qualifier, and that the time of its sentence is not its own. A correction whose figure does not stand in its paragraph
 * once, or of which the rules say something else than it names, is a finding: the source or a rule has changed.
 *
 *     "In 2014 such an operation was made for the first time; in the world there are 4 in all": 4, and not of 2014.
 */
export function correctedFigures(
  figures: readonly Figure[],
  corrections: readonly FigureCorrection[],
  folder: string,
): CorrectedFigures {
  const findings: Finding[] = [];
  const said = new Map<Figure, FigureSays>();
  for (const { paragraph, quote, read, is } of corrections) {
    const named = `"${quote}" in paragraph ${paragraph}`;
    const refuse = (expected: string, found: string): void => {
      const place = { file: `${folder}/corrections.yaml`, table: 'figure', row: named };
      const action = 'remove or change the correction if it is read rightly now';
      findings.push({ kind: 'correction', place, expected, found, action });
    };
    const meant = figures.filter((figure) => figure.paragraph === paragraph && figure.quote === quote);
    const [figure] = meant;
    if (figure === undefined || meant.length > 1) {
      refuse('one figure of this quote', meant.length === 0 ? 'none' : `${meant.length}`);
    } else if (told(sayings(figure), read) !== told(read)) {
      refuse(`it to be read as ${told(read)}`, told(sayings(figure), read));
    } else if (
      told(is) === told(sayings(figure), is) ||
      Object.keys(is).sort().join() !== Object.keys(read).sort().join()
    ) {
      refuse('another reading of the same columns', told(is));
    } else said.set(figure, is);
  }
  return { figures: figures.map((figure) => withSaid(figure, said.get(figure))), findings };
}

/** A figure whose year a person has read, or which is not of the time that the rules found, has no days of that time. */
function withSaid(figure: Figure, says: FigureSays | undefined): Figure {
  if (says === undefined) return figure;
  const { time_quote: quote, ...others } = says;
  const isOfTime = quote === undefined && says.year === undefined;
  return { ...figure, ...others, ...(!isOfTime && NO_TIME) };
}

function sayings({ unit, year, qualifier, timeQuote }: Figure): FigureSays {
  return { unit, year, qualifier, time_quote: timeQuote };
}

/** What is said, of the columns that `like` names: `unit persons, year none`. */
function told(says: FigureSays, like: FigureSays = says): string {
  return (['unit', 'year', 'qualifier', 'time_quote'] as const)
    .filter((column) => like[column] !== undefined)
    .map((column) => `${column} ${says[column] ?? 'none'}`)
    .join(', ');
}
