import type { SqlWords } from './words.ts';

/** Lets a person find a table by a part of its name, of its columns' names or of what is said of them. */
export function filterSchema({ schemaNone }: SqlWords): void {
  const schema = document.getElementById('sql-schema');
  const field = document.getElementById('sql-filter-field');
  const input = document.getElementById('sql-filter');
  const none = document.getElementById('sql-filter-none');
  if (schema === null || field === null || none === null || !(input instanceof HTMLInputElement)) return;
  const checks = schema.querySelector('.sql-checks');
  const entries = [...schema.querySelectorAll<HTMLElement>('[data-name]')].map((element) => ({
    element,
    text: `${element.dataset.name} ${element.textContent}`.toLowerCase(),
  }));
  field.hidden = false;
  input.addEventListener('input', () => {
    const words = input.value
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    for (const { element, text } of entries) element.hidden = !words.every((word) => text.includes(word));
    const shown = entries.filter(({ element }) => !element.hidden);
    none.textContent = shown.length === 0 ? schemaNone : '';
    // The checks are many and folded away: a search that only they answer opens them.
    const inChecks = shown.filter(({ element }) => checks?.contains(element) === true);
    checks?.toggleAttribute(
      'open',
      words.length > 0 && inChecks.length > 0 && inChecks.length === shown.length,
    );
  });
}
