/** Lets the reader choose contradictions; the address says what is chosen, and the count what is left. */
export function startErrataFilter(): void {
  const form = document.querySelector<HTMLFormElement>('#errata-filter');
  if (form === null) return;
  const choices = [...form.querySelectorAll('select')];
  const articles = [...document.querySelectorAll<HTMLElement>('article.erratum')];
  const follow = (): void => {
    for (const article of articles)
      article.hidden = choices.some(({ name, value }) => value !== '' && article.dataset[name] !== value);
    for (const section of document.querySelectorAll<HTMLElement>('main > section')) {
      const left = section.querySelectorAll('article.erratum:not([hidden])').length;
      section.hidden = left === 0;
      const count = section.querySelector('h2 .count');
      if (count !== null) count.textContent = String(left);
    }
    const count = form.querySelector<HTMLElement>('.row-count');
    const left = articles.filter(({ hidden }) => !hidden).length;
    if (count !== null)
      count.textContent = (count.dataset.shown ?? '')
        .replace('{n}', String(left))
        .replace('{all}', String(articles.length));
  };
  const read = (): void => {
    const asked = new URLSearchParams(location.search);
    for (const choice of choices) {
      const value = asked.get(choice.name) ?? '';
      choice.value = [...choice.options].some((option) => option.value === value) ? value : '';
    }
    follow();
  };
  const changed = (): void => {
    const query = new URLSearchParams(
      choices.flatMap(({ name, value }) => (value === '' ? [] : [[name, value]])),
    );
    history.pushState(null, '', query.size === 0 ? location.pathname : `?${query}`);
    follow();
  };
  form.addEventListener('change', changed);
  form.addEventListener('reset', () => setTimeout(changed));
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('popstate', read);
  form.hidden = false;
  read();
}
