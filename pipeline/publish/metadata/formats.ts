/** The formats that have a file a table; each is also the name of their folder and their ending. */
export const FORMATS = ['csv', 'json', 'parquet', 'arrow'] as const;
export type Format = (typeof FORMATS)[number];

/** What a person calls a format. */
export const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  csv: 'CSV',
  json: 'JSON',
  parquet: 'Parquet',
  arrow: 'Arrow',
};

/** Media types as IANA lists them. */
export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
  arrow: 'application/vnd.apache.arrow.file',
};

/** All tables as one spreadsheet file, which Excel, LibreOffice and others open. */
const WORKBOOK_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The name of that file. */
export function workbookFile({ id }: { readonly id: string }): string {
  return `${id}.xlsx`;
}

/** DuckDB has registered no media type for its files. */
export const DATABASE_MEDIA_TYPE = 'application/octet-stream';

const BY_ENDING: Readonly<Record<string, string>> = {
  ...MEDIA_TYPES,
  cff: 'application/yaml',
  jsonld: 'application/ld+json',
  md: 'text/markdown',
  ttl: 'text/turtle',
  txt: 'text/plain',
  xlsx: WORKBOOK_MEDIA_TYPE,
};

/** The media type of a file of the output. */
export function mediaTypeOf(path: string): string {
  return BY_ENDING[path.slice(path.lastIndexOf('.') + 1)] ?? DATABASE_MEDIA_TYPE;
}

/** A metadata file in JSON: indented, and with a line end behind it. */
export function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
