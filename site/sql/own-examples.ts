import { sqlName, sqlText } from '../../pipeline/identities/sql-name.ts';
import type { Dimension } from '../catalogue/codes.ts';
import type { Dataset } from '../catalogue/dataset.ts';
import { LANGUAGES, type Language, told } from '../catalogue/language.ts';
import type { Example } from './examples.ts';
import type { Relation } from './relations.ts';

/**
 * Queries that a document's tables of values suggest of themselves: of each the last year in order of its values, with the
 * names of the codes, or all of its rows where it has no years to choose from.
 *
 *     select l.name_en as region, t.percent from rates t left join region l using (region) where t.year = 2015 ...
 */
export function ownExamples(
  datasets: readonly Dataset[],
  relations: readonly Relation[],
): readonly Example[] {
  return datasets.map((dataset) => ({
    title: inEach((language) => told({ ...dataset.table }, 'title', language).text || dataset.table.name),
    sql: (language) =>
      ranked(dataset, relations, language) ?? `from ${sqlName(dataset.table.name)} limit 100;`,
  }));
}

function inEach(text: (language: Language) => string): Example['title'] {
  const [kk = '', ru = '', en = ''] = LANGUAGES.map(text);
  return { kk, ru, en };
}

/** The dimension with the most codes over the last year, the greatest value first; the others as they are in total. */
function ranked(
  { table, dimensions, measures, years, isYearly }: Dataset,
  relations: readonly Relation[],
  language: Language,
): string | undefined {
  const [measure] = measures;
  const year = years.at(-1);
  const [over] = [...dimensions].sort((a, b) => b.codes.length - a.codes.length);
  if (!isYearly || measure === undefined || year === undefined || over === undefined) return undefined;
  const held = dimensions.filter((each) => each !== over).map(heldAt);
  const list = relations.find(
    ({ name, columns }) =>
      name === over.name &&
      [`name_${language}`, over.name].every((own) => columns.some((each) => each.name === own)),
  );
  const column = sqlName(over.name);
  const value = sqlName(measure.field.name);
  const shown = list === undefined ? `t.${column}` : `l.name_${language} as ${column}`;
  const join = list === undefined ? '' : `\njoin ${sqlName(list.name)} l using (${column})`;
  return `select ${shown}, t.${value}
from ${sqlName(table.name)} t${join}
where ${[`t.year = ${year}`, ...held].join(' and ')}
order by t.${value} desc;`;
}

function heldAt({ name, total, codes }: Dimension): string {
  return `t.${sqlName(name)} = ${sqlText(total ?? codes[0]?.code ?? '')}`;
}
