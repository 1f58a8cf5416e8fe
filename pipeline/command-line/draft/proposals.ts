import type { CheckKind } from '../../identities/instance.ts';
import { grouped } from '../../page/grouped.ts';
import type { Codes, KeyedRow, KeyedTable } from './keyed-table.ts';
import { type Reading, shareFit } from './quantities.ts';
import { DRAFT_SETTINGS } from './settings.ts';
import { namedSums, type Sum, sumsIn } from './sums.ts';

/** An identity that was found to hold in the numbers of a draft: for a person to take in or to leave out. */
export interface Proposal {
  readonly id: string;
  readonly kind: CheckKind;
  readonly says: string;
  /** In how many places it was tried, and in how many of them it holds. */
  readonly held: number;
  readonly tried: number;
  readonly isRounded: boolean;
}

/** Columns that are sums or shares of others, and rows that are. */
export function proposalsOf(table: KeyedTable): readonly Proposal[] {
  const columns = table.rows.map(({ readings }) => readings);
  const lines = transposed(columns);
  const columnSums = sumsIn(lines);
  return merged([
    ...columnSums.map((sum) => columnSum(table, sum)),
    ...shares(table, lines),
    ...rowSums(table),
    ...rowShares(table),
  ]);
}

function transposed(rows: readonly (readonly Reading[])[]): readonly (readonly Reading[])[] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
}

function columnSum(table: KeyedTable, { total, parts, ...how }: Sum): Proposal {
  const codes = [...table.columnKey.labels.keys()];
  const own = codes[total] ?? '';
  const of = parts.map((part) => codes[part] ?? '');
  return {
    id: `${table.name}_${own}`,
    kind: 'sum',
    says: `${table.name}[column=${own}] = sum(${table.name}[column=${of.join('/')}])`,
    ...how,
  };
}

/** A column that is 100 times the quotient of two others. */
function shares(table: KeyedTable, lines: readonly (readonly Reading[])[]): readonly Proposal[] {
  const codes = [...table.columnKey.labels.keys()];
  return lines.flatMap((line, share) => {
    if (!mayBeShares(line)) return [];
    let best: Proposal | undefined;
    for (const [part, parts] of lines.entries()) {
      for (const [whole, wholes] of lines.entries()) {
        if (new Set([share, part, whole]).size < 3) continue;
        const { held, tried } = triedShare(line, parts, wholes);
        if (!isHeld(held, tried) || held <= (best?.held ?? 0)) continue;
        const [of, by] = [codes[part], codes[whole]];
        best = {
          id: `${table.name}_${codes[share]}`,
          kind: 'share',
          says: `${table.name}[column=${codes[share]}] = 100 * ${table.name}[column=${of}] / ${table.name}[column=${by}]`,
          held,
          tried,
          isRounded: true,
        };
      }
    }
    return best ?? [];
  });
}

/** Shares are between 0 and 100, or a little more, and some are printed with decimals. */
function mayBeShares(line: readonly Reading[]): boolean {
  const quantities = line.filter((reading) => typeof reading === 'object');
  return (
    quantities.length > 0 &&
    quantities.every(({ value }) => value >= 0 && value <= 1000) &&
    quantities.some(({ decimals }) => decimals > 0)
  );
}

function triedShare(
  line: readonly Reading[],
  parts: readonly Reading[],
  wholes: readonly Reading[],
): { readonly held: number; readonly tried: number } {
  let [held, tried] = [0, 0];
  for (const [place, share] of line.entries()) {
    const [part, whole] = [parts[place], wholes[place]];
    if (typeof share !== 'object' || typeof part !== 'object' || typeof whole !== 'object') continue;
    if (part.value === 0 || part.value === whole.value) continue;
    tried += 1;
    if (shareFit(share, part, whole) !== 'broken') held += 1;
  }
  return { held, tried };
}

function isHeld(held: number, tried: number): boolean {
  return held >= DRAFT_SETTINGS.fewestRows.value && held >= DRAFT_SETTINGS.heldShare.value * tried;
}

