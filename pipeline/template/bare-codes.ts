import type { Slot } from './plan.ts';

/**
 * Codes that may stand bare in a statement: those of a key that no other key of any table shares, such as
 * `gdp_tenge`. A code that is no word (`KZ-AKM`, `2010`) never stands bare.
 */
export function bareCodes(
  slots: readonly Slot[],
): ReadonlyMap<string, { readonly table: string; readonly key: string }> {
  const owners = new Map<string, Map<string, { readonly table: string; readonly key: string }>>();
  for (const { table, codes } of slots) {
    for (const [key, code] of Object.entries(codes)) {
      if (!/^[a-z]\w*$/.test(code)) continue;
      const own = owners.get(code) ?? new Map();
      own.set(`${table}.${key}`, { table, key });
      owners.set(code, own);
    }
  }
  return new Map(
    [...owners].flatMap(([code, own]) =>
      own.size === 1 ? [...own.values()].map((one) => [code, one] as const) : [],
    ),
  );
}
