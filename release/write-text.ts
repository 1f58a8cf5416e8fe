import { writeFileSync } from 'node:fs';
import { outputFault } from '../pipeline/publish/output-fault.ts';

/** Writes a file that a user named; throws a SourceFault that says what the disk refused. */
export function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw outputFault(file, error);
  }
}
