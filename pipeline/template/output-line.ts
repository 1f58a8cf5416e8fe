/** A folder of the project, by its path. */
export const OUTPUT_PATTERN = '^[A-Za-z0-9][\\w-]*(/[A-Za-z0-9][\\w-]*)*$';

const OUTPUT_LINE = /^output:[ \t]+(["']?)([\w/-]+)\1[ \t]*(?:#.*)?$/m;

/**
 * The folder that a `document.yaml` declares to be published in, told from its text alone: every document of a project
 * is asked for it, before any is read. `output: data/rain  # beside the others` -> `data/rain`
 */
export function declaredOutput(text: string): string | undefined {
  return OUTPUT_LINE.exec(text)?.[2];
}
