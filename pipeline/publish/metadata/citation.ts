import { stringify } from 'yaml';
import type { Description } from '../publication.ts';
import { type Facts, type Origin, toldOf } from './facts.ts';

/**
 * `CITATION.cff` (Citation File Format 1.2): how to cite the data, and the document that they were read from.
 * The repository has the same file at its root, where hosts look for it.
 */
export function citation({ description, day, origins }: Facts): string {
  const { title, version, licence, keywords, creators } = description;
  return stringify(
    {
      'cff-version': '1.2.0',
      message: 'If you use these data, please cite them as below.',
      type: 'dataset',
      title: title.en,
      abstract: description.description.en,
      version,
      ...(day !== undefined && { 'date-released': day }),
      license: licence.name,
      authors: creators.map((name) => ({ name })),
      ...(keywords.en.length > 0 && { keywords: keywords.en }),
      ...documents(description, origins),
    },
    // The older YAML that readers of this format know takes a bare day for a date; it is to be a text.
    { lineWidth: 0, version: '1.1' },
  );
}

/** The documents as references; a reference needs an author, so without one there is none. */
function documents({ title, contributors, identifiers }: Description, origins: readonly Origin[]): object {
  const authors = contributors
    .filter(({ roles }) => roles.includes('author'))
    .map(({ title: name }) => ({ name }));
  const read = origins.filter(({ path }) => /^https?:/.test(path));
  if (authors.length === 0 || read.length === 0) return {};
  const others = identifiers.flatMap(({ code, title: description, path }) => [
    { type: 'other', value: code, description },
    { type: 'url', value: path, description: code },
  ]);
  const references = read.map((origin) => ({
    type: 'report',
    title: title.en,
    authors,
    url: origin.path,
    ...(others.length > 0 && { identifiers: others }),
    notes: toldOf(origin),
  }));
  return { references };
}

/** The same as a BibTeX entry. */
export function bibliography({ description, day }: Facts): string {
  const { id, title, version, creators } = description;
  const year = day === undefined ? '' : `, year = {${day.slice(0, 4)}}`;
  const author = creators.map((name) => `{${name}}`).join(' and ');
  return `@misc{${id}, author = {${author}}, title = {{${title.en}}}, version = {${version}}${year}}`;
}

/** The file that says under which terms the folder may be used, where a copy of it travels alone. */
export const LICENCE_FILE = 'LICENSE.txt';

/** `LICENSE.txt`: what the data are, whose, under which licence, and what that does not cover. */
export function licenceText({ description }: Facts): string {
  const { title, version, publisher, licence } = description;
  const { name, path, notice } = licence;
  const parts = [
    `${title.en}, data of version ${version}, published by ${publisher}.`,
    `Licence: ${licence.title} (${name})\n${path}`,
    ...(notice === undefined ? [] : [notice]),
  ];
  return `${parts.join('\n\n')}\n`;
}
