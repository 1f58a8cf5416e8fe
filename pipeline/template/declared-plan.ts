import { inkOf } from '../locale/look-alikes.ts';
import type { DeclaredFiles } from './declared-files.ts';
import type { DeclaredHead } from './declared-head.ts';
import { fillIn } from './dimension.ts';
import type { Head } from './head.ts';
import type { DeclaredIdentity } from './identities.ts';
import { planAllSeries, planLayout, planQuotes } from './layout-files.ts';
import type { AnnexPlan, Plan } from './plan.ts';
import type { Planning } from './slots.ts';
import { missingTable, type ReadTables, readTables } from './tables/read-tables.ts';

/** How the values of a document are printed, and what is said of them. */
export interface DeclaredPlan {
  readonly plan: Plan;
  readonly identities: readonly DeclaredIdentity[];
  /** What tables that are declared as they are printed bring along. */
  readonly tables: ReadTables | undefined;
}

/** Reads the files that say where values are printed, each before any fault is thrown. */
export function readPlan(
  declared: DeclaredFiles,
  { head, listed }: DeclaredHead,
  planning: Planning,
): DeclaredPlan {
  const { file, has, collect, ifThere } = declared;
  const layoutOf = (table: string) => {
    if (!has(`tables/${table}.yaml`)) throw missingTable(file('document.yaml'), table, declared);
    return file(`tables/${table}.yaml`);
  };
  const tables = listed && collect(() => readTables(listed.tables.map(layoutOf), planning));
  const identities: DeclaredIdentity[] = [...(tables?.identities ?? [])];
  const annexes = [...head.annexes].map(
    ([annex, names]): AnnexPlan => ({
      annex,
      ...stampOf(head, annex),
      elements: names.flatMap(
        (name) => collect(() => planLayout(file(`tables/${name}.yaml`), planning, identities)) ?? [],
      ),
    }),
  );
  const quotes = ifThere('quotes.yaml', (source) => planQuotes(source, planning, identities)) ?? [];
  const series = ifThere('series.yaml', (source) => planAllSeries(source, planning, identities)) ?? [];
  const plan = {
    annexes,
    slots: planning.slots,
    quotes,
    series,
    tables: tables?.tables ?? [],
    ignored: listed?.ignore ?? [],
  };
  return { plan, identities, tables };
}

function stampOf(head: Head, annex: string): Pick<AnnexPlan, 'stamp' | 'stampInk'> {
  const stamp = fillIn(head.annex_stamp, { annex });
  return { stamp, stampInk: inkOf(stamp) };
}
