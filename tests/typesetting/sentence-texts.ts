import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { membersOf } from '../../pipeline/template/dimension.ts';
import type { Layout, ListLayout, SentenceLayout } from '../../pipeline/template/layout.ts';
import { document } from '../project.ts';
import { printedAt } from './printed-values.ts';

/** How the parts of a sentence are printed that may be printed in several ways. */
export interface Wording {
  /** Whether optional words stand there, such as the unit behind a number. */
  readonly optional: boolean;
  readonly number: (value: string) => string;
}

/** The sentences of the annexes in printed order, with the transcribed values in them. */
export function sentenceTexts(wording: Wording): readonly string[] {
  return [...document.head.annexes.values()].flat().flatMap((name) => {
    const layout: Layout = parse(readFileSync(join(document.folder, 'tables', `${name}.yaml`), 'utf8'));
    if ('opening' in layout) return [listText(layout, wording)];
    return 'sentences' in layout ? (layout.sentences ?? []).map((each) => sentenceText(each, wording)) : [];
  });
}

function sentenceText({ text, values }: SentenceLayout, wording: Wording): string {
  return filled(text, wording, (name) => {
    const { table = '', ...codes } = values[name] ?? {};
    return wording.number(printedAt({ table, column: 'value', codes }).value);
  });
}

function listText({ dataset, opening, items, text, closing = '' }: ListLayout, wording: Wording): string {
  const printed = Object.entries(items).flatMap(([key, form]) =>
    membersOf(key, form, document.codelists).map(({ code }) =>
      filled(text.replace(`{${key}}`, code), wording, (column, form) => {
        const { value } = printedAt({ table: dataset, column, codes: { [key]: code } });
        return form === undefined ? wording.number(value) : spanOfTime(Number(value), column);
      }),
    ),
  );
  return [opening, ...printed, closing].join(' ');
}

function filled(
  text: string,
  { optional }: Wording,
  fill: (name: string, form: string | undefined) => string,
): string {
  return text
    .replace(/\[([^\]]*)\]/g, optional ? '$1' : '')
    .replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, form?: string) => fill(name, form));
}

/** From one span to another: `1 жылдан 14 жылға`, `7 айдан`. */
function spanOfTime(months: number, column: string): string {
  const isFrom = column.startsWith('min');
  if (months % 12 === 0) return `${months / 12} ${isFrom ? 'жылдан' : 'жылға'}`;
  return `${months} ${isFrom ? 'айдан' : 'айға'}`;
}
