import { lstat, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Linux tells every mount here, also a folder of the same disk that is mounted in a second place. */
const MOUNTS = '/proc/self/mountinfo';

/**
 * The places at or below a folder (links resolved) where something is mounted, relative to it and `.` for itself.
 * Where the system does not tell, the folder itself is known by its device.
 */
export async function mountsIn(folder: string): Promise<readonly string[]> {
  const told = await readFile(MOUNTS, 'utf8').catch(() => undefined);
  if (told === undefined) return (await isOtherDevice(folder)) ? ['.'] : [];
  return told
    .split('\n')
    .map((line) => unescaped(line.split(' ')[4] ?? ''))
    .filter((point) => point === folder || point.startsWith(`${folder}/`))
    .map((point) => point.slice(folder.length + 1) || '.');
}

/** The kernel writes blanks, line feeds and backslashes as three octal digits. */
function unescaped(point: string): string {
  return point.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

async function isOtherDevice(folder: string): Promise<boolean> {
  const [own, above] = await Promise.all(
    [folder, dirname(folder)].map((path) => lstat(path).catch(() => undefined)),
  );
  return own !== undefined && above !== undefined && own.dev !== above.dev;
}
