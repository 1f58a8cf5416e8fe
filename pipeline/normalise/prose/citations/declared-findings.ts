import type { LegalWords } from '../../../jurisdiction/act-kinds.ts';
import type { Finding } from '../../../page/finding.ts';
import type { DeclaredActs } from '../../../template/declared-acts.ts';
import type { Citation } from '../citations.ts';
import type { fold, Passage } from '../reading/passage.ts';
import { declaredMarks } from './declared.ts';

/**
 * What is declared of the acts that a text cites and is not so: a name that does not stand in it, or not in a paragraph
 * that is named, and a reference that there is none of, or whose quote has other words.
 */
export function declaredActFindings(
  passages: readonly Passage[],
  citations: readonly Citation[],
  declared: DeclaredActs | undefined,
  { acts, quantities }: { readonly acts: LegalWords; readonly quantities: Parameters<typeof fold>[1] },
): readonly Finding[] {
  if (declared === undefined) return [];
  const marks = passages.flatMap((passage) =>
    declaredMarks(passage, acts, declared, quantities).map((mark) => ({ ...mark, number: passage.number })),
  );
  const found = (expected: string, what: string): Finding => ({
    kind: 'layout',
    place: { file: declared.path },
    expected,
    found: what,
    action: 'correct the file, or look at what the source prints now',
  });
  const quotes = new Map(citations.map(({ referenceId, quote }) => [referenceId, quote]));
  return [
    ...declared.names.flatMap((act) => {
      const own = marks.filter((mark) => mark.act === act);
      return [
        ...act.names
          .filter((name) => !own.some((mark) => mark.name === name))
          .map((name) => found(`"${name}" in the text`, 'nowhere')),
        ...(act.paragraphs ?? [])
          .filter((paragraph) => !own.some(({ number }) => number === paragraph))
          .map((paragraph) => found(`"${act.title}" in paragraph ${paragraph}`, 'none of its names there')),
      ];
    }),
    ...declared.same.flatMap(({ references }) =>
      Object.entries(references)
        .filter(([id, words]) => !(quotes.get(id) ?? '').includes(words))
        .map(([id, words]) =>
          found(`reference ${id} with "${words}"`, quotes.get(id) ?? 'no such reference'),
        ),
    ),
  ];
}
