/**
 * What all lines of a chart share, which is its title, and for each line what tells it from the others.
 *
 *     splitLabels([['Akmola', 'Rural'], ['Akmola', 'Urban']])   // shared: ['Akmola'], own: ['Rural', 'Urban']
 */
export function splitLabels(labels: readonly (readonly string[])[]): {
  readonly shared: readonly string[];
  readonly own: readonly string[];
} {
  const isShared = (label: string): boolean => labels.every((each) => each.includes(label));
  const shared = (labels[0] ?? []).filter(isShared);
  return { shared, own: labels.map((each) => each.filter((label) => !isShared(label)).join(' · ')) };
}
