import type { Field, TableSchema } from '../../template/schema/table-schema.ts';
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
