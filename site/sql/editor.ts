/** Where a person writes the query. */
export interface Editor {
  readonly text: () => string;
  readonly write: (sql: string) => void;
  readonly focus: () => void;
}

/** What completes a query: the columns of each table. */
export type Completions = Readonly<Record<string, readonly string[]>>;

/** What the editor is made from. */
export interface EditorSetting {
  /** The field that is there without any script. */
  readonly field: HTMLTextAreaElement;
  /** What the editor is called for those who do not see it. */
  readonly name: string;
  readonly completions: Completions;
  /** Runs the query. */
  readonly run: () => void;
}

/**
 * The plain field, which becomes an editor with completion and colours when that has come; what has been written by
 * then stays.
 */
export function startEditor(setting: EditorSetting): Editor {
  const { field, run } = setting;
  const plain: Editor = {
    text: () => field.value,
    write: (sql) => {
      field.value = sql;
    },
    focus: () => field.focus(),
  };
  const now: { editor: Editor } = { editor: plain };
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    run();
  });
  // A page without its editor still asks: the field stays.
  void import('./code-editor.ts').then(
    ({ codeEditor }) => {
      const hadFocus = document.activeElement === field;
      now.editor = codeEditor(setting);
      field.hidden = true;
      if (hadFocus) now.editor.focus();
    },
    () => undefined,
  );
  return {
    text: () => now.editor.text(),
    write: (sql) => now.editor.write(sql),
    focus: () => now.editor.focus(),
  };
}

/** The tables with their columns, as the page lists them. */
export function listedTables(page: ParentNode): Completions {
  const entries = [...page.querySelectorAll('.sql-relation')].map((relation): [string, string[]] => [
    relation.querySelector('summary code')?.textContent ?? '',
    [...relation.querySelectorAll('dt code')].map((column) => column.textContent ?? ''),
  ]);
  return Object.fromEntries(entries.filter(([name]) => name !== ''));
}
