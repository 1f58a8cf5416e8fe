import type { Source } from '../../pipeline/build.ts';
import { markupOf, openSource } from '../../pipeline/command-line/folders.ts';
import { layerOf } from '../../pipeline/extract/source-layer.ts';
import { fault, SourceFault } from '../../pipeline/page/finding.ts';
import { sha256 } from '../../pipeline/page/sha256.ts';
import type { DocumentDescription } from '../../pipeline/template/document.ts';
import { ENDINGS, type MediaType, type Register } from '../../pipeline/template/register.ts';
import { type Download, download, type World } from './download.ts';
import { onOneLine } from './outside.ts';
import { conditionsOf, keptHeaders, markupOfAnswer, type Provenance } from './provenance.ts';
import { newestSnapshot, type Snapshot, storeSnapshot } from './snapshots.ts';

const SECOND = 1000;

/** What asking the register came to. Only a text that is new makes a new snapshot. */
export type Fetched =
  | { readonly kind: 'not modified' | 'same bytes' | 'same text' }
  | { readonly kind: 'new'; readonly snapshot: Snapshot };

/**
 * Asks the register of a document for it, holds what came against the newest snapshot (the document's own text
 * layer while there is none), and stores it beside the older ones when its text is another.
 *
 * Two checksums decide, of the bytes and of the text that `extract` reads from them: a PDF that was exported again
 * has other bytes and says nothing new. The text of the older one is read again with the same code as the new one,
 * so that a better reader is no news either.
 */
export async function fetchDocument(document: DocumentDescription, world: World): Promise<Fetched> {
  const { folder } = document;
  const register = registerOf(document);
  const snapshot = await newestSnapshot(folder);
  const now = await timeAfter(snapshot, world);
  const answer = await download(register, conditionsOf(snapshot?.provenance, register.url), world);
  if (answer.kind === 'unchanged') return { kind: 'not modified' };
  const type = mediaTypeOf(answer, register);
  const known = snapshot ?? openSource(undefined, document);
  const digest = sha256(answer.body);
  if (digest === sha256(known.bytes)) return { kind: 'same bytes' };
  const file = `document.${ENDINGS[type]}`;
  const declared = markupOf(document);
  if (ENDINGS[type] === 'html' && declared.part === undefined) throw withoutPart(document, answer.url);
  const came = { bytes: answer.body, file, markup: markupOfAnswer(answer.headers, declared) };
  const text = await textChecksum(came, answer.url, world);
  const before = { ...known, markup: markupOfAnswer(snapshot?.provenance.headers ?? {}, declared) };
  if (text === (await textChecksum(before, known.file, world))) return { kind: 'same text' };
  const provenance: Provenance = {
    url: register.url,
    final_url: answer.url,
    fetched: now,
    status: answer.status,
    headers: keptHeaders(answer.headers),
    file,
    bytes: answer.body.length,
    sha256: digest,
    text_sha256: text,
  };
  return { kind: 'new', snapshot: await storeSnapshot(folder, answer.body, provenance) };
}

/**
 * The time by which a new snapshot would be named, later than the newest: they are named by the second, and one that
 * was fetched in this second is waited for.
 */
async function timeAfter(snapshot: Snapshot | undefined, { now, sleep }: World): Promise<string> {
  const newest = snapshot?.provenance.fetched ?? '';
  if (instant(now()) === newest) await sleep(SECOND);
  const time = instant(now());
  if (time > newest) return time;
  const expected = `a clock that is past ${newest}, when the newest snapshot was fetched`;
  throw fault({
    kind: 'file',
    place: { file: snapshot?.folder ?? '' },
    expected,
    found: time,
    action: 'set the clock',
  });
}

function registerOf({ folder, head }: DocumentDescription): Register {
  if (head.register !== undefined) return head.register;
  const expected = 'a register to ask, with its url, origins, media_types and most_megabytes';
  throw fault({ kind: 'layout', place: { file: `${folder}/document.yaml` }, expected, found: 'none' });
}

/** What an answer says it is, if that is asked for: a page that says "back soon" is no document. */
function mediaTypeOf(
  { url, headers }: Extract<Download, { kind: 'document' }>,
  { media_types }: Register,
): MediaType {
  const said = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const type = media_types.find((each) => each === said);
  if (type !== undefined) return type;
  throw fault({
    kind: 'register',
    place: { file: url },
    expected: media_types.join(' or '),
    found: said === undefined || said === '' ? 'an answer without a media type' : onOneLine(said),
    action: 'look at the address with a browser, and set register.url to that of the document itself',
  });
}

/** What a page holds around the document, a menu or a counter of visitors, is another every week, and no news. */
function withoutPart({ folder }: DocumentDescription, url: string): SourceFault {
  return fault({
    kind: 'register',
    place: { file: `${folder}/document.yaml` },
    expected: 'the part of a page of HTML that is the document, as a CSS selector',
    found: `none, and ${url} is such a page`,
    action: 'look at the page with a browser, and declare text_layer: { part: "..." }',
  });
}

/** SHA-256 of the text layer of a document; a finding about its bytes names `place`, where they come from. */
async function textChecksum(source: Source, place: string, { read }: World): Promise<string> {
  try {
    const answer = await read({ kind: 'text', source }, { started: () => undefined });
    if (answer.kind !== 'seen') throw new Error(`${source.file} was read as no text layer`);
    // What stands around the document's part of a page of HTML is none of its text.
    const { text } = answer.seen.unit === 'none' ? layerOf(answer.seen) : answer.seen;
    return sha256(new TextEncoder().encode(text));
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    throw new SourceFault(error.findings.map((each) => ({ ...each, place: { ...each.place, file: place } })));
  }
}

/** ISO 8601, UTC, to the second. */
function instant(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z');
}
