import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { kk } from '../../../pipeline/locale/kk.ts';
import { correctedFigures } from '../../../pipeline/normalise/prose/corrected-figures.ts';
import { type Figure, readFigures } from '../../../pipeline/normalise/prose/figures.ts';
import { type Corrections, correctionsSchema } from '../../../pipeline/template/corrections.ts';
import { readYaml } from '../../../pipeline/template/yaml-file.ts';
import { paragraph, passages } from './report.ts';
import { wholeReport } from './whole-report.ts';

export const { paragraphs } = wholeReport.prose;
export const corrections = readYaml<Corrections>(
  { path: 'corrections.yaml', text: readFileSync('sources/kz-icescr-2/corrections.yaml', 'utf8') },
  () => correctionsSchema,
);
export const byRules = readFigures(passages(paragraphs), kk);
export const { figures } = correctedFigures(byRules, corrections.figures ?? [], 'sources/kz-icescr-2');

export const rows = (file: string): readonly Record<string, string>[] =>
  parse(readFileSync(file), { columns: true });

/** `8.6 billion_tenge 2016 more_than`, a dash for what is not said. */
export const told = ({ value, unit, year, qualifier }: Figure): string =>
  [value, unit ?? '-', year ?? '-', qualifier ?? '-'].join(' ');

export const read = (text: string): readonly string[] =>
  readFigures(passages([paragraph(text)]), kk).map(told);
