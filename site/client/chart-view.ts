import type { View } from '../charts/view.ts';

/** The choice of how the chart shows its values; `undefined` where the page offers none. */
interface ViewChoice {
  readonly kind: HTMLSelectElement;
  readonly base: HTMLSelectElement;
}

function choiceOf(form: ParentNode): ViewChoice | undefined {
  const kind = form.querySelector<HTMLSelectElement>('select[data-view]');
  const base = form.querySelector<HTMLSelectElement>('select[data-base]');
  return kind === null || base === null ? undefined : { kind, base };
}

/** What is chosen; the year of the index is asked for where there is an index. */
export function viewOf(form: ParentNode): View {
  const choice = choiceOf(form);
  if (choice === undefined) return { kind: 'printed', base: 0 };
  const { kind, base } = choice;
  const field = base.closest('label');
  if (field !== null) field.hidden = kind.value !== 'index';
  const chosen = kind.value === 'index' || kind.value === 'log' ? kind.value : 'printed';
  return { kind: chosen, base: Number(base.value) };
}

/** Puts into the form what an address says. */
export function chooseView(form: ParentNode, search: string): void {
  const choice = choiceOf(form);
  if (choice === undefined) return;
  const asked = new URLSearchParams(search);
  for (const [select, name] of [
    [choice.kind, 'view'],
    [choice.base, 'base'],
  ] as const) {
    const wanted = asked.get(name) ?? '';
    const known = [...select.options].map(({ value }) => value);
    select.value = known.includes(wanted) ? wanted : (known[0] ?? '');
  }
}

/** What of an address says the view; nothing while values are as printed. */
export function addressOfView({ kind, base }: View): readonly (readonly [string, string])[] {
  if (kind === 'printed') return [];
  return kind === 'log'
    ? [['view', kind]]
    : [
        ['view', kind],
        ['base', String(base)],
      ];
}

/** Offers equal ratios only where they help. */
export function offerLog(form: ParentNode, helps: boolean): void {
  const log = choiceOf(form)?.kind.querySelector<HTMLOptionElement>('option[value="log"]');
  if (log !== null && log !== undefined) log.disabled = !helps;
}