/** Rows that are sums of rows, among those that have the same codes for the further keys. */
function rowSums(table: KeyedTable): readonly Proposal[] {
  const label = table.rowKeys.at(-1)?.name ?? '';
  const between = table.rowKeys.slice(0, -1).map(({ name }) => name);
  const isParted = table.columns.some(({ role }) => role === 'key');
  const strata = grouped(table.rows, ({ codes }) =>
    isParted ? JSON.stringify(between.map((key) => codes[key])) : '',
  );
  return [...strata.values()].flatMap((rows) => {
    const lines = rows.map(({ readings }) => readings);
    const width = lines[0]?.length ?? 0;
    const fewest = Math.min(DRAFT_SETTINGS.fewestRows.value, width);
    const names = rows.map(({ codes }) => codes[label] ?? '');
    return namedSums(lines, names, fewest)
      .filter((sum) => width > 1 || sum.parts.length > 2)
      .map((sum) => rowSum(table, sum, rows));
  });
}

function rowSum(table: KeyedTable, { total, parts, ...how }: Sum, rows: readonly KeyedRow[]): Proposal {
  const own = rows[total]?.codes ?? {};
  const of = parts.map((part) => rows[part]?.codes ?? {});
  // Where total and parts have the same code, the identity holds for each such code.
  const keys = table.rowKeys.map(({ name }) => name);
  const named = keys.filter((key) => of.some((codes) => codes[key] !== own[key]));
  const free = keys.filter((key) => !named.includes(key));
  const left = named.map((key) => `${key}=${own[key]}`).join(', ');
  const beside = rows.filter((row) => free.every((key) => row.codes[key] === own[key]));
  const right = named.map((key) => partSelector(key, of, beside, named.length > 1)).join(', ');
  return {
    id: `${table.name}_${named.map((key) => own[key]).join('_')}`,
    kind: 'total',
    says: `${table.name}[${left}] = sum(${table.name}[${right}])`,
    ...how,
  };
}

/** Which codes of a key the parts have, or which they have not, whichever is said in fewer words. */
function partSelector(
  key: string,
  of: readonly Codes[],
  rows: readonly KeyedRow[],
  isOneOfSeveral: boolean,
): string {
  const codes = new Set(of.map((part) => part[key] ?? ''));
  if (isOneOfSeveral && codes.size > 1) return `${key}=*`;
  const others = [...new Set(rows.map((row) => row.codes[key] ?? ''))].filter((code) => !codes.has(code));
  return others.length === 1 || others.length < codes.size
    ? `${key}≠${others.join('/')}`
    : `${key}=${[...codes].join('/')}`;
}

/** A row whose values are 100 times those of a row above it, divided by one of its columns: percentages of a total. */
function rowShares(table: KeyedTable): readonly Proposal[] {
  const columns = [...table.columnKey.labels.keys()];
  return table.rows.flatMap((row, index): Proposal[] => {
    if (!mayBeShares(row.readings)) return [];
    for (const base of table.rows.slice(0, index).reverse()) {
      // Where both have the same code, it holds for each such code.
      const named = table.rowKeys.map(({ name }) => name).filter((key) => row.codes[key] !== base.codes[key]);
      const [own, of] = [row, base].map(({ codes }) => named.map((key) => `${key}=${codes[key]}`).join(', '));
      for (const [column, code] of columns.entries()) {
        const whole = base.readings[column];
        const { held, tried } = triedShare(
          row.readings,
          base.readings,
          columns.map(() => whole),
        );
        if (!isHeld(held, tried)) continue;
        const says = `${table.name}[${own}] = 100 * ${table.name}[${of}] / ${table.name}[${of}, column=${code}]`;
        const id = `${table.name}_${named.map((key) => row.codes[key]).join('_')}`;
        return [{ id, kind: 'share', says, held, tried, isRounded: true }];
      }
    }
    return [];
  });
}

/** Proposals that say the same are one. */
function merged(proposals: readonly Proposal[]): readonly Proposal[] {
  const bySaying = new Map<string, Proposal>();
  for (const proposal of proposals) {
    const before = bySaying.get(proposal.says);
    bySaying.set(
      proposal.says,
      before === undefined
        ? proposal
        : {
            ...before,
            held: before.held + proposal.held,
            tried: before.tried + proposal.tried,
            isRounded: before.isRounded || proposal.isRounded,
          },
    );
  }
  return [...bySaying.values()];
}

/** Each with an id of its own: the second `rain_total` is `rain_total_2`. */
export function withOwnIds(proposals: readonly Proposal[]): readonly Proposal[] {
  const taken = new Map<string, number>();
  return proposals.map((proposal) => {
    const count = (taken.get(proposal.id) ?? 0) + 1;
    taken.set(proposal.id, count);
    return count === 1 ? proposal : { ...proposal, id: `${proposal.id}_${count}` };
  });
}
