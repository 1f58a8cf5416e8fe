import { fault, SourceFault } from '../page/finding.ts';

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
