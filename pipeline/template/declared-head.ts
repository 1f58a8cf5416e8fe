import { kkInKazakhstan } from '../jurisdiction/kz/kk-acts.ts';
import type { LegalLanguage } from '../jurisdiction/legal-language.ts';
import { fault } from '../page/finding.ts';
import type { DeclaredFiles } from './declared-files.ts';
import { checkAddresses, checkOutput, documentSchema, type Head } from './head.ts';
import { checkRegister } from './register.ts';
import { completeHead, listsTables, type TablesHead, tablesHeadSchema } from './tables/document-head.ts';
import { readYaml } from './yaml-file.ts';

const FILE = 'document.yaml';
const LANGUAGES: ReadonlyMap<string, LegalLanguage> = new Map([['kk', kkInKazakhstan]]);

/** What `document.yaml` says of a document as a whole. */
export interface DeclaredHead {
  readonly head: Head;
  /** What is written, where tables alone are listed. */
  readonly listed: TablesHead | undefined;
  readonly language: LegalLanguage;
}

/** Reads `document.yaml`. What is wrong with it is thrown at once: nothing else can be read without it. */
export function readHead({ folder, file }: Pick<DeclaredFiles, 'folder' | 'file'>): DeclaredHead {
  const source = file(FILE);
  const raw = readYaml<Head | TablesHead>(source, (value) =>
    listsTables(value) ? tablesHeadSchema : documentSchema,
  );
  const listed = 'tables' in raw ? raw : undefined;
  const head = 'tables' in raw ? completeHead(raw) : raw;
  const place = { file: source.path };
  const name = folder.replace(/^.*\//, '');
  if (head.id !== name) {
    const expected = `the id "${name}", as the folder`;
    throw fault({ kind: 'layout', place, expected, found: `"${head.id}"` });
  }
  checkAddresses(source, head);
  checkOutput(source, head);
  if (head.register !== undefined) checkRegister(source, head.register);
  const language = LANGUAGES.get(head.language);
  if (language === undefined && listed === undefined) {
    throw fault({ kind: 'layout', place, expected: 'a known language', found: `"${head.language}"` });
  }
  // Where tables alone are read, nothing is asked of it.
  return { head, listed, language: language ?? kkInKazakhstan };
}

/** The place that a fault of `document.yaml` has. */
export function headPlace({ folder }: Pick<DeclaredFiles, 'folder'>): { readonly file: string } {
  return { file: `${folder}/${FILE}` };
}
