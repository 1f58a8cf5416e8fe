import type { Files } from '../../pipeline/command-line/copy/files.ts';
import type { Derivation } from './derivation.ts';
import type { Signature } from './trust.ts';

/**
 * What is known of where a copy comes from, and what is not: whether this program makes the same of the source, and
 * whether somebody signed it.
 */
export function originText(signature: Signature, derivation: Derivation | undefined, files: Files): string {
  return [derivationText(derivation, files), signatureText(signature)].join('\n');
}

/** A database that says the same may have other bytes where it was made on another system (docs/security.md). */
const OTHER_BYTES =
  ', but for bytes of the database in which no reader looks: it was made on another system, or hides something';

function derivationText(derivation: Derivation | undefined, files: Files): string {
  switch (derivation?.kind) {
    case 'made again': {
      const { source, sha256, files: made } = derivation;
      const isSame = [...made].every(
        ([path, bytes]) => !path.endsWith('.duckdb') || Buffer.compare(bytes, files.get(path) ?? bytes) === 0,
      );
      return `made again from ${source} (sha256 ${sha256}): every file is the same${isSame ? '' : OTHER_BYTES}`;
    }
    case 'unknown document':
      return `NOT KNOWN: whether the values are what was printed; ${derivation.reason} to make it again by`;
    default:
      return 'not made again from its source';
  }
}

function signatureText(signature: Signature): string {
  switch (signature.kind) {
    case 'signed':
      return `signed by ${signature.by} (${signature.file}): ${signature.comment}`;
    case 'refused':
      return 'not signed by the key';
    case 'not looked at':
      return 'signature not looked at: no --key was given, so that nothing is known of who made it';
  }
}
