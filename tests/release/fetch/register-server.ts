import type { RequestListener } from 'node:http';
import { localServer } from '../../local-server.ts';

/** One question that a register was asked. */
export interface Question {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** A register on this machine. */
export interface RegisterServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly questions: readonly Question[];
}

/** Starts a register that answers the first question with the first answer, and so on; the last one stays. */
export async function registerThat(...answers: readonly RequestListener[]): Promise<RegisterServer> {
  const questions: Question[] = [];
  const origin = await localServer((request, response) => {
    const answer = answers[Math.min(questions.length, answers.length - 1)];
    questions.push({ path: request.url ?? '', headers: request.headers });
    answer?.(request, response);
  });
  return { origin, questions };
}

/** Answers with a whole body, announced by its length. */
export function answers(
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): RequestListener {
  return (_, response) => {
    const own = { 'content-type': 'text/plain; charset=utf-8', 'content-length': Buffer.byteLength(body) };
    response.writeHead(200, { ...own, ...headers }).end(body);
  };
}

/** Answers with a status, headers, and a page that is no document. */
export function says(status: number, headers: Readonly<Record<string, string>> = {}): RequestListener {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<p>no document</p>');
  };
}

/** Answers with the pieces of a body and no length, and then ends, or never ends, or breaks the connection. */
export function sends(
  pieces: Iterable<string | Uint8Array>,
  then: 'end' | 'silence' | 'break',
  headers: Readonly<Record<string, string>> = {},
): RequestListener {
  return async (_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain', ...headers });
    for (const piece of pieces) {
      if (response.destroyed) return;
      await new Promise<void>((sent) => response.write(piece, () => sent()));
    }
    if (then === 'end') response.end();
    if (then === 'break') response.destroy();
  };
}
