import type { PlannedStep, TablePlan } from '../../../template/tables/table-plan.ts';

/** A declared row of a table. */
export type PlannedRow = Extract<PlannedStep, { kind: 'row' }>;

/** A step as it is looked for in the column of row labels. */
export type Step =
  | {
      readonly kind: 'heading';
      readonly texts: readonly string[];
      readonly isOptional: boolean;
      /** The step behind the rows that it stands over. */
      readonly end: number;
    }
  | {
      readonly kind: 'row';
      readonly texts: readonly string[];
      readonly isOptional: boolean;
      readonly row: PlannedRow;
    };

/**
 * The steps of a body where the labels of `ownKey` stand in every row and those of `columnKeys` have columns of their
 * own. Outer keys without a column are printed as headings over their rows.
 */
export function stepsOf(
  { steps }: Pick<TablePlan, 'steps'>,
  ownKey: string,
  columnKeys: ReadonlySet<string>,
): readonly Step[] {
  const all: Step[] = [];
  const open: { readonly at: number; readonly key: string; readonly code: string }[] = [];
  const close = (from: number): void => {
    for (const { at } of open.splice(from)) endAt(all, at);
  };
  let heading: number | undefined;
  for (const step of steps) {
    if (step.kind === 'heading') {
      close(0);
      if (heading !== undefined) endAt(all, heading);
      heading = all.length;
      all.push({ kind: 'heading', texts: step.texts, isOptional: true, end: all.length });
      continue;
    }
    const outer = step.labels.filter(
      ({ key, texts }) => key !== ownKey && !columnKeys.has(key) && texts.length > 0,
    );
    const same = outer.findIndex(
      ({ key, code }, index) => open[index]?.key !== key || open[index]?.code !== code,
    );
    if (same >= 0) {
      close(same);
      for (const { key, code, texts } of outer.slice(same)) {
        open.push({ at: all.length, key, code });
        all.push({ kind: 'heading', texts, isOptional: true, end: all.length });
      }
    } else close(outer.length);
    const own = step.labels.find(({ key }) => key === ownKey)?.texts ?? [];
    // A total over the own key has the label of an outer one alone: `All regions |  | 120`.
    const others = step.labels.filter(({ key, texts: each }) => columnKeys.has(key) && each.length > 0);
    const texts = own.length > 0 ? own : (others.at(-1)?.texts ?? []);
    all.push({ kind: 'row', texts, isOptional: step.isOptional, row: step });
  }
  close(0);
  if (heading !== undefined) endAt(all, heading);
  return all;
}

/** Ends a heading behind the last step; it must be printed if one of its rows must. */
function endAt(all: Step[], at: number): void {
  const step = all[at];
  if (step?.kind !== 'heading') return;
  const under = all.slice(at + 1);
  const isOptional = under.length > 0 && under.every((each) => each.isOptional);
  all[at] = { ...step, isOptional, end: all.length };
}

/** The next step that stands at a place: those that may be left out are passed over, a heading with all of its rows. */
export function nextStep(
  steps: readonly Step[],
  from: number,
  match: (step: Step) => number,
): { readonly at: number; readonly to: number } | { readonly awaited: readonly Step[] } {
  const awaited: Step[] = [];
  let at = from;
  while (at < steps.length) {
    const step = steps[at];
    if (step === undefined) break;
    const to = match(step);
    if (to >= 0) return { at, to };
    awaited.push(step);
    if (!step.isOptional) break;
    at = step.kind === 'heading' ? Math.max(step.end, at + 1) : at + 1;
  }
  return { awaited };
}

/** The steps that had to stand there and do not. */
export function missingSteps(steps: readonly Step[], from: number): readonly Step[] {
  const missing: Step[] = [];
  let at = from;
  while (at < steps.length) {
    const step = steps[at];
    if (step === undefined) break;
    if (!step.isOptional) missing.push(step);
    at = step.isOptional && step.kind === 'heading' ? Math.max(step.end, at + 1) : at + 1;
  }
  return missing;
}
