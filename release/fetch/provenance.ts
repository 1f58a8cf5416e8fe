import type { IncomingHttpHeaders } from 'node:http';
import type { Markup } from '../../pipeline/extract/html/source.ts';

/** Headers worth keeping: what the next question is conditional on, and what was said of the document. */
const KEPT = [
  'content-disposition',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'etag',
  'last-modified',
] as const;

/** Where a snapshot comes from: `provenance.json` beside the document. */
export interface Provenance {
  /** The address that was asked, and the one that answered after redirects. */
  readonly url: string;
  readonly final_url: string;
  /** ISO 8601, UTC, to the second. */
  readonly fetched: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The document's file beside this one. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** SHA-256 of the text layer that `extract` reads from it, as it read then. */
  readonly text_sha256: string;
}

const digest = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const text = { type: 'string', minLength: 1 };

/** The JSON schema of `provenance.json`. */
export const provenanceSchema: object = {
  type: 'object',
  additionalProperties: false,
  required: ['url', 'final_url', 'fetched', 'status', 'headers', 'file', 'bytes', 'sha256', 'text_sha256'],
  properties: {
    url: text,
    final_url: text,
    fetched: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' },
    status: { type: 'integer' },
    headers: { type: 'object', additionalProperties: { type: 'string' } },
    file: { type: 'string', pattern: '^document\\.(pdf|txt|html|docx)$' },
    bytes: { type: 'integer', minimum: 1 },
    sha256: digest,
    text_sha256: digest,
  },
};

/**
 * What is known of a page of HTML that a register gave: its charset by the header of the answer, else as it is declared,
 * and the declared part of it that is the document.
 */
export function markupOfAnswer(headers: IncomingHttpHeaders, declared: Markup): Markup {
  const sent = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(headers['content-type'] ?? '')?.[1];
  return { ...declared, charset: sent ?? declared.charset };
}

/** The headers of an answer that its provenance keeps. */
export function keptHeaders(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  return Object.fromEntries(
    KEPT.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The headers that ask a register for a document only if it is another than the one that came from `url` before. */
export function conditionsOf(
  provenance: Provenance | undefined,
  url: string,
): Readonly<Record<string, string>> {
  if (provenance === undefined || provenance.url !== url) return {};
  const { etag, 'last-modified': modified } = provenance.headers;
  return {
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(modified !== undefined && { 'if-modified-since': modified }),
  };
}

/**
 * The name of a snapshot's folder: when it was fetched, so that names sort by time, and the checksum's beginning.
 *
 *     snapshotName({ fetched: '2026-11-25T02:21:32Z', sha256: '94a98d28b08d...' })  // 20261125T022132Z-94a98d28b08d
 */
export function snapshotName({ fetched, sha256 }: Pick<Provenance, 'fetched' | 'sha256'>): string {
  return `${fetched.replace(/[-:]/g, '')}-${sha256.slice(0, 12)}`;
}

/** The form of such names. */
export const SNAPSHOT_NAME = /^\d{8}T\d{6}Z-[0-9a-f]{12}$/;
