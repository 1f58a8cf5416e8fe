import { partOf, SMALL_SCALE, tellPart } from './address.ts';
import type { ValuesTable } from './table.ts';

/** A section of small charts whose scale can be changed. */
interface Section {
  readonly element: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly said: HTMLElement;
  /** Whether they have one scale as the page came. */
  readonly wasShared: boolean;
}

/**
 * Lets the reader put the small charts on one scale, or each on its own, as the address says; what draws them comes when
 * it is asked for.
 */
export function startMultiples(table: ValuesTable | undefined): void {
  if (table === undefined) return;
  const sections = [...document.querySelectorAll<HTMLElement>('section.each')].flatMap(sectionOf);
  const follow = (): void => {
    const asked = partOf(SMALL_SCALE);
    for (const section of sections)
      void put(
        section,
        asked === 'shared' || asked === 'own' ? asked === 'shared' : section.wasShared,
        table,
      );
  };
  for (const { button } of sections) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const isShared = button.dataset.scale === 'shared';
      const isAsItCame = sections.every(({ wasShared }) => wasShared === isShared);
      tellPart(SMALL_SCALE, isAsItCame ? undefined : isShared ? 'shared' : 'own');
      follow();
    });
  }
  if (sections.length === 0) return;
  addEventListener('popstate', follow);
  follow();
}

function sectionOf(element: HTMLElement): readonly Section[] {
  const button = element.querySelector<HTMLButtonElement>('button[data-scale]');
  const said = element.querySelector<HTMLElement>('.scale-said');
  return button === null || said === null
    ? []
    : [{ element, button, said, wasShared: button.dataset.scale === 'own' }];
}

async function put({ element, button, said }: Section, isShared: boolean, table: ValuesTable): Promise<void> {
  // The button says what a press would make of it.
  if ((button.dataset.scale === 'own') === isShared) return;
  button.dataset.scale = isShared ? 'own' : 'shared';
  const { redrawSmall } = await import('./small-scale.ts');
  // Pressed again meanwhile: what was asked last is put.
  if ((button.dataset.scale === 'own') !== isShared) return;
  redrawSmall(element, table, isShared);
  button.textContent = (isShared ? button.dataset.own : button.dataset.shared) ?? '';
  said.textContent = (isShared ? said.dataset.shared : said.dataset.own) ?? '';
}
