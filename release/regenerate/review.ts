import { basename } from 'node:path';
import { renderMarkdown } from '../compare/render.ts';
import { fromOutside } from '../fetch/outside.ts';
import { markupOfAnswer } from '../fetch/provenance.ts';
import type { Regenerated } from './regenerate.ts';

type ForReview = Extract<Regenerated, { readonly kind: 'for review' }>;

/** GitHub takes 65,536 characters as the text of a pull request; some are left for the remark that it was cut. */
const MOST_CHARACTERS = 60_000;

/**
 * What a pull request says of a new document: where it comes from, what would change in the data, and how it is
 * adopted. `id` is the document's. What the register wrote stands there as letters alone: its address and its headers
 * are shown as code, the changed values without markup.
 */
export function reviewMarkdown(id: string, { snapshot, difference }: ForReview): string {
  const { folder, provenance } = snapshot;
  const { final_url, fetched, bytes, sha256, file, headers } = provenance;
  const modified = headers['last-modified'];
  const charset = /\.html$/.test(file) ? markupOfAnswer(headers, {}).charset : undefined;
  const origin = [
    'The register has another text of the document. Built from it, the data would change as follows; nothing is',
    'published yet.',
    '',
    `- from: ${fromOutside(final_url)}`,
    `- fetched: ${fetched}${modified === undefined ? '' : `, last modified ${fromOutside(modified)}`}`,
    `- stored: \`${folder}/${file}\`, ${bytes} bytes, sha256 \`${sha256}\``,
  ].join('\n');
  const adoption = [
    '## To adopt it',
    '',
    `In \`sources/${id}/document.yaml\`, read the document from the snapshot:`,
    '',
    '```yaml',
    'text_layer:',
    `  file: snapshots/${basename(folder)}/${file}`,
    `  sha256: ${sha256}`,
    ...(charset === undefined ? [] : [`  charset: ${charset}`]),
    '```',
    ...(/\.html$/.test(file) ? ['', 'and keep the `part` that is declared there.'] : []),
    '',
    'Then `make` regenerates `output/`; review it, pass `make test`, and commit both.',
  ].join('\n');
  return `${[origin, '## What would change', shortened(uncalling(renderMarkdown(difference))), adoption].join('\n\n')}\n`;
}

/** The lines that fit. */
function shortened(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const whole = text.slice(0, text.lastIndexOf('\n', MOST_CHARACTERS));
  return `${whole}\n\nThis is the beginning; the JSON beside it tells everything.`;
}

/** A text that comes from the network is not to call people by their names on GitHub. */
function uncalling(text: string): string {
  return text.replaceAll('@', '@<!-- -->');
}
