import type { WrittenFile } from '../folder/written-file.ts';
import { address, is, name, type Statement, type Term, type Turtle, text, value } from './turtle.ts';

/** The lists of the Publications Office of the European Union, whose entries DCAT-AP wants. */
export const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const IANA = 'https://www.iana.org/assignments/media-types';

/** Formats by their entries in the list of the Publications Office; one that it has not goes by its media type. */
const FILE_TYPES: Readonly<Record<string, string>> = {
  csv: 'CSV',
  json: 'JSON',
  parquet: 'PARQUET',
  duckdb: 'OCTET',
  xlsx: 'XLSX',
};

/** A file that data can be had in. */
export interface Distribution {
  readonly title: string;
  /** What it is, in a sentence. */
  readonly description: string;
  readonly file: WrittenFile;
  readonly mediaType: string;
  /** The address of its licence. */
  readonly licence: string;
}

/** What DCAT-AP wants to know of a file, down to its size and checksum. */
export function distribution(turtle: Turtle, about: Distribution): readonly Statement[] {
  const { title, description, file, mediaType, licence } = about;
  const { path, bytes, sha256 } = file;
  const type = FILE_TYPES[path.slice(path.lastIndexOf('.') + 1)];
  return [
    is('dcat:Distribution'),
    ['dct:title', text(title, 'en')],
    ['dct:description', text(description, 'en')],
    ['dcat:accessURL', address(path)],
    ['dcat:downloadURL', address(path)],
    ['dct:format', address(type === undefined ? `${IANA}/${mediaType}` : `${AUTHORITY}/file-type/${type}`)],
    ['dcat:mediaType', address(`${IANA}/${mediaType}`)],
    ['dcatap:availability', address(`${AUTHORITY}/planned-availability/STABLE`)],
    ['dct:license', address(licence)],
    ['dcat:byteSize', value(String(bytes), 'xsd:nonNegativeInteger')],
    ['spdx:checksum', checksum(turtle, sha256)],
  ];
}

export function checksum(turtle: Turtle, sha256: string): Term {
  return turtle.thing([
    is('spdx:Checksum'),
    ['spdx:algorithm', name('spdx:checksumAlgorithm_sha256')],
    ['spdx:checksumValue', value(sha256, 'xsd:hexBinary')],
  ]);
}
