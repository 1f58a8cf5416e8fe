import { type Finding, fault, SourceFault } from '../page/finding.ts';
import type { SourceFile } from './yaml-file.ts';

/** The files that declare a document, and what is wrong with them: each is read before any fault is thrown. */
export interface DeclaredFiles {
  /** The document's folder. */
  readonly folder: string;
  /** Names within the folder, sorted. */
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** A file by its name; throws a finding where there is none. */
  readonly file: (name: string) => SourceFile;
  /** What `read` gives; undefined where it finds faults, which are kept. */
  readonly collect: <T>(read: () => T) => T | undefined;
  /** What a file says that may be left out; undefined where it is, or is faulty. */
  readonly ifThere: <T>(name: string, read: (file: SourceFile) => T) => T | undefined;
  readonly add: (findings: readonly Finding[]) => void;
  /** Throws all faults that were kept, if there are any. */
  readonly refuse: () => void;
}

/** The files of `folder`, whose texts are given by their names within it. */
export function declaredFiles(folder: string, texts: ReadonlyMap<string, string>): DeclaredFiles {
  const findings: Finding[] = [];
  const has = (name: string): boolean => texts.has(name);
  const file = (name: string): SourceFile => {
    const text = texts.get(name);
    const path = `${folder}/${name}`;
    if (text === undefined) {
      throw fault({ kind: 'file', place: { file: path }, expected: 'this file', found: 'no such file' });
    }
    return { path, text };
  };
  const collect = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      findings.push(...error.findings);
      return undefined;
    }
  };
  return {
    folder,
    names: [...texts.keys()].sort(),
    has,
    file,
    collect,
    ifThere: (name, read) => (has(name) ? collect(() => read(file(name))) : undefined),
    add: (more) => findings.push(...more),
    refuse: () => {
      if (findings.length > 0) throw new SourceFault(findings);
    },
  };
}
