/** What a command ended with, and what a person saw: on stdout, and on stderr. */
export interface RanHere {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs a command in this process, in a folder, and keeps what it says. To start a process for a command takes longer than
 * most commands do; what only a process has, such as its streams and signals, one test of each command holds.
 *
 *     const { code, out } = await ranHere(folder, () => verify(['output']));
 */
export async function ranHere(folder: string, command: () => Promise<number>): Promise<RanHere> {
  const before = process.cwd();
  const { log, error } = console;
  let out = '';
  let err = '';
  console.log = (text: string) => {
    out += `${text}\n`;
  };
  console.error = (text: string) => {
    err += `${text}\n`;
  };
  process.chdir(folder);
  try {
    const code = await command();
    return { code, out, err };
  } finally {
    process.chdir(before);
    Object.assign(console, { log, error });
  }
}
