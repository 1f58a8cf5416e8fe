/** Lets the reader search the sentences and choose unit, year and part; the address says what is chosen. */
export function startProseFilter(): void {
  const form = document.querySelector<HTMLFormElement>('#prose-filter');
  if (form === null) return;
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('#prose tbody tr')];
  const texts = rows.map((row) => folded(row.textContent ?? ''));
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
  const follow = (): void => {
    let left = 0;
    for (const [at, row] of rows.entries()) {
      row.hidden = !fields.every(({ name, value }) =>
        value.trim() === ''
          ? true
          : name === 'q'
            ? folded(value)
                .split(' ')
                .every((word) => texts[at]?.includes(word))
            : row.dataset[name] === value,
      );
      if (!row.hidden) left += 1;
    }
    const count = form.querySelector<HTMLElement>('.row-count');
    if (count !== null)
      count.textContent = (count.dataset.shown ?? '')
        .replace('{n}', String(left))
        .replace('{all}', String(rows.length));
  };
  const read = (): void => {
    const asked = new URLSearchParams(location.search);
    for (const field of fields) field.value = asked.get(field.name) ?? '';
    follow();
  };
  const write = (): void => {
    const query = new URLSearchParams(
      fields.flatMap(({ name, value }) => (value.trim() === '' ? [] : [[name, value.trim()]])),
    );
    history.replaceState(null, '', query.size === 0 ? location.pathname : `?${query}`);
    follow();
  };
  form.addEventListener('input', write);
  form.addEventListener('reset', () => setTimeout(write));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  read();
}

/** A text without the differences that a reader does not type. */
function folded(text: string): string {
  return text.toLowerCase().replace(/ё/g, 'е').replace(/\s+/g, ' ').trim();
}
