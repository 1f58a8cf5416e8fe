/** A label of a series, and whether it stands for all codes together. */
export interface LineLabel {
  readonly text: string;
  readonly isTotal: boolean;
}

/**
 * What all lines of a chart share, which is its title, and for each line what tells it from the others. A total is
 * not named beside a part: "Females", not "Total · Females".
 *
 *     Akmola · Rural, Akmola · Urban   // shared: ['Akmola'], own: ['Rural', 'Urban']
 */
export function splitLabels(labels: readonly (readonly LineLabel[])[]): {
  readonly shared: readonly string[];
  readonly own: readonly string[];
} {
  const isShared = ({ text }: LineLabel): boolean =>
    labels.every((each) => each.some((label) => label.text === text));
  const shared = (labels[0] ?? []).filter(isShared).map(({ text }) => text);
  const own = labels.map((each) => {
    const telling = each.filter((label) => !isShared(label));
    const parts = telling.filter(({ isTotal }) => !isTotal);
    const said = parts.length > 0 ? parts : telling.slice(0, 1);
    return said.map(({ text }) => text).join(' · ');
  });
  return { shared, own };
}

/** Labels of which none stands for all codes together. */
export function plainLabels(texts: readonly string[]): readonly LineLabel[] {
  return texts.map((text) => ({ text, isTotal: false }));
}
