import { MAPPINGS } from '../../template/code-mappings.ts';
import type { Table } from '../table.ts';

/** A code of another list for one of these data; `relation` is that of SKOS without `Match`. */
export interface CodeMapping {
  /** The code list, or `dataset` where the code is the name of a table. */
  readonly codelist: string;
  readonly code: string;
  readonly scheme: string;
  readonly target: string;
  readonly relation: string;
  readonly since?: string;
  readonly name: string;
  readonly address?: string;
}

/** The codes of others that are published, in the order of their table; none where a document declares none. */
export function mappingsOf(tables: readonly Table[]): readonly CodeMapping[] {
  const table = tables.find(({ schema }) => schema.name === MAPPINGS.table);
  const column = (name: string): readonly (string | null)[] =>
    (table?.columns.find(({ field }) => field.name === name)?.values ?? []).map((each) =>
      each === null ? null : String(each),
    );
  const [lists, codes, schemes, targets] = ['codelist', 'code', 'scheme', 'target'].map(column);
  const [relations, since, names, addresses] = ['relation', 'since', 'target_name', 'target_uri'].map(column);
  return (lists ?? []).map((codelist, at) => {
    const [begin, address] = [since?.[at], addresses?.[at]];
    return {
      codelist: codelist ?? '',
      code: codes?.[at] ?? '',
      scheme: schemes?.[at] ?? '',
      target: targets?.[at] ?? '',
      relation: relations?.[at] ?? '',
      name: names?.[at] ?? '',
      ...(begin != null && { since: begin }),
      ...(address != null && { address }),
    };
  });
}

/** The mappings of a list, by its codes, as a person reads them: `ISO_3166_2 KZ-61 (narrow, since 2018-06-19)`. */
export function toldMappings(mappings: readonly CodeMapping[], list: string): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  for (const { codelist, code, scheme, target, relation, since } of mappings) {
    if (codelist !== list) continue;
    const one = `${scheme} ${target} (${relation}${since === undefined ? '' : `, since ${since}`})`;
    told.set(code, [...(told.has(code) ? [told.get(code)] : []), one].join('; '));
  }
  return told;
}
