import type { ActType } from '../jurisdiction/act-kinds.ts';
import { transliterated } from '../locale/transliteration.ts';
import type { Citation } from '../normalise/prose/citations.ts';
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
  readonly citations: readonly Citation[];
}

/**
 * The acts that citations mean: two are of one act where kind and issuer are the same and either the number or the title
 * too, and nothing that is printed speaks against it: `2014-07` may be the code of `2014-07-03`, that of 2007 is another.
 * What has neither number nor title stays apart. A citation that fits several acts is of none of them, but of one apart.
 */
export function actsOf(citations: readonly Citation[], registerId: RegisterId): Acts {
  const acts: Known[] = [];
  // The fullest first, so that a name alone finds what it may be.
  for (const citation of [...citations].sort((a, b) => fullness(b) - fullness(a))) {
    const fitting = acts.filter((act) => isOf(citation, act));
    const [only] = fitting;
    if (only === undefined || fitting.length > 1) acts.push({ ...known(citation), citations: [citation] });
    else acts[acts.indexOf(only)] = merged(only, citation);
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

function known({ type, issuer, number, date, title }: Citation): Omit<Known, 'citations'> {
  return { type, issuer, number, date, title };
}

function fullness({ number, date, title }: Citation): number {
  return (number === null ? 0 : 100) + (date?.length ?? 0) + (title === null ? 0 : 1);
}

function isOf(citation: Citation, act: Known): boolean {
  const { type, issuer, number, date, title } = citation;
  if (type !== act.type || issuer !== act.issuer || !isPrefix(date, act.date)) return false;
  if (type === 'constitution') return true;
  if (number !== null && act.number !== null)
    return number === act.number && (date !== null) === (act.date !== null);
  return title !== null && act.title !== null && folded(title) === folded(act.title);
}

/** Whether one date may be the other, of which less or more is printed; a date that is not printed may be any. */
function isPrefix(a: string | null, b: string | null): boolean {
  return a === null || b === null || a.startsWith(b) || b.startsWith(a);
}

function folded(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

function merged(act: Known, citation: Citation): Known {
  const longer = (citation.date?.length ?? 0) > (act.date?.length ?? 0) ? citation.date : act.date;
  return {
    ...act,
    number: act.number ?? citation.number,
    date: longer,
    title: act.title ?? citation.title,
    citations: [...act.citations, citation],
  };
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
      ? [...(date === null && issuer !== null ? [issuer] : []), number, date ?? '']
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
  { type, issuer, number, date, title, citations }: Known,
  registerId: RegisterId,
): Row {
  const id = number === null || date === null ? undefined : registerId(type, number, date);
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
  };
}
