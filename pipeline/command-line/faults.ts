import { type Finding, fault, renderFinding, SourceFault } from '../page/finding.ts';

/** Says what the file system refused. */
export function unreadable(file: string, expected: string, error: unknown, action?: string): unknown {
  if (error instanceof SourceFault || !(error instanceof Error) || !('code' in error)) return error;
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'no such file or folder',
    EACCES: 'no permission to read it',
    ENOTDIR: 'a path through something that is no folder',
    EISDIR: 'a folder',
  };
  const found = reasons[String(error.code)] ?? error.message;
  return fault({ kind: 'file', place: { file }, expected, found, ...(action !== undefined && { action }) });
}

/** How many findings a person is shown; a wrong code list can break every row of a table. */
const MOST_SHOWN = 12;

/** The findings for a person: two lines each, and how many are left out. */
export function faultText(findings: readonly Finding[]): string {
  const left = findings.length - MOST_SHOWN;
  const shown = findings.slice(0, MOST_SHOWN).map(renderFinding);
  return [...shown, ...(left > 0 ? [`and ${left} more; --json tells them all`] : [])].join('\n');
}
