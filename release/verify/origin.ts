import type { Derivation } from './derivation.ts';
import type { Signature } from './trust.ts';

/**
 * What is known of where a copy comes from, and what is not: whether this program makes the same of the source, and
 * whether somebody signed it.
 */
export function originText(signature: Signature, derivation: Derivation | undefined): string {
  return [derivationText(derivation), signatureText(signature)].join('\n');
}

function derivationText(derivation: Derivation | undefined): string {
  switch (derivation?.kind) {
    case 'made again':
      return `made again from ${derivation.source} (sha256 ${derivation.sha256}): every file is the same`;
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
