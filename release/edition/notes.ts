import { sha256 } from '../../pipeline/page/sha256.ts';
import { nameOf, publicKeyOf } from '../signature/minisign.ts';
import type { Edition } from './edition.ts';
import { PUBLIC_KEY } from './signing.ts';

/** The notes of a release: what it is, what changed, and how to check it. */
export function releaseNotes({ head, section, key }: Edition, archive: string, bytes: Uint8Array): string {
  const { title, version, created, description, licence, text_layer } = head;
  const [, ...changes] = section.split('\n');
  const parts = [
    `# ${title.en}: data ${version}`,
    `${created.slice(0, 10)}. ${description.en.trim()}`,
    `${licence.title} (${licence.path}). Read from a text with sha256 \`${text_layer.sha256}\`.`,
    '## Changes',
    changes.join('\n').trim(),
    '## Check it',
    `\`${archive}\` has ${bytes.length} bytes and sha256 \`${sha256(bytes)}\`.`,
    [
      '```sh',
      'sha256sum -c SHA256SUMS',
      ...(key === undefined ? [] : [`minisign -V -p ${PUBLIC_KEY} -m ${archive}`]),
      `npm run --silent verify -- ${archive}${key === undefined ? '' : ` --key ${PUBLIC_KEY}`}`,
      '```',
    ].join('\n'),
    key === undefined
      ? 'It is not signed: its checksums show that it is whole, not who made it.'
      : `It is signed by the key ${nameOf(publicKeyOf(key).id)}; \`${PUBLIC_KEY}\` is in the repository.`,
  ];
  return `${parts.join('\n\n')}\n`;
}
