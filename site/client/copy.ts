/** Lets the reader copy a recipe or a citation. */
export function startCopying(): void {
  offerCopying(document);
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button.copy') : null;
    if (button instanceof HTMLButtonElement) void copy(button);
  });
}

/** Shows the buttons that copy, which are hidden as long as no script can follow them. */
export function offerCopying(within: ParentNode): void {
  for (const button of within.querySelectorAll<HTMLButtonElement>('button.copy')) button.hidden = false;
}

async function copy(button: HTMLButtonElement): Promise<void> {
  await navigator.clipboard.writeText(button.closest('details')?.querySelector('code')?.textContent ?? '');
  const label = button.textContent;
  button.textContent = button.dataset.copied ?? label;
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
}
