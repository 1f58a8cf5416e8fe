import { isFolder } from '../copy/files.ts';
import { revisionFiles } from '../git/revision.ts';
import { type Output, outputOf, readOutput } from './output.ts';

/** Reads the output that a person names: a folder, or a revision of the repository in `repository`. */
export async function openOutput(name: string, repository = '.'): Promise<Output> {
  return isFolder(name) ? readOutput(name) : outputOf(await revisionFiles(repository, name), name);
}
