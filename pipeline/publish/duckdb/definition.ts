import type { View } from '../../identities/sql.ts';
import type { DocumentDescription } from '../../template/document.ts';
import type { Field, TableSchema } from '../../template/schema/table-schema.ts';
import { loadOrder } from '../foreign-keys.ts';
import { identifier, identifiers, literal, sqlType } from './sql.ts';

/** All that the DuckDB file holds besides rows. */
export interface Definition {
  /** Statements that create the tables, in load order. */
  readonly tables: readonly string[];
  readonly views: readonly View[];
  /** Statements that describe tables, columns and views inside the file, for whoever opens it alone. */
  readonly comments: readonly string[];
}

/**
 * Defines the DuckDB file: tables with their keys, in load order, and the views of the document.
 */
export function define(
  tables: readonly { readonly schema: TableSchema }[],
  views: readonly View[],
): Definition {
  const schemas = tables.map(({ schema }) => schema);
  return {
    tables: schemas.map(defineTable),
    views,
    comments: [
      ...schemas.flatMap(describeTable),
      ...views.map(({ name, comment }) => `comment on view ${identifier(name)} is ${literal(comment)}`),
    ],
  };
}

/** What the file holds besides rows when the source has all that the document declares. */
export function definitionOf({ schemas, views }: Pick<DocumentDescription, 'schemas' | 'views'>): Definition {
  return define(loadOrder([...schemas.values()].map((schema) => ({ schema }))), views);
}

/**
 * The statement that creates a table with its keys.
 *
 * A reference of a table to itself is not declared: DuckDB checks it against committed rows only, so that no
 * load in key order passes, and describes it in `duckdb_tables()` with SQL that it cannot read back.
 */
function defineTable(schema: TableSchema): string {
  const references = (schema.foreignKeys ?? []).filter(({ reference }) => reference.resource !== schema.name);
  return createTable(schema, [
    `primary key (${identifiers(schema.primaryKey)})`,
    ...references.map(
      ({ fields, reference }) =>
        `foreign key (${identifiers(fields)}) references ${identifier(reference.resource)} (${identifiers(reference.fields)})`,
    ),
  ]);
}

/** The same table without keys, for rows that pass through to another file. */
export function defineBareTable(schema: TableSchema): string {
  return createTable(schema, []);
}

function createTable(schema: TableSchema, keys: readonly string[]): string {
  const columns = schema.fields.map((field) => defineColumn(schema, field));
  return `create table ${identifier(schema.name)} (\n  ${[...columns, ...keys].join(',\n  ')}\n)`;
}

function defineColumn(schema: TableSchema, field: Field): string {
  const required = field.constraints?.required === true || schema.primaryKey.includes(field.name);
  return `${identifier(field.name)} ${sqlType(schema, field)}${required ? ' not null' : ''}`;
}

function describeTable(schema: TableSchema): readonly string[] {
  const table = identifier(schema.name);
  return [
    `comment on table ${table} is ${literal([`${schema.title}.`, schema.description, ...(schema.caution === undefined ? [] : [schema.caution])].join(' '))}`,
    ...schema.fields.map(
      (field) => `comment on column ${table}.${identifier(field.name)} is ${literal(describeField(field))}`,
    ),
  ];
}

function describeField({ title, description, unit }: Field): string {
  return `${title}. ${description}${unit === undefined ? '' : ` Unit: ${unit}.`}`;
}
