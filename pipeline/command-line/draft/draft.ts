import { basename, extname, join } from 'node:path';
import { counted, fault, renderFinding, SourceFault } from '../../page/finding.ts';
import { sha256 } from '../../page/sha256.ts';
import { bytesOf } from '../folders.ts';
import type { TaskReader } from '../limited-reading.ts';
import type { DraftCommand } from './arguments.ts';
import { drafted } from './drafted.ts';
import { type DraftedFile, declaredNumbers, placeSource, writeDraft } from './folder.ts';

/** Findings of the build that is tried that are told in full. */
const MOST_FINDINGS = 4;

/**
 * Drafts the declarations of a document from what is seen of it, writes its folder, and tries whether it builds. Returns
 * what is to be printed: the files with what is left to do, and what stands in the way of a build.
 */
export async function draft(command: DraftCommand, read: TaskReader): Promise<string> {
  const { file, document, pages, table, quiet } = command;
  const folder = document.includes('/') ? document.replace(/\/+$/, '') : join('sources', document);
  const bytes = bytesOf(file);
  const answer = await read({ kind: 'look', source: { file, bytes }, pages }, { started: () => undefined });
  if (answer.kind !== 'seen') throw new Error('draft has seen nothing');
  const name = /^[\w.-]+$/.test(basename(file)) ? basename(file) : `document${extname(file).toLowerCase()}`;
  const numbers = declaredNumbers(folder);
  const { files, tables } = drafted({
    id: basename(folder),
    source: answer.seen,
    file: { file: name, sha256: sha256(bytes) },
    ...(numbers !== undefined && { numbers }),
    ...(table !== undefined && { only: table }),
  });
  if (!tables.some(({ isDrafted }) => isDrafted)) throw noTable(file, tables.length, table);
  placeSource(folder, name, bytes);
  const written = writeDraft(folder, files);
  const findings = await findingsOf(document, read);
  return quiet
    ? ''
    : [
        ...tablesText(tables),
        '',
        ...written.flatMap(fileText),
        '',
        ...buildText(document, written, findings),
      ].join('\n');
}

/** What a build would refuse. */
async function findingsOf(document: string, read: TaskReader): Promise<readonly string[]> {
  try {
    await read({ kind: 'build', document, source: undefined }, { started: () => undefined });
    return [];
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.findings.map(renderFinding);
  }
}

function noTable(file: string, count: number, table: number | undefined): SourceFault {
  return fault({
    kind: 'file',
    place: { file },
    expected: table === undefined ? 'a table of numbers' : `a table ${table}`,
    found: count === 0 ? 'none' : counted(count, 'table'),
    action: 'see with "etl look" what is seen, and where; a table of words alone is not drafted',
  });
}

function tablesText(tables: ReturnType<typeof drafted>['tables']): readonly string[] {
  return tables.map(({ name, pages, rows, isDrafted }, index) => {
    const [first, last] = [pages[0], pages.at(-1)];
    const where = first === last ? `page ${first}` : `pages ${first}-${last}`;
    return `table ${index + 1}, ${where}: ${name}, ${rows} rows${isDrafted ? '' : ', not drafted'}`;
  });
}

const BECAME: Readonly<Record<DraftedFile['became'], string>> = {
  new: 'written',
  'as before': 'as before',
  'drafted anew': 'drafted anew',
  kept: 'your lines are kept',
  left: 'left as it is: no draft wrote it, or build/drafts is gone',
};

function fileText({ path, lines, todos, became }: DraftedFile): readonly string[] {
  return [`${path}: ${lines} lines, ${BECAME[became]}`, ...todos.map((todo) => `  ${todo}`)];
}

function buildText(
  document: string,
  written: readonly DraftedFile[],
  findings: readonly string[],
): readonly string[] {
  const todos = written.reduce((count, file) => count + file.todos.length, 0);
  const left = todos === 0 ? '' : `; ${counted(todos, 'TODO line')} to look at`;
  if (findings.length === 0) return [`It builds as it is: etl build --document ${document}${left}`];
  const more = findings.length - MOST_FINDINGS;
  return [
    `It does not build yet${left}. In the way:`,
    ...findings.slice(0, MOST_FINDINGS),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}
