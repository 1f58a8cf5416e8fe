import type { Editions, Revision, TableRevisions } from './revisions.ts';

/** How many of a kind a person is shown of a table. */
const MOST_SHOWN = 20;

/** What a later edition says otherwise, for people: by table and key. */
export function editionsText(editions: Editions): string {
  const { old, next, tables, addedTables, goneTables, compared, same, revised, reprinted } = editions;
  return [
    `${old.place} (${old.version}) -> ${next.place} (${next.version})`,
    ...tables.map(tableText),
    ...addedTables.map((name) => `${name}: a table that came`),
    ...goneTables.map((name) => `${name}: a table that is gone`),
    `${compared} values compared: ${same} are the same, ${revised} revised, ${reprinted} printed otherwise`,
  ].join('\n');
}

function tableText({ table, revised, reprinted, added, gone, otherwise }: TableRevisions): string {
  const counts = [
    [revised.length, 'revised'],
    [reprinted.length, 'printed otherwise'],
    [added.length, 'rows came'],
    [gone.length, 'rows are gone'],
  ].flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]));
  return [
    `${table}: ${[...counts, ...otherwise].join(', ')}`,
    ...shown(revised.map(revisionText)),
    ...shown(reprinted.map((each) => `${revisionText(each)}, by rounding`)),
    ...shown(added.map((key) => `${key}: came`)),
    ...shown(gone.map((key) => `${key}: is gone`)),
  ].join('\n');
}

function revisionText({ key, column, old, next, difference, wasProvisional }: Revision): string {
  const by = difference === undefined || difference.startsWith('-') ? difference : `+${difference}`;
  const more = [...(by === undefined ? [] : [by]), ...(wasProvisional ? ['was provisional'] : [])];
  return `${key} ${column}: ${old ?? '(empty)'} -> ${next ?? '(empty)'}${more.length > 0 ? ` (${more.join('; ')})` : ''}`;
}

function shown(lines: readonly string[]): readonly string[] {
  const left = lines.length - MOST_SHOWN;
  const first = lines.slice(0, MOST_SHOWN).map((line) => `  ${line}`);
  return left > 0 ? [...first, `  and ${left} more; --json tells them all`] : first;
}
