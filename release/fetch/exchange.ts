import { type IncomingHttpHeaders, type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/** What one question may cost: milliseconds until the headers, between two pieces, for all; bytes of the body. */
export interface Limits {
  readonly headers: number;
  readonly idle: number;
  readonly total: number;
  readonly bytes: number;
}

/** What came of asking one address once; only the body of a 200 is read, unpacked. */
export type Exchange =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: IncomingHttpHeaders;
      readonly body: Uint8Array;
    }
  | { readonly kind: 'failure'; readonly found: string; readonly isWorthRetrying: boolean };

/** A reason to stop listening; said to the user as what was found. */
class Stop extends Error {
  readonly isWorthRetrying: boolean;

  constructor(message: string, isWorthRetrying: boolean) {
    super(message);
    this.isWorthRetrying = isWorthRetrying;
  }
}

/**
 * Asks one address once. Redirects are answers like others: nothing is followed here.
 *
 * Never throws for what a server or a network does: silence, a stall, an end before the announced length or
 * before the end of the gzip stream, and a body over the limit (announced or not, packed or not) are failures.
 */
export async function exchange(
  url: URL,
  headers: Readonly<Record<string, string>>,
  limits: Limits,
): Promise<Exchange> {
  const stop = new AbortController();
  const after = (milliseconds: number, what: string): NodeJS.Timeout =>
    setTimeout(() => stop.abort(new Stop(`${what} within ${milliseconds / 1000} s`, true)), milliseconds);
  const total = after(limits.total, 'no whole answer');
  const first = after(limits.headers, 'no headers');
  try {
    const response = await responseTo(url, headers, stop.signal);
    clearTimeout(first);
    const status = response.statusCode ?? 0;
    if (status !== 200) {
      response.destroy();
      return { kind: 'answer', status, headers: response.headers, body: new Uint8Array() };
    }
    const idle = after(limits.idle, 'no further piece of the document');
    try {
      const body = await bodyOf(response, limits.bytes, () => idle.refresh());
      return { kind: 'answer', status, headers: response.headers, body };
    } finally {
      clearTimeout(idle);
    }
  } catch (error) {
    return failureOf(stop.signal.aborted ? stop.signal.reason : error);
  } finally {
    clearTimeout(first);
    clearTimeout(total);
  }
}

function responseTo(
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? secure : plain;
    // No agent that keeps connections: the process is to end as soon as the document is here.
    send(url, { headers: { ...headers, 'accept-encoding': 'gzip' }, signal, agent: false })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}

async function bodyOf(response: IncomingMessage, most: number, heard: () => void): Promise<Uint8Array> {
  const packing = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (!['identity', 'gzip', 'x-gzip'].includes(packing)) {
    response.destroy();
    throw new Stop(`the content encoding "${packing}", which was not asked for`, false);
  }
  const tooLarge = (bytes: string): Stop => new Stop(`a document of ${bytes} bytes`, false);
  const announced = response.headers['content-length'];
  if (Number(announced) > most) {
    response.destroy();
    throw tooLarge(String(announced));
  }
  // Counted before unpacking and after: a small packed body may unpack to an enormous one.
  const counted = (each: () => void) =>
    async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      let size = 0;
      for await (const piece of pieces) {
        each();
        size += piece.length;
        if (size > most) throw tooLarge(`more than ${most}`);
        yield piece;
      }
    };
  const pieces: Buffer[] = [];
  const collect = async (unpacked: AsyncIterable<Buffer>): Promise<void> => {
    for await (const piece of unpacked) pieces.push(piece);
  };
  if (packing === 'identity') await pipeline(response, counted(heard), collect);
  else
    await pipeline(
      response,
      counted(heard),
      createGunzip(),
      counted(() => undefined),
      collect,
    );
  return Buffer.concat(pieces);
}

/** A certificate that is not to be trusted stays so; everything else a network does may pass. */
function failureOf(error: unknown): Exchange {
  if (error instanceof Stop) {
    return { kind: 'failure', found: error.message, isWorthRetrying: error.isWorthRetrying };
  }
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  const { code } = error;
  const isCut = code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code.startsWith('Z_');
  if (isCut) return { kind: 'failure', found: `an answer that is cut off (${code})`, isWorthRetrying: true };
  const isDistrust = /CERT|SIGNATURE|TLS|SSL/.test(code);
  const found = isDistrust ? `a certificate that is not trusted (${code})` : `no answer (${code})`;
  return { kind: 'failure', found, isWorthRetrying: !isDistrust };
}
