/** Opens and closes all repairs of the report at once. */
export function startRepairs(): void {
  const button = document.querySelector<HTMLButtonElement>('#all-repairs');
  if (button === null) return;
  button.addEventListener('click', () => {
    const isOpen = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(isOpen));
    for (const details of document.querySelectorAll<HTMLDetailsElement>('details.repair'))
      details.open = isOpen;
  });
  for (const tools of document.querySelectorAll<HTMLElement>('.actions')) tools.hidden = false;
}
