/** What is cited: its title, its name among the data, and the address of its page where the site knows its own. */
export interface Cited {
  readonly title: string;
  readonly key: string;
  readonly publisher: string;
  /** `2026-11-23`; empty where the package names none. */
  readonly date: string;
  readonly version: string;
  readonly language: string;
  readonly url: string;
}

/**
 * A part of a page as what is cited, a paragraph or a value: `{n}` of the title becomes what it is called, the address
 * ends in its fragment.
 *
 *     partOf({ title: 'Paragraph {n}', key: 'report', url: 'https://example.org/', ... }, '12', 'p12')
 *     // { title: 'Paragraph 12', key: 'report-p12', url: 'https://example.org/#p12', ... }
 */
export function partOf(page: Cited, called: string, fragment: string): Cited {
  return {
    ...page,
    title: page.title.replaceAll('{n}', () => called),
    key: `${page.key}-${fragment}`,
    url: page.url === '' ? '' : `${page.url}#${encodeURIComponent(fragment)}`,
  };
}

/**
 * A citation in BibTeX; braces and other signs that it would read are written as its commands.
 *
 *     bibtex({ title: '50 % & more', ... })   // title = {50 \% \& more}
 */
export function bibtex({ title, key, publisher, date, version, language, url }: Cited): string {
  const fields = {
    title,
    howpublished: publisher,
    ...(date === '' ? {} : { year: date.slice(0, 4), month: date.slice(5, 7) }),
    version,
    language,
    ...(url === '' ? {} : { url }),
  };
  const lines = Object.entries(fields).map(
    ([name, text]) => `  ${name} = {${name === 'url' ? text : escaped(text)}}`,
  );
  return `@misc{${key.replace(/[^\w-]/g, '-')},\n${lines.join(',\n')}\n}`;
}

function escaped(text: string): string {
  return text.replace(/[\\{}]/g, '').replace(/[%&#$_]/g, '\\$&');
}

/** A citation in RIS: a tag and a text a line. */
export function ris({ title, publisher, date, version, language, url }: Cited): string {
  const lines: readonly (readonly [string, string])[] = [
    ['TY', 'DATA'],
    ['TI', title],
    ['PB', publisher],
    ...(date === ''
      ? []
      : ([
          ['DA', date.replaceAll('-', '/')],
          ['PY', date.slice(0, 4)],
        ] as const)),
    ['ET', version],
    ['LA', language],
    ...(url === '' ? [] : ([['UR', url]] as const)),
    ['ER', ''],
  ];
  return lines.map(([tag, text]) => `${tag}  - ${text.replace(/\s+/g, ' ')}`).join('\n');
}
