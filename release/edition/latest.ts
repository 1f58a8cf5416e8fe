import { sha256 } from '../../pipeline/page/sha256.ts';
import type { DatedHead } from './dated.ts';

/**
 * The name of the file that tells of a release. It is the same in every release, so that a host which gives the files of
 * the newest release under one address gives the newest version under it too: `kz-icescr-2-latest.json`.
 */
export function latestName({ id }: Pick<DatedHead, 'id'>): string {
  return `${id}-latest.json`;
}

/** What a program asks before it downloads a release: its version and day, the archive, its size and checksum. */
export function latestJson(
  { id, version, created }: Pick<DatedHead, 'id' | 'version' | 'created'>,
  archive: string,
  bytes: Uint8Array,
): string {
  const folder = archive.replace(/\.zip$/, '');
  const told = { name: id, version, created, archive, folder, bytes: bytes.length, sha256: sha256(bytes) };
  return `${JSON.stringify(told, null, 2)}\n`;
}
