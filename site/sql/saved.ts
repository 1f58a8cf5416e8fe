import { linkOf } from './query-link.ts';
import { made } from './result-table.ts';
import { filled, type SqlWords } from './words.ts';

/** A query that a person kept, under a name of their own. */
export interface SavedQuery {
  readonly name: string;
  readonly sql: string;
}

/** Most queries that are kept: the browser's store is small, and a longer list helps nobody. */
const MOST = 100;

/** What is kept under the key, the last first; nothing where it cannot be read. */
export function savedQueries(store: Pick<Storage, 'getItem'>, key: string): readonly SavedQuery[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isQuery) : [];
  } catch {
    return [];
  }
}

function isQuery(value: unknown): value is SavedQuery {
  if (typeof value !== 'object' || value === null) return false;
  const { name, sql }: { name?: unknown; sql?: unknown } = value;
  return typeof name === 'string' && typeof sql === 'string';
}

/**
 * The queries with one more, in the place of any of the same name.
 *
 *     withSaved([{ name: 'a', sql: '1' }], { name: 'a', sql: '2' })   // [{ name: 'a', sql: '2' }]
 */
export function withSaved(all: readonly SavedQuery[], query: SavedQuery): readonly SavedQuery[] {
  return [query, ...all.filter(({ name }) => name !== query.name)].slice(0, MOST);
}

/** Brings the list of saved queries to life; it stays hidden where the browser keeps nothing for the page. */
export function showSaved(key: string, words: SqlWords, current: () => string): void {
  const place = document.getElementById('sql-saved');
  const list = document.getElementById('sql-saved-list');
  const name = document.getElementById('sql-save-name');
  const form = document.getElementById('sql-save-form');
  const said = document.getElementById('sql-saved-status');
  if (!(name instanceof HTMLInputElement && form instanceof HTMLFormElement)) return;
  if (place === null || list === null || said === null) return;
  const store = storeOf();
  if (store === undefined) return;
  place.hidden = false;
  const keep = (queries: readonly SavedQuery[]): void => {
    try {
      store.setItem(key, JSON.stringify(queries));
    } catch (error) {
      said.textContent = error instanceof Error ? error.message : String(error);
    }
    draw();
  };
  const draw = (): void => {
    const all = savedQueries(store, key);
    list.replaceChildren(
      ...(all.length === 0 ? [made('li', { class: 'sql-hint' }, words.savedNone)] : all.map(entry)),
    );
  };
  const entry = (query: SavedQuery): HTMLElement => {
    const item = made('li', {});
    const forget = made('button', { type: 'button' }, words.forget);
    forget.setAttribute('aria-label', `${words.forget}: ${query.name}`);
    forget.addEventListener('click', () => {
      keep(savedQueries(store, key).filter((each) => each.name !== query.name));
      name.focus();
    });
    item.append(made('a', { href: linkOf(query.sql) }, query.name), ' ', forget);
    return item;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const sql = current();
    const called = name.value.trim() || firstLine(sql);
    if (sql.trim() === '') return;
    said.textContent = filled(words.saveDone, { name: called });
    name.value = '';
    keep(withSaved(savedQueries(store, key), { name: called, sql }));
  });
  draw();
}

function firstLine(sql: string): string {
  return (sql.trim().split('\n')[0] ?? '').slice(0, 60);
}

/** The browser's store; undefined where a person has forbidden it. */
function storeOf(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
