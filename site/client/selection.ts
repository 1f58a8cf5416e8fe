/** What the reader has chosen: for each dimension its codes, or undefined where all are left. */
export type Selection = readonly (readonly string[] | undefined)[];

/** The codes chosen in a form: of each choice the one that is selected and those that are compared with it. */
export function selectionOf(choices: readonly HTMLSelectElement[], form: HTMLFormElement): Selection {
  return choices.map(({ name, value }) => {
    const boxes = [...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:checked`)];
    const codes = [value, ...boxes.map((box) => box.value)].filter((code) => code !== '');
    return codes.length === 0 ? undefined : [...new Set(codes)];
  });
}

/** Puts into a form what an address says is chosen; codes that it does not offer are left out. */
export function choose(choices: readonly HTMLSelectElement[], form: HTMLFormElement, search: string): void {
  const asked = new URLSearchParams(search);
  for (const choice of choices) {
    const known = new Set([...choice.options].map(({ value }) => value));
    const [first = '', ...others] = asked.getAll(choice.name).filter((code) => known.has(code));
    choice.value = first;
    for (const box of form.querySelectorAll<HTMLInputElement>(`input[name="${choice.name}"]`))
      box.checked = others.includes(box.value);
  }
}

/** What is chosen as the end of an address; empty when nothing is. */
export function addressOf(
  choices: readonly HTMLSelectElement[],
  selection: Selection,
  more: readonly (readonly [string, string])[] = [],
): string {
  const query = new URLSearchParams([
    ...choices.flatMap(({ name }, at) => (selection[at] ?? []).map((code) => [name, code])),
    ...more.map(([name, value]) => [name, value]),
  ]);
  return query.size === 0 ? '' : `?${query}`;
}

/** True when a row's code of a dimension is chosen, or nothing is chosen there. */
export function isChosen(selection: Selection, at: number, code: string | undefined): boolean {
  const codes = selection[at];
  return codes === undefined || (code !== undefined && codes.includes(code));
}
