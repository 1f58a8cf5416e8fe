import type { ValuesTable } from './table.ts';

/** Lets the reader put the small charts on one scale, or each on its own; what draws them comes when it is asked for. */
export function startMultiples(table: ValuesTable | undefined): void {
  if (table === undefined) return;
  for (const section of document.querySelectorAll<HTMLElement>('section.each')) {
    const button = section.querySelector<HTMLButtonElement>('button[data-scale]');
    const said = section.querySelector<HTMLElement>('.scale-said');
    if (button === null || said === null) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const isShared = button.dataset.scale === 'shared';
      const { redrawSmall } = await import('./small-scale.ts');
      redrawSmall(section, table, isShared);
      button.dataset.scale = isShared ? 'own' : 'shared';
      button.textContent = (isShared ? button.dataset.own : button.dataset.shared) ?? '';
      said.textContent = (isShared ? said.dataset.shared : said.dataset.own) ?? '';
    });
  }
}
