import { unzipSync } from 'fflate';
import { fault, type SourceFault } from '../../page/finding.ts';
import { SETTINGS } from './settings.ts';

/** The parts of a DOCX file that say what is printed: their XML by their path. */
export type Parts = ReadonlyMap<string, string>;

const READ = /^(?:_rels\/\.rels|word\/[^/]*\.xml|word\/_rels\/[^/]*\.rels|customXml\/item\d+\.xml)$/;
/** The most that the text of a document takes, unpacked. */
const MOST_BYTES = SETTINGS.mostBytes.value;
/** The old format of Word, and the wrapping of a document with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Unpacks a DOCX file.
 *
 * Throws a finding when it is none: damaged, of the old format, with a password, or larger than any text.
 */
export function partsOf(bytes: Uint8Array, file: string): Parts {
  if (COMPOUND.every((byte, index) => bytes[index] === byte)) {
    const action = 'take the password off, and save it as .docx';
    throw notDocx(file, 'one of the old format, or with a password', action);
  }
  let left = MOST_BYTES;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!READ.test(name)) return false;
        left -= originalSize;
        if (left < 0) throw notDocx(file, 'one of more than 256 MiB of text', 'part it');
        return true;
      },
    });
    return new Map(Object.entries(files).map(([path, content]) => [path, decoded(content)]));
  } catch (error) {
    if (!(error instanceof Error) || 'findings' in error) throw error;
    throw notDocx(file, 'a damaged file, or one of another kind', 'save it as .docx again');
  }
}

/** What is said of a file that is no document of a word processor. */
export function notDocx(file: string, found: string, action: string): SourceFault {
  return fault({ kind: 'file', place: { file }, expected: 'a document in DOCX', found, action });
}

/** XML is UTF-8 where no mark says otherwise. */
function decoded(bytes: Uint8Array): string {
  const charset =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  return new TextDecoder(charset, { fatal: true }).decode(bytes);
}
