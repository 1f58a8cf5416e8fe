import type { LegalWords } from '../../../jurisdiction/act-kinds.ts';
import { remembered } from '../../../page/remembered.ts';
import type { DeclaredActs, NamedAct } from '../../../template/declared-acts.ts';
import type { Stretch } from '../../reading/phrase.ts';
import { fold, type Passage } from '../reading/passage.ts';
import { innermost } from '../reading/structure.ts';
import { type Act, isPlain } from './act.ts';
import type { Marks } from './marks.ts';
import { partsBehind } from './parts.ts';

/** A declared name of an act where it stands. */
export interface DeclaredMark extends Stretch {
  readonly act: NamedAct;
  readonly name: string;
}

/** A declared name, how it is looked for in a folded text, and its whole words, without which it does not stand there. */
interface Sought {
  readonly act: NamedAct;
  readonly name: string;
  /** What it says, but for an ending of its last word. */
  readonly says: RegExp;
  /** What must stand behind that: the ending where there is one, and no letter. */
  readonly behind: RegExp;
  /** None of a name whose only word has an ending; the longest first, which the fewest paragraphs have. */
  readonly whole: readonly string[];
}

/** What stands between others is a word: letters and digits. */
const WORD = /[\p{L}\d]+/gu;

/** The words of a paragraph, found once for all names. */
const wordsOf = remembered(({ folded }: Passage): ReadonlySet<string> => new Set(folded.match(WORD)));

/** The declared names in a language, the longest name first, made once for all paragraphs. */
const soughtIn = remembered(({ names }: DeclaredActs) =>
  remembered((words: LegalWords) =>
    remembered((quantities: Parameters<typeof fold>[1]): readonly Sought[] =>
      names
        .flatMap((act) => act.names.map((name) => ({ act, name })))
        .sort((a, b) => b.name.length - a.name.length)
        .map(({ act, name }) => ({ act, name, ...soughtBy(fold(name, quantities), words) })),
    ),
  ),
);

/** Before a name stands no letter. */
const BEFORE = /(?<![\p{L}\d-])/uy;

/**
 * What must stand behind a name that ends so, made once for all names: the letters of all languages make a pattern that
 * takes longer to compile than to run.
 */
const behindIn = remembered(({ endings }: LegalWords) => {
  const noLetter = '(?![\\p{L}\\d]|-\\p{L})';
  return { whole: new RegExp(noLetter, 'uy'), ending: new RegExp(`(?:${endings})${noLetter}`, 'uy') };
});

/** How a folded name is looked for. */
function soughtBy(name: string, words: LegalWords): Pick<Sought, 'says' | 'behind' | 'whole'> {
  const says = name
    .replace(/\*$/, '')
    .replace(/[.?+^${}()|[\]\\]/g, '\\$&')
    .replace(/\s?[-–]\s?/g, (dash) => (dash.length === 1 ? '[-–]' : '\\s?[-–]\\s?'))
    .replace(/\s+/g, '\\s+')
    .replaceAll('*', `(?:${words.endings})`);
  // Nothing but the sign for an ending makes a word go on: whatever else stands beside it parts it from the next.
  const whole = (name.match(/[\p{L}\d*]+/gu) ?? []).filter((word) => !word.includes('*'));
  return {
    says: new RegExp(says, 'g'),
    behind: name.endsWith('*') ? behindIn(words).ending : behindIn(words).whole,
    whole: whole.sort((a, b) => b.length - a.length),
  };
}

/** Where a name stands in a folded text. */
function placesOf(text: string, { says, behind }: Sought): readonly Stretch[] {
  const places: Stretch[] = [];
  says.lastIndex = 0;
  for (let said = says.exec(text); said !== null; said = says.exec(text)) {
    const from = said.index;
    BEFORE.lastIndex = from;
    behind.lastIndex = from + said[0].length;
    const end = BEFORE.test(text) ? behind.exec(text) : null;
    if (end !== null) places.push({ from, to: end.index + end[0].length });
    says.lastIndex = from + 1;
  }
  return places;
}

/** The declared names that a paragraph has: of two that stand in one another the longer one. */
export function declaredMarks(
  passage: Passage,
  words: LegalWords,
  declared: DeclaredActs,
  quantities: Parameters<typeof fold>[1],
): readonly DeclaredMark[] {
  return marksIn(passage)(soughtIn(declared)(words)(quantities));
}

/** Found once a paragraph: its citations and the findings about what is declared both ask for them. */
const marksIn = remembered((passage: Passage) =>
  remembered((sought: readonly Sought[]): readonly DeclaredMark[] => {
    const { number, folded } = passage;
    const own = wordsOf(passage);
    const marks: DeclaredMark[] = [];
    for (const each of sought) {
      const { act, name, whole } = each;
      if (act.paragraphs !== undefined && !act.paragraphs.includes(number)) continue;
      if (!whole.every((word) => own.has(word))) continue;
      for (const span of placesOf(folded, each)) {
        if (!marks.some((other) => span.from < other.to && other.from < span.to))
          marks.push({ ...span, act, name });
      }
    }
    return marks.sort((a, b) => a.from - b.from);
  }),
);

/**
 * The acts of a paragraph with those that declared names cite. A name that an act with its number or date says, or that
 * such an act approves (`by decree № 1 approved Programme`, `the Programme (decree № 1)`), is what that act is called;
 * any other is a reference of its own, each title once a paragraph unless another article is meant.
 */
export function withDeclared(
  marks: Marks,
  acts: readonly Act[],
  declared: readonly DeclaredMark[],
): readonly Act[] {
  const called = new Map<Act, Act>();
  const own: Act[] = [];
  const free = (act: Act): boolean => act.title === null && !called.has(act);
  for (const mark of declared) {
    const { type, issuer = null, title } = mark.act;
    const head = { from: mark.from, to: mark.to, type, plural: false };
    const sayingIt = acts.find((act) => act.head.from >= mark.from && act.head.to <= mark.to);
    const approving = acts.find((act) => free(act) && approves(marks, act, mark));
    const act = sayingIt ?? approving;
    if (act !== undefined) {
      if (free(act))
        called.set(act, {
          ...act,
          called: { title, basis: act === sayingIt ? 'declared' : 'approved' },
          from: Math.min(act.from, mark.from),
          to: Math.max(act.to, mark.to),
        });
      continue;
    }
    const parts = JSON.stringify(partsBehind(marks, head));
    const isTold = own.some(
      (other) => other.title === title && JSON.stringify(partsBehind(marks, other.head)) === parts,
    );
    if (isTold) continue;
    own.push({ type, issuer, number: null, date: null, title, head, from: mark.from, to: mark.to });
  }
  return [...acts.map((act) => called.get(act) ?? act), ...own];
}

/** Whether an act approves what a name right behind it, or before it and its brackets, calls. */
function approves(marks: Marks, act: Act, mark: Stretch): boolean {
  const { words, folded, structure } = marks;
  if (words.treaties.includes(act.type) || (act.number === null && act.date === null)) return false;
  const { to } = act;
  if (to <= mark.from) {
    const approved = words.approved.exec(folded.slice(to))?.[0].length ?? 0;
    return isPlain(marks, to + approved, mark.from);
  }
  const bracket = innermost(structure.brackets, act.from);
  if (bracket === undefined || bracket.from < mark.to) return false;
  return words.approvedBefore.test(folded.slice(mark.to, bracket.from));
}
