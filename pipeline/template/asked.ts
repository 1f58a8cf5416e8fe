import { type Finding, SourceFault } from '../page/finding.ts';
import type { Codelist } from './codelist.ts';
import type { Sentences } from './corrections.ts';
import { count, entry, inLanguages, mapOf, someOf, text } from './forms.ts';
import type { Outline } from './outline.ts';
import { lineNaming, readYaml, type SourceFile } from './yaml-file.ts';

/** What a numbered recommendation is about, as a person declares it: the document answers it, but does not print it. */
export interface Asked {
  /** Articles of the treaty whose rights it is about. */
  readonly articles?: readonly number[];
  /** A code of the code list `theme`. */
  readonly theme: string;
  /** One sentence in each language; where nothing says what was asked, neither it nor its basis. */
  readonly asks?: Sentences;
  /** What the sentence rests on: the paragraphs that answer it, or its own words as `source` quotes them. */
  readonly basis?: 'answer' | 'quoted';
  readonly source?: string;
}

const said = {
  ...entry(
    { theme: text },
    {
      articles: { ...someOf(count), uniqueItems: true },
      basis: { enum: ['answer', 'quoted'] },
      source: text,
      asks: inLanguages(text),
    },
  ),
  dependencies: { asks: ['basis'], basis: ['asks'], source: ['basis'] },
  if: { properties: { basis: { not: { const: 'quoted' } } } },
  else: { required: ['source'] },
} as const;

/** The JSON schema of `recommendations.yaml`. */
const askedSchema = entry({ recommendations: { ...mapOf(said), minProperties: 1 } }, {});

/**
 * Reads `recommendations.yaml`: what each recommendation that the outline counts is about. One that it does not count, one
 * that is left out, and a theme that is no code of the code list are findings with their lines.
 */
export function readAsked(
  file: SourceFile,
  outline: Outline,
  themes: Codelist | undefined,
): ReadonlyMap<number, Asked> {
  const { recommendations } = readYaml<{ readonly recommendations: Readonly<Record<string, Asked>> }>(
    file,
    () => askedSchema,
  );
  const asked = new Map(Object.entries(recommendations).map(([number, each]) => [Number(number), each]));
  const counted = outline.parts.flatMap(({ recommendations: own }) =>
    own === undefined
      ? []
      : Array.from({ length: own.last - own.first + 1 }, (_, index) => own.first + index),
  );
  const codes = new Set(themes?.entries.map(({ code }) => code));
  const findings: readonly Finding[] = [
    ...[...asked.keys()]
      .filter((number) => !counted.includes(number))
      .map((number) => found(file, `"${number}"`, 'a recommendation that outline.yaml counts', `${number}`)),
    ...counted
      .filter((number) => !asked.has(number))
      .map((number) => found(file, '', `what recommendation ${number} is about`, 'nothing')),
    ...[...asked.values()]
      .filter(({ theme }) => !codes.has(theme))
      .map(({ theme }) => found(file, `"${theme}"`, 'a code of the code list theme', `"${theme}"`)),
  ];
  if (findings.length > 0) throw new SourceFault(findings);
  return asked;
}

function found({ path, text: own }: SourceFile, word: string, expected: string, what: string): Finding {
  const line = word === '' ? 1 : lineNaming(own, word);
  return { kind: 'layout', place: { file: path, line }, expected, found: what, action: 'correct the file' };
}
