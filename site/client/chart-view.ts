import type { View } from '../charts/view.ts';
import { CHART_BASE, CHART_VIEW } from './address.ts';

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
  const dimensions = [...form.querySelectorAll<HTMLSelectElement>('select[data-dimension]')];
  const asked = viewAsked(search, new Set(dimensions.map(({ name }) => name)));
  for (const part of ['kind', 'base'] as const) {
    const known = [...choice[part].options].map(({ value }) => value);
    choice[part].value = known.includes(asked[part]) ? asked[part] : (known[0] ?? '');
  }
}

/**
 * What an address asks of the view; also as addresses had it before, `?view=index&base=2012`, where no dimension has such a
 * name.
 */
export function viewAsked(
  search: string,
  dimensions: ReadonlySet<string>,
): { readonly kind: string; readonly base: string } {
  const asked = new URLSearchParams(search);
  const said = (name: string, before: string): string =>
    asked.get(name) ?? (dimensions.has(before) ? undefined : asked.get(before)) ?? '';
  return { kind: said(CHART_VIEW, 'view'), base: said(CHART_BASE, 'base') };
}

/** What of an address says the view; nothing while values are as printed. */
export function addressOfView({ kind, base }: View): readonly (readonly [string, string])[] {
  if (kind === 'printed') return [];
  return kind === 'log'
    ? [[CHART_VIEW, kind]]
    : [
        [CHART_VIEW, kind],
        [CHART_BASE, String(base)],
      ];
}

/** Offers equal ratios only where they help. */
export function offerLog(form: ParentNode, helps: boolean): void {
  const log = choiceOf(form)?.kind.querySelector<HTMLOptionElement>('option[value="log"]');
  if (log !== null && log !== undefined) log.disabled = !helps;
}
