import { type Finding, fault } from '../../page/finding.ts';
import type { Dataset } from '../../template/schema/rows.ts';
import { type Field, fieldOf, type TableSchema } from '../../template/schema/table-schema.ts';
import type { TextFile } from '../publication.ts';
import { PARTITION } from './layout.ts';

type Described = readonly [name: string, type: Field['type'], description: string];

const fieldsOf = (all: readonly Described[]): readonly Field[] =>
  all.map(([name, type, description]) => ({
    name,
    type,
    title: `${name[0]?.toUpperCase() ?? ''}${name.slice(1).replaceAll('_', ' ')}`,
    description,
  }));

/** Every document of a corpus, also those that were refused. */
export const DOCUMENT: TableSchema = {
  name: 'document',
  kind: 'evidence',
  title: 'Documents',
  description: 'Every document of the corpus, also those that were refused.',
  primaryKey: ['document'],
  fields: fieldsOf([
    ['document', 'string', 'Name of the document, after which its partitions are named.'],
    [
      'position',
      'integer',
      'Its place from the earliest to the latest, in which values are held against each other.',
    ],
    ['folder', 'string', 'The folder that declares it.'],
    ['state', 'string', 'published, refused, or exhausted: it took more time or memory than it may.'],
    ['title', 'string', 'Its title in English, or in the language that it has.'],
    ['version', 'string', 'Version of its data.'],
    ['created', 'string', 'Date of its data.'],
    ['identities', 'integer', 'How many identities were evaluated on its values.'],
    ['unreviewed', 'integer', 'How many contradictions no person has reviewed.'],
    ['findings', 'integer', 'How many findings there are where it was refused.'],
    ['tables', 'integer', 'How many tables it has.'],
    ['files', 'integer', 'How many partitions it has.'],
    ['bytes', 'integer', 'Their bytes together.'],
  ]),
};

/** Every partition with its checksum. */
export const FILE: TableSchema = {
  name: 'file',
  kind: 'evidence',
  title: 'Files',
  description: 'Every partition of the corpus with its checksum.',
  primaryKey: ['path'],
  fields: fieldsOf([
    ['path', 'string', 'Path in the folder of the corpus.'],
    ['document', 'string', 'The document that it is of.'],
    ['table_name', 'string', 'The table that it is a partition of.'],
    ['bytes', 'integer', 'Its size.'],
    ['sha256', 'string', 'Checksum of its content.'],
  ]),
};

/** What must hold between documents, evaluated. */
export const CHECK_RESULT_ACROSS: TableSchema = {
  name: 'check_result_across',
  kind: 'evidence',
  title: 'Checks between documents',
  description:
    'What is declared to hold between documents, evaluated; and what documents say otherwise of one code.',
  primaryKey: ['check_id'],
  fields: fieldsOf([
    ['check_id', 'string', 'Name of the check with the codes and the later document.'],
    [
      'kind',
      'string',
      'equality of a figure, continuity of a series, or what is said of a code: its text, or a value.',
    ],
    ['description', 'string', 'Why it must hold.'],
    ['codes', 'string', 'What it is of, as in orchard=north year=1902.'],
    ['left_document', 'string', 'The earlier document.'],
    ['right_document', 'string', 'The later document.'],
    ['left_value', 'string', 'What the earlier document prints.'],
    ['right_value', 'string', 'What the later document prints.'],
    [
      'difference',
      'number',
      'The earlier value less the later, in the unit of the check; of years the later less the earlier.',
    ],
    ['tolerance', 'number', 'How far they may be apart: what rounding explains, or a step of the series.'],
    [
      'verdict',
      'string',
      'holds; rounding: one can round to the other; revised: a known revision; broken: an error, or one that nobody declared.',
    ],
    ['reason', 'string', 'Why a revision is one.'],
    ['left_cell', 'string', 'The cell of the earlier value.'],
    ['right_cell', 'string', 'The cell of the later value.'],
  ]),
};

/** The column that a partition has besides those in its file. */
export const PARTITION_FIELD: Field = {
  name: PARTITION,
  type: 'string',
  title: 'Document',
  description: 'The document that the row is of; in the name of the folder, not in the file.',
};

/** What is wrong with documents that could not be published. */
export const FINDING: TableSchema = {
  name: 'finding',
  kind: 'evidence',
  title: 'Findings',
  description: 'Why a document was refused: where it is at fault, what was expected and what was found.',
  primaryKey: ['position'],
  fields: [
    fieldOf('position', 'integer', 'Position', 'Its place among the findings of its document, from 1.'),
    fieldOf('kind', 'string', 'Kind', 'What is at fault: a file, a header, a label, cells, a value.'),
    fieldOf('file', 'string', 'File', 'The file in which it was found.'),
    fieldOf('page', 'integer', 'Page', 'The page of the file, from 1.'),
    fieldOf('line', 'integer', 'Line', 'The line of the file or of the text read from it, from 1.'),
    fieldOf('in_table', 'string', 'Table', 'The table in which it was found.'),
    fieldOf('in_row', 'string', 'Row', 'The row of the table.'),
    fieldOf('in_column', 'string', 'Column', 'The column of the table.'),
    fieldOf('expected', 'string', 'Expected', 'What was expected there.'),
    fieldOf('found', 'string', 'Found', 'What was found there.'),
    fieldOf('action', 'string', 'Action', 'What a person can do about it.'),
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
    fieldOf('path', 'string', 'Path', 'The name under which a build of the one document publishes the text.'),
    fieldOf('content', 'string', 'Content', 'The whole text.'),
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
