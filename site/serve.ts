import { createReadStream, existsSync, lstatSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { minimist } from 'zx';
import { ENCODINGS } from './compressed.ts';
import { inTurn } from './in-turn.ts';
import { isProgram } from './is-program.ts';
import { FRAMED_HEADERS, SECURITY_HEADERS } from './security-policy.ts';
import { askedFor, mediaType } from './served-file.ts';

/** The only address that is listened on: the site is for this machine's browser. */
const HOST = '127.0.0.1';
/** Connections at a time: a browser opens six. */
const MOST_CONNECTIONS = 64;
/** Milliseconds after which a connection on which nothing moves is closed. */
const STILL = 60_000;

const zipped = promisify(gzip);

/** What is served, and where. */
export interface Serving {
  readonly folder: string;
  /** The path that the site lies under; begins and ends with a slash. */
  readonly base: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** A running server of the site. */
export interface Served {
  /** Of the home page, ending in a slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a folder as a static host would, with the strict policy in its headers; rejects when the port is taken.
 *
 *     const { url, close } = await serve({ folder: 'site/dist', base: '/some/where/', port: 0 });
 */
export function serve({ folder, base, port }: Serving): Promise<Served> {
  const server = createServer(
    inTurn((request, response) => answer(resolve(folder), base, request, response)),
  );
  server.maxConnections = MOST_CONNECTIONS;
  server.setTimeout(STILL);
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, HOST, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : port;
      done({
        url: `http://${HOST}:${taken}${base}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

async function answer(
  folder: string,
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const asked = askedFor(folder, base, request.url ?? '/');
  if (asked.kind === 'file') return send(request, response, 200, asked.path);
  if (asked.kind === 'folder') {
    response.writeHead(301, { ...SECURITY_HEADERS, location: asked.location }).end();
    return;
  }
  const page = join(folder, '404.html');
  return existsSync(page) ? send(request, response, 404, page) : refuse(response, 404);
}

/**
 * What has a compressed form beside it is sent in that. Other text is compressed whole; anything else may be large, and
 * goes out piece by piece as the client takes it.
 */
async function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  path: string,
): Promise<void> {
  const { type, isText } = mediaType(path);
  const taken = String(request.headers['accept-encoding'] ?? '');
  // A link may lead out of the folder, so only a file counts.
  const forms = ENCODINGS.filter(({ end }) => lstatSync(path + end, { throwIfNoEntry: false })?.isFile());
  const form = forms.find(({ name }) => new RegExp(`\\b${name}\\b`).test(taken));
  const isGzipped = isText && forms.length === 0 && /\bgzip\b/.test(taken);
  const body = isGzipped ? await zipped(await readFile(path)) : undefined;
  const sent = form === undefined ? path : path + form.end;
  const encoding = form?.name ?? (isGzipped ? 'gzip' : undefined);
  response.writeHead(status, {
    ...(path.includes(`${sep}embed${sep}`) ? FRAMED_HEADERS : SECURITY_HEADERS),
    'cache-control': 'no-cache',
    'content-type': type,
    'content-length': body?.length ?? statSync(sent).size,
    ...(isText || forms.length > 0 ? { vary: 'accept-encoding' } : {}),
    ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
  });
  if (request.method === 'HEAD') response.end();
  else if (body !== undefined) response.end(body);
  else await pipeline(createReadStream(sent), response);
}

function refuse(response: ServerResponse, status: 404 | 405): void {
  const text = status === 404 ? 'Not found' : 'Only GET and HEAD';
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

const USAGE = 'usage: tsx site/serve.ts [--folder site/dist] [--base /] [--port 8000]';

/** What the arguments ask for, or why they cannot be followed. */
export function servingOf(args: readonly string[]): Serving | string {
  const options = minimist([...args], { string: ['folder', 'base', 'port'] });
  const unknown = Object.keys(options).filter((name) => !['_', 'folder', 'base', 'port'].includes(name));
  if (unknown.length > 0 || options._.length > 0) return USAGE;
  const { folder = 'site/dist', base = '/', port = '8000' }: Record<string, string | undefined> = options;
  if (!/^\/(.*\/)?$/.test(base)) return `--base: expected a path like /some/where/, found "${base}"`;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) return `--port: expected 0 to 65535, found "${port}"`;
  return { folder, base, port: Number(port) };
}

/** Serves until it is interrupted; exit code 2 for a wrong option, 1 when there is no site or no port. */
async function main(): Promise<void> {
  const serving = servingOf(process.argv.slice(2));
  if (typeof serving === 'string') return end(2, serving);
  const { folder, port } = serving;
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return end(1, `${folder}: expected a built site, found none; run make site`);
  try {
    console.log(`${(await serve(serving)).url} shows ${folder}; Ctrl+C ends it`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    end(1, `port ${port}: expected a free port, found ${why}; take another with --port`);
  }
}

function end(code: 1 | 2, message: string): void {
  console.error(message);
  process.exitCode = code;
}

if (isProgram(import.meta.url)) await main();
