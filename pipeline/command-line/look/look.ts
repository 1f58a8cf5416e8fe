import { writeFileSync } from 'node:fs';
import { fault, type SourceFault } from '../../page/finding.ts';
import type { Source } from '../../page/source.ts';
import { bytesOf } from '../folders.ts';
import type { TaskReader } from '../limited-reading.ts';
import type { LookCommand } from './arguments.ts';
import { seenHtml } from './drawn.ts';
import { type Style, seenText } from './printed.ts';
import { bareTables } from './scored.ts';
import { settingsText } from './settings.ts';

/**
 * Looks at a file and tells what the engine sees in it, without a declaration and without a project. Writes the files
 * that were asked for, over none that is there, and returns what is to be printed.
 */
export async function look(command: LookCommand, read: TaskReader, style: Style): Promise<string> {
  const { file, pages, json, tables, html, settings, quiet } = command;
  const told = settings ? settingsText() : '';
  if (file === undefined) return told;
  const bytes = bytesOf(file);
  const answer = await read({ kind: 'look', source: { file, bytes }, pages }, { started: () => undefined });
  if (answer.kind !== 'seen') throw new Error('look has seen nothing');
  const { seen } = answer;
  if (pages !== undefined && seen.pages.length < pages.last - pages.first + 1)
    throw tooFewPages(seen, pages.last);
  if (json !== undefined) writeNew(json, `${JSON.stringify(seen, null, 1)}\n`);
  if (tables !== undefined) writeNew(tables, `${JSON.stringify(bareTables(seen), null, 1)}\n`);
  if (html !== undefined) writeNew(html, seenHtml(seen));
  const isSilent = quiet || [json, tables, html].some((written) => written !== undefined);
  return [...(told === '' ? [] : [told]), ...(isSilent ? [] : [seenText(seen, style)])].join('\n\n');
}

function tooFewPages({ file, pages }: Source, last: number): SourceFault {
  const found = pages.length === 0 ? 'fewer' : `only up to page ${pages.at(-1)?.number}`;
  return fault({
    kind: 'file',
    place: { file },
    expected: `pages up to ${last}`,
    found,
    action: 'ask for pages that there are',
  });
}

/** Writes a file that is not there yet: what a user has is never written over. */
function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const isThere = error.code === 'EEXIST';
    throw fault({
      kind: 'output',
      place: { file },
      expected: isThere ? 'a name that is free' : 'a file that can be written',
      found: isThere ? 'a file of that name' : error.message,
      action: isThere ? 'name another, or remove it yourself' : 'name another',
    });
  }
}
