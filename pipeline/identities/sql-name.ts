/**
 * The keywords of DuckDB that are no names of columns or tables unless they are quoted, and those that stand for
 * something else at the beginning of an expression. A test holds this list against DuckDB's own.
 */
const KEYWORDS: ReadonlySet<string> = new Set(
  [
    'all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create default',
    'deferrable desc describe distinct do else end except false fetch for foreign from group having in initially',
    'intersect into lambda lateral leading limit not null offset on only or order pivot pivot_longer pivot_wider placing',
    'primary qualify references returning select show some summarize symmetric table then to trailing true union unique',
    'unpivot using variadic when where window with',
    'anti asof at authorization binary by collation columns concurrently cross freeze full generated glob ilike inner is',
    'isnull join left like map natural notnull outer overlaps positional right semi similar struct tablesample try_cast',
    'unpack verbose',
    'between bigint bit boolean char character coalesce dec decimal exists extract float grouping grouping_id inout int',
    'integer interval national nchar none nullif numeric out overlay position precision real row setof smallint substring',
    'time timestamp treat trim values varchar xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces',
    'xmlparse xmlpi xmlroot xmlserialize xmltable',
  ].flatMap((line) => line.split(' ')),
);

/**
 * A name as SQL that people read writes it: bare where DuckDB takes it for a name, else in quotes: `year`, `"group"`,
 * `"жыл"`.
 */
export function sqlName(name: string): string {
  const isPlain = /^[a-z_][a-z0-9_]*$/.test(name) && !KEYWORDS.has(name);
  return isPlain ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A text as SQL writes it, `'it''s'`. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
