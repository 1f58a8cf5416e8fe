import type { Instance } from '../identities/instance.ts';
import type { Slot } from '../template/plan.ts';
import { seriesOf } from './neighbours.ts';

/** The names of the series that a series can be held against. */
export interface Related {
  /** Those that differ from it in one key, by that key; each of the same unit. */
  readonly siblings: readonly (readonly string[])[];
  /** Those that an identity puts it between, or on either side of. */
  readonly tied: readonly string[];
}

/**
 * Finds the series that are of one kind with each: those of a table that differ in one key, where all that differ in this
 * key have one unit (the regions of a measure, but not the indicators of a list); and a whole and the parts that it lies
 * between, by an identity such as `life_total between life_male and life_female`.
 */
export function relatedSeries(
  slots: readonly Slot[],
  instances: readonly Instance[],
): ReadonlyMap<string, Related> {
  const groups = new Map<string, { readonly names: Set<string>; readonly units: Set<string | null> }>();
  /** The groups of each series: the same for all its years. */
  const groupsOf = new Map<string, readonly string[]>();
  for (const slot of slots) {
    const series = seriesOf(slot);
    if (groupsOf.has(series)) continue;
    const own = groupNames(slot);
    groupsOf.set(series, own);
    for (const name of own) {
      const group = groups.get(name) ?? { names: new Set(), units: new Set() };
      group.names.add(series);
      group.units.add(slot.unit);
      groups.set(name, group);
    }
  }
  const tied = tiedSeries(slots, instances);
  const related = new Map<string, Related>();
  for (const [name, own] of groupsOf) {
    const siblings = own.flatMap((group) => {
      const found = groups.get(group);
      const others =
        found === undefined || found.units.size > 1 ? [] : [...found.names].filter((other) => other !== name);
      return others.length === 0 ? [] : [others];
    });
    related.set(name, { siblings, tied: [...(tied.get(name) ?? [])] });
  }
  return related;
}

/** A name for all slots that differ from one in one key, and in the year. */
function groupNames({ table, column, codes }: Slot): readonly string[] {
  const keys = Object.keys(codes).filter((key) => key !== 'year');
  return keys.map((free) => {
    const others = Object.entries(codes).map(([key, code]) => (key === free || key === 'year' ? '*' : code));
    return [table, column, free, ...others].join('\u0000');
  });
}

function tiedSeries(
  slots: readonly Slot[],
  instances: readonly Instance[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const tied = new Map<string, Set<string>>();
  for (const { relation, slots: own } of instances) {
    const three = own.flatMap((index) => slots[index] ?? []);
    const units = new Set(three.map(({ unit }) => unit));
    if (relation !== 'between' || three.length !== 3 || units.size > 1) continue;
    const names = three.map(seriesOf);
    for (const name of names) {
      const others = tied.get(name) ?? new Set<string>();
      for (const other of names) if (other !== name) others.add(other);
      tied.set(name, others);
    }
  }
  return tied;
}
