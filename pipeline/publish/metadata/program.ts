import packageFile from '../../../package.json' with { type: 'json' };

/** The program that makes the data: its name and its own version, which is not that of the data. */
export const PROGRAM = { name: packageFile.name, version: packageFile.version };

/** What `--version` says of every command: the program and its version. */
export function versionText(): string {
  return `${PROGRAM.name} ${PROGRAM.version}`;
}
