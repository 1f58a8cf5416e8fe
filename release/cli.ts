/** The commands of a maintainer, each loaded when it is called by its name; the only place that ends the process. */
const COMMANDS: Readonly<Record<string, () => Promise<(words: readonly string[]) => Promise<number>>>> = {
  diff: async () => (await import('./diff.ts')).diff,
  fetch: async () => (await import('./fetch.ts')).fetchCommand,
  regenerate: async () => (await import('./regenerate.ts')).regenerateCommand,
  release: async () => (await import('./release.ts')).releaseCommand,
  verify: async () => (await import('./verify.ts')).verify,
};

const [name, ...words] = process.argv.slice(2);
const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (load === undefined) {
  const said = name === undefined ? 'a command is missing' : `there is no command "${name}"`;
  console.error(`${said}; there are ${Object.keys(COMMANDS).join(', ')}`);
  process.exitCode = 2;
} else {
  const run = await load();
  process.exitCode = await run(words);
}
