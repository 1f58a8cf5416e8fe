import { type Finding, fault } from '../../page/finding.ts';
import type { Dataset } from '../../template/schema/rows.ts';
import type { Field, TableSchema } from '../../template/schema/table-schema.ts';
import type { TextFile } from '../publication.ts';
import { PARTITION } from './layout.ts';

const field = (name: string, type: Field['type'], title: string, description: string): Field => ({
  name,
  type,
  title,
  description,
});

/** What is wrong with documents that could not be published. */
export const FINDING: TableSchema = {
  name: 'finding',
  kind: 'evidence',
  title: 'Findings',
  description: 'Why a document was refused: where it is at fault, what was expected and what was found.',
  primaryKey: ['position'],
  fields: [
    field('position', 'integer', 'Position', 'Its place among the findings of its document, from 1.'),
    field('kind', 'string', 'Kind', 'What is at fault: a file, a header, a label, cells, a value.'),
    field('file', 'string', 'File', 'The file in which it was found.'),
    field('page', 'integer', 'Page', 'The page of the file, from 1.'),
    field('line', 'integer', 'Line', 'The line of the file or of the text read from it, from 1.'),
    field('in_table', 'string', 'Table', 'The table in which it was found.'),
    field('in_row', 'string', 'Row', 'The row of the table.'),
    field('in_column', 'string', 'Column', 'The column of the table.'),
    field('expected', 'string', 'Expected', 'What was expected there.'),
    field('found', 'string', 'Found', 'What was found there.'),
    field('action', 'string', 'Action', 'What a person can do about it.'),
  ],
};

/** The texts of a document: the one that offsets count in, and the readable report. */
const TEXT_FILE: TableSchema = {
  name: 'text_file',
  kind: 'document',
  title: 'Texts',
  description: 'The text that the document was read from, in which offsets count, and its readable report.',
  primaryKey: ['path'],
  fields: [
    field('path', 'string', 'Path', 'The name under which a build of the one document publishes the text.'),
    field('content', 'string', 'Content', 'The whole text.'),
  ],
};

/** Findings as a table. */
export function findingDataset(findings: readonly Finding[]): Dataset {
  const rows = findings.map(({ kind, place, expected, found, action }, at) => ({
    position: at + 1,
    kind,
    file: filled(place.file),
    page: place.page ?? null,
    line: place.line ?? null,
    in_table: filled(place.table),
    in_row: filled(place.row),
    in_column: filled(place.column),
    expected: filled(expected),
    found: filled(found),
    action: filled(action),
  }));
  return { schema: FINDING, rows };
}

/** Texts as a table; an empty one is left out. */
export function textDataset(texts: readonly TextFile[]): Dataset {
  const rows = texts.flatMap(({ path, content }) =>
    content === '' ? [] : [{ path, content: filled(content) }],
  );
  return { schema: TEXT_FILE, rows };
}

/** A text that every format can hold: half a character of a damaged file is shown as one that is not known. */
function filled(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Refuses a document whose tables cannot stand beside those that a corpus adds of itself. */
export function refuseTaken(datasets: readonly Dataset[]): void {
  for (const { schema } of datasets) {
    const isTaken = schema.name === FINDING.name || schema.name === TEXT_FILE.name;
    const taken = isTaken ? schema.name : schema.fields.find(({ name }) => name === PARTITION)?.name;
    if (taken === undefined) continue;
    throw fault({
      kind: 'schema',
      place: { table: schema.name, ...(!isTaken && { column: taken }) },
      expected: `a name other than ${taken}, which the tables of a corpus have already`,
      found: taken,
      action: 'give it another name',
    });
  }
}
