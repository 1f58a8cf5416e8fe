import type { ActType } from '../jurisdiction/act-kinds.ts';
import { transliterated } from '../locale/transliteration.ts';
import type { Citation } from '../normalise/prose/citations.ts';
import type { OneAct } from '../template/declared-acts.ts';
import type { Row } from '../template/schema/rows.ts';
import { SETTINGS } from './settings.ts';

/** Acts, each once, and the act of each citation by its reference. */
export interface Acts {
  readonly rows: readonly Row[];
  readonly actOf: ReadonlyMap<string, string>;
}

/** The id of an act in a register by the register's pattern; undefined where none follows. */
export type RegisterId = (type: ActType, number: string, date: string) => string | undefined;

/** What is known of one act from all that cite it. */
interface Known {
  readonly type: ActType;
  readonly issuer: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly title: string | null;
  /** The title as it is held against others. */
  readonly folded: string | null;
  /** Whether the title is that of what the act approves. */
  readonly approves: boolean;
  readonly joint: string | null;
  readonly citations: readonly Citation[];
}

/**
 * The acts that citations mean: two are of one act where kind and issuer are the same and either the number or the title
 * too, and nothing that is printed speaks against it: `2014-07` may be the code of `2014-07-03`, that of 2007 is another.
 * What has neither number nor title stays apart. A citation that fits several acts is of none of them, but of one apart.
 * What an act approves is its title, and who cites that by its name cites the act. An act of several issuers, each with
 * its own number, is one. References that a person has found to be of one act are, whatever they print.
 */
export function actsOf(
  citations: readonly Citation[],
  registerId: RegisterId,
  same: readonly OneAct[] = [],
): Acts {
  const acts: Known[] = [];
  // The fullest first, so that a name alone finds what it may be.
  for (const citation of [...citations].sort((a, b) => fullness(b) - fullness(a))) {
    const cited = known(citation);
    const declaredOne = same.filter(({ references }) => citation.referenceId in references);
    const isToldOf = (act: Known): boolean =>
      act.citations.some(({ referenceId }) =>
        declaredOne.some(({ references }) => referenceId in references),
      );
    const told = declaredOne.length === 0 ? [] : acts.filter(isToldOf);
    const fitting = told.length > 0 ? told : acts.filter((act) => isOf(cited, act));
    const [only] = fitting;
    if (only === undefined || fitting.length > 1) acts.push({ ...cited, citations: [citation] });
    else acts[acts.indexOf(only)] = merged(only, citation, cited);
  }
  const ids = new Map<string, Known>();
  for (const act of inOrder(acts, citations)) ids.set(freeId(idOf(act), ids), act);
  return {
    rows: [...ids].map(([act, each]) => actRow(act, each, registerId)),
    actOf: new Map(
      [...ids].flatMap(([act, each]) => each.citations.map(({ referenceId }) => [referenceId, act] as const)),
    ),
  };
}

/** Kinds of text that another act approves. */
const APPROVED: ReadonlySet<ActType> = new Set(['programme', 'strategy', 'concept', 'plan', 'road_map']);

/** What one citation says of its act. */
type Cited = Omit<Known, 'citations'>;

function known({ type, issuer, number, date, title: own, called, joint }: Citation): Cited {
  const approves = own === null && called?.basis === 'approved';
  const title = own ?? called?.title ?? null;
  const folded = title === null ? null : foldedTitle(title);
  return { type, issuer, number, date, title, folded, approves, joint };
}

function fullness({ number, date, title }: Citation): number {
  return (number === null ? 0 : 100) + (date?.length ?? 0) + (title === null ? 0 : 1);
}

function isOf({ type, issuer, number, date, folded, joint }: Cited, act: Known): boolean {
  if (joint !== null && joint === act.joint) return true;
  if (act.approves && APPROVED.has(type) && number === null) return folded !== null && folded === act.folded;
  if (type !== act.type || issuer !== act.issuer || !isPrefix(date, act.date)) return false;
  if (type === 'constitution') return true;
  if (number !== null && act.number !== null)
    return number === act.number && (date !== null) === (act.date !== null);
  return folded !== null && folded === act.folded;
}

/** Whether one date may be the other, of which less or more is printed; a date that is not printed may be any. */
function isPrefix(a: string | null, b: string | null): boolean {
  return a === null || b === null || a.startsWith(b) || b.startsWith(a);
}

function foldedTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

function merged(act: Known, citation: Citation, cited: Cited): Known {
  if (act.joint !== null && act.joint === citation.joint) return jointly(act, citation);
  const longer = (citation.date?.length ?? 0) > (act.date?.length ?? 0) ? citation.date : act.date;
  return {
    ...act,
    number: act.number ?? citation.number,
    date: longer,
    title: act.title ?? cited.title,
    folded: act.folded ?? cited.folded,
    citations: [...act.citations, citation],
  };
}

/** An act of several issuers: all of them, all its numbers, and as much of its date as they have in common. */
function jointly(act: Known, { issuer, number, date, ...citation }: Citation): Known {
  const both = (a: string | null, b: string | null): string | null =>
    [...new Set([a, b].filter((each) => each !== null))].join(' ') || null;
  return {
    ...act,
    issuer: both(act.issuer, issuer),
    number: both(act.number, number),
    date: commonDate(act.date, date),
    citations: [...act.citations, { issuer, number, date, ...citation }],
  };
}

/** `2015-11-25` and `2015-12-10` have the year in common. */
function commonDate(a: string | null, b: string | null): string | null {
  const [one, other] = [a?.split('-') ?? [], b?.split('-') ?? []];
  const differs = one.findIndex((part, at) => part !== other[at]);
  return (differs < 0 ? one : one.slice(0, differs)).join('-') || null;
}

/** Acts in the order in which the document first cites them. */
function inOrder(acts: readonly Known[], citations: readonly Citation[]): readonly Known[] {
  const place = new Map(citations.map(({ referenceId }, index) => [referenceId, index]));
  const first = ({ citations: own }: Known): number =>
    Math.min(...own.map(({ referenceId }) => place.get(referenceId) ?? 0));
  return [...acts].sort((a, b) => first(a) - first(b));
}

/** `decree_986_2014_12_26`, `law_bilim_turaly`, `convention_ilo_183`; a first letter, so that it is no number. */
function idOf({ type, issuer, number, date, title }: Known): string {
  const words =
    title === null
      ? []
      : transliterated(title)
          .split(/[^a-z0-9]+/)
          .filter((word) => word !== '');
  const named =
    number !== null
      ? [...(date === null && issuer !== null && !number.includes(' ') ? [issuer] : []), number, date ?? '']
      : [date ?? '', ...words.slice(0, SETTINGS.wordsOfAnAct.value)];
  return [type, ...named]
    .join(' ')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
    .join('_');
}

function freeId(id: string, taken: ReadonlyMap<string, unknown>, count = 1): string {
  const name = count === 1 ? id : `${id}_no${count}`;
  return taken.has(name) ? freeId(id, taken, count + 1) : name;
}

function actRow(
  act: string,
  { type, issuer, number, date, title, approves, citations }: Known,
  registerId: RegisterId,
): Row {
  const id =
    number === null || date === null || number.includes(' ') ? undefined : registerId(type, number, date);
  return {
    act,
    act_type: type,
    issuer,
    number,
    date,
    title_kk: title,
    register_id: id ?? null,
    register_id_basis: id === undefined ? null : 'pattern',
    references: citations.length,
    title_basis: title === null ? null : approves ? 'approved' : 'cited',
  };
}
