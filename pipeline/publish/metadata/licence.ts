import type { Facts } from './facts.ts';

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
