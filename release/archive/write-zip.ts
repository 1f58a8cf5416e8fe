import { type Zippable, zipSync } from 'fflate';
import type { Files } from '../../pipeline/command-line/copy/files.ts';

/** Rights of every file when it is unpacked: `-rw-r--r--`, a plain file. */
const ATTRIBUTES = (0o100644 << 16) >>> 0;
const UNIX = 3;

/**
 * Packs files under one folder into a zip archive whose bytes depend on them, the folder and the date alone: not
 * on the clock, the time zone, the machine, or the zlib that Node was built with (the packing is JavaScript).
 * `date` is an ISO date; every file is of noon that day, because a zip holds the time of day of no time zone and
 * the library takes it from a local one, in which midnight may not exist.
 */
export function writeZip(files: Files, under: string, date: string): Uint8Array {
  const [year = 1980, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  const mtime = new Date(year, month - 1, day, 12);
  const entries = [...files].map(([path, bytes]): [string, Zippable[string]] => [
    `${under}/${path}`,
    [bytes, {}],
  ]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime, os: UNIX, attrs: ATTRIBUTES });
}
