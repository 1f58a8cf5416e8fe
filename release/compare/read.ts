import { type Output, outputOf, readOutput } from '../../pipeline/command-line/compare/output.ts';
import { isFolder } from '../../pipeline/command-line/copy/files.ts';
import { revisionFiles } from '../git/revision.ts';

/** Reads the output that a person names: a folder, or a revision of the repository in `.`, which has it in `folder`. */
export async function openOutput(name: string, folder?: string): Promise<Output> {
  return isFolder(name) ? readOutput(name) : outputOf(await revisionFiles('.', name, folder), name);
}
