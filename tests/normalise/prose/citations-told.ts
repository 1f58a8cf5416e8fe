import { kkInKazakhstan as kk } from '../../../pipeline/jurisdiction/kz/kk-acts.ts';
import { type Citation, readCitations } from '../../../pipeline/normalise/prose/citations.ts';
import { paragraph, passages } from './report.ts';
import { wholeReport } from './whole-report.ts';

export const { paragraphs } = wholeReport.prose;
export const citations = readCitations(passages(paragraphs), kk);

/** `law | parliament | 123-IV | 2009-01-30 | …`, a dash for what is not said. */
export const told = ({ type, issuer, number, date, title }: Citation): string =>
  [type, issuer ?? '-', number ?? '-', date ?? '-', title ?? '-'].join(' | ');

/** The citations of a text, as they are told. */
export const read = (text: string): readonly string[] =>
  readCitations(passages([paragraph(text)]), kk).map(told);
