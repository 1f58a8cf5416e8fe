/** Where in a file a finding points; every part is optional because a missing file has no lines. */
export interface Place {
  readonly file?: string;
  /** 1-based line in `file`; of what is no text, in the text that is read from it. */
  readonly line?: number;
  /** 1-based page of a PDF. */
  readonly page?: number;
  readonly table?: string;
  readonly row?: string;
  readonly column?: string;
}

/** What can be wrong with what a user gives us. The closed list of everything this pipeline refuses. */
export type FindingKind =
  | 'file'
  | 'encoding'
  | 'pdf'
  | 'document'
  | 'layout'
  | 'codelist'
  | 'schema'
  | 'anchor'
  | 'header'
  | 'label'
  | 'cells'
  | 'ambiguous'
  | 'columns'
  | 'correction'
  | 'unaccounted'
  | 'value'
  | 'key'
  | 'output'
  | 'archive'
  | 'identity'
  | 'revision'
  | 'release'
  | 'register';

/** One fault of the source or the data, said so that a person can act on it. */
export interface Finding {
  readonly kind: FindingKind;
  readonly place: Place;
  readonly expected: string;
  readonly found: string;
  /** What the person can do about it. */
  readonly action?: string;
}

/**
 * Renders a finding on at most two lines: where; then what was expected, what was found, what to do.
 *
 *     sources/x/text-layer.txt:3590: table poverty_rate, row Ақмола
 *       expected 3 values, found "4,4 2,9"
 *     report.pdf: page 7, line 109 of its text: table poverty_rate, row Ақмола
 *       ...
 */
export function renderFinding({ kind, place, expected, found, action }: Finding): string {
  const where = place.file === undefined ? '' : `${place.file}${lineText(place)}`;
  const what = (['table', 'row', 'column'] as const)
    .flatMap((part) => (place[part] === undefined ? [] : [`${part} ${place[part]}`]))
    .join(', ');
  const head = [where, what === '' ? kind : what].filter((part) => part !== '').join(': ');
  const advice = action === undefined ? '' : `; ${action}`;
  return `${head}\n  expected ${expected}, found ${found}${advice}`;
}

function lineText({ line, page }: Place): string {
  if (line === undefined) return '';
  return page === undefined ? `:${line}` : `: page ${page}, line ${line} of its text`;
}

/** The source or the data is at fault (exit 1): carries every finding, never a stack trace for the user. */
export class SourceFault extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(renderFinding).join('\n'));
    this.name = 'SourceFault';
    this.findings = findings;
  }
}

/** Shorthand for the fault that has a single finding. */
export function fault(finding: Finding): SourceFault {
  return new SourceFault([finding]);
}

/** So many of something: `1 row`, `2 rows`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
