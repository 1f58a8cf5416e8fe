import packageFile from '../../package.json' with { type: 'json' };

/** What `--version` says of every command: the program and its version. */
export function versionText(): string {
  return `${packageFile.name} ${packageFile.version}`;
}
