import { lstatSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { outputFault } from '../pipeline/publish/output-fault.ts';

/**
 * Writes a file that a user named, whole or not at all: over a file that stands there already, at its end in one
 * step. Into what is no file (a link, a pipe, the terminal) it is written as it comes. Throws a SourceFault that says
 * what the disk refused.
 */
export function writeText(file: string, text: string): void {
  try {
    const there = lstatSync(file, { throwIfNoEntry: false });
    if (there !== undefined && !there.isFile()) {
      writeFileSync(file, text);
      return;
    }
    const part = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
    writeFileSync(part, text, { flush: true, ...(there !== undefined && { mode: there.mode }) });
    renameSync(part, file);
  } catch (error) {
    throw outputFault(file, error);
  }
}
