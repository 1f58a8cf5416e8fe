import { autocompletion, closeCompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { PostgreSQL, sql } from '@codemirror/lang-sql';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Editor, EditorSetting } from './editor.ts';

/** The colours of the page, so that the dark one is followed. */
const HIGHLIGHT = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--s1)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--s3)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--s2)' },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: tags.typeName, color: 'var(--s4)' },
]);

const THEME = EditorView.theme({
  '&': {
    color: 'var(--ink)',
    backgroundColor: 'var(--card)',
    border: '1.5px solid var(--quiet)',
    borderRadius: '8px',
    fontSize: '0.92rem',
  },
  '&.cm-focused': { outline: '3px solid var(--accent)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5', maxHeight: '28rem' },
  '.cm-content': { padding: '0.8rem 0', minHeight: '10.5rem', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 1rem' },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--card)',
    border: '1px solid var(--quiet)',
    borderRadius: '6px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.25rem 0.5rem', lineHeight: '1.5' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--paper)',
    backgroundColor: 'var(--accent)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-soft)' },
});

/**
 * Written text goes through the editor and not through the browser's own editing, which would carry the colours of
 * what it replaces along as inline styles; the security policy refuses those, and the console would say so.
 */
const WRITING = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { inputType, data, isComposing } = event;
    if (inputType !== 'insertText' || data === null || isComposing || view.composing) return false;
    const selected = selectedIn(view);
    if (selected === undefined) return false;
    event.preventDefault();
    const text = data.replace(/\r\n?/g, '\n');
    const { from, to } = selected;
    view.dispatch({
      changes: { from, to, insert: text },
      selection: { anchor: from + text.length },
      userEvent: 'input.type',
      scrollIntoView: true,
    });
    return true;
  },
});

/**
 * What the browser has selected: the editor learns of a new selection only after the event of writing. In a shadow the
 * selection is told by the shadow in some browsers, by the document in others; undefined where neither tells it.
 */
function selectedIn(view: EditorView): { readonly from: number; readonly to: number } | undefined {
  const { root, contentDOM } = view;
  const selection = (tellsSelection(root) ? root : document).getSelection();
  if (selection === null) return undefined;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (anchorNode === null || focusNode === null) return undefined;
  if (!contentDOM.contains(anchorNode) || !contentDOM.contains(focusNode)) return undefined;
  const ends = [view.posAtDOM(anchorNode, anchorOffset), view.posAtDOM(focusNode, focusOffset)];
  return { from: Math.min(...ends), to: Math.max(...ends) };
}

function tellsSelection(root: DocumentOrShadowRoot): root is Document {
  return 'getSelection' in root;
}

/**
 * CodeMirror beside the plain field, in a shadow of its own: there its styles are sheets of the document's making,
 * which the security policy lets pass, and the page's rules do not reach in. Tab is left to move through the page.
 */
export function codeEditor({ field, name, completions, run }: EditorSetting): Editor {
  const host = document.createElement('div');
  host.className = 'sql-code';
  field.before(host);
  const root = host.attachShadow({ mode: 'open' });
  const schema = Object.fromEntries(Object.entries(completions).map(([table, own]) => [table, [...own]]));
  const asks = {
    key: 'Mod-Enter',
    run: (view: EditorView) => {
      // Words that are still offered would lie over the answer and its downloads.
      closeCompletion(view);
      run();
      return true;
    },
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: field.value,
      extensions: [
        Prec.highest(keymap.of([asks])),
        WRITING,
        history(),
        bracketMatching(),
        autocompletion(),
        sql({ dialect: PostgreSQL, schema, upperCaseKeywords: false }),
        syntaxHighlighting(HIGHLIGHT),
        THEME,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          id: 'sql-code',
          'aria-label': name,
          autocapitalize: 'off',
          spellcheck: 'false',
        }),
        keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    write: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    focus: () => view.focus(),
  };
}
