/** Opens the fragment of an address that holds a query. */
const PREFIX = '#q=';

/**
 * The fragment that holds a query, so that a link to the page asks it again; `+` stands for a space, as in a form.
 *
 *     linkOf('select 1')   // '#q=select+1'
 */
export function linkOf(sql: string): string {
  // A text of a browser may hold half of a character, which cannot be written in an address.
  return PREFIX + encodeURIComponent(sql.replace(/\p{Surrogate}/gu, '\u{fffd}')).replace(/%20/g, '+');
}

/** The query in a fragment; undefined when there is none or it is not readable. */
export function queryOf(fragment: string): string | undefined {
  if (!fragment.startsWith(PREFIX)) return undefined;
  try {
    const sql = decodeURIComponent(fragment.slice(PREFIX.length).replace(/\+/g, ' '));
    return sql.trim() === '' ? undefined : sql;
  } catch {
    return undefined;
  }
}
