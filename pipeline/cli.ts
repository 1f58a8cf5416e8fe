import { type Command, type Request, readArguments } from './command-line/arguments.ts';
import type { CompareCommand } from './command-line/compare/arguments.ts';
import type { ManyCommand, MergeCommand } from './command-line/corpus/arguments.ts';
import type { DraftCommand } from './command-line/draft/arguments.ts';
import type { ExplainCommand } from './command-line/explain/arguments.ts';
import { faultText } from './command-line/faults.ts';
import { helpText } from './command-line/help.ts';
import type { TaskReader } from './command-line/limited-reading.ts';
import { READING_LIMITS } from './command-line/limits.ts';
import type { LookCommand } from './command-line/look/arguments.ts';
import type { Style } from './command-line/look/printed.ts';
import { isIndexCurrent } from './command-line/outputs-index.ts';
import { publishedBy } from './command-line/published.ts';
import { inputsDigest, isUpToDate, upToDateText } from './command-line/up-to-date.ts';
import { SourceFault } from './page/finding.ts';
import { versionText } from './publish/metadata/program.ts';
import { systemFault } from './publish/output-fault.ts';

const EXIT = { done: 0, fault: 1, usage: 2, refused: 3, interrupted: 130 } as const;
/** A terminal is told of progress this often: more can nobody read. */
const TOLD_EVERY_MS = 200;

/** The only place that reads the clock, talks to the terminal, and ends the process. */
async function main(request: Request): Promise<number> {
  if (request.kind === 'help') {
    console.log(helpText(request.topic));
    return EXIT.done;
  }
  if (request.kind === 'version') {
    console.log(versionText());
    return EXIT.done;
  }
  if (request.kind === 'usage') {
    console.error(`${request.message}\n\n${helpText(undefined)}`);
    return EXIT.usage;
  }
  if (request.kind === 'completion') {
    const { completionText } = await import('./command-line/completion.ts');
    process.stdout.write(completionText(request.shell));
    return EXIT.done;
  }
  if (request.kind === 'look') return looked(request.look);
  if (request.kind === 'explain') return explained(request.explain);
  if (request.kind === 'draft') return draftedDocument(request.draft);
  if (request.kind === 'many') return builtMany(request.many);
  if (request.kind === 'merge') return merged(request.merge);
  if (request.kind === 'compare') return compared(request.compare);
  const { command } = request;
  // Before the engine is loaded: `make` without a change is to take no time.
  if (command.name === 'update' && !command.json) {
    const outs = upToDateOutputs(command);
    if (outs.length > 0) {
      if (!command.quiet) console.log(upToDateText(outs));
      return EXIT.done;
    }
  }
  const { readerWithin } = await import('./command-line/limited-reading.ts');
  const { run } = await import('./command-line/stages.ts');
  const { summaryJson, summaryTable } = await import('./command-line/summary.ts');
  const signal = interruption();
  const begun = performance.now();
  const silent = command.quiet || command.json;
  const tell = (text: string): void => {
    if (!silent) process.stderr.write(text);
  };
  const inPlace = process.stderr.isTTY === true;
  const progress = (text: string): void => tell(inPlace ? `\r\u001b[K${text}...` : `${text}\n`);
  const clear = (): void => tell(inPlace ? '\r\u001b[K' : '');
  try {
    const effects = { signal, read: readerWithin(READING_LIMITS, signal) };
    const started = (stage: string, document?: string): void =>
      progress(document === undefined ? stage : `${document}: ${stage}`);
    const outcome = await run(command, started, effects);
    clear();
    const seconds = (performance.now() - begun) / 1000;
    if (command.json) console.log(summaryJson(outcome, seconds));
    else if (!command.quiet) console.log(summaryTable(outcome, seconds));
    if (outcome.kind === 'published' && outcome.missing !== undefined && !silent)
      console.error(faultText(outcome.missing));
    if (outcome.kind !== 'several' || outcome.findings.length === 0) return EXIT.done;
    console.error(faultText(outcome.findings));
    return EXIT.fault;
  } catch (error) {
    clear();
    return stopped(error, signal, command.json);
  }
}

/** The folders that an update would write, where it has nothing to do in any of them; none otherwise. */
function upToDateOutputs(command: Command): readonly string[] {
  try {
    const all = publishedBy(command);
    if (all.length > 1 && !isIndexCurrent(all)) return [];
    const isCurrent = all.every((each) => isUpToDate(inputsDigest(command.source, each), each));
    return isCurrent ? all.map(({ out }) => out) : [];
  } catch (error) {
    // The update itself will tell.
    if (error instanceof SourceFault) return [];
    throw error;
  }
}

/** Builds many documents, and tells a terminal how far it has come. */
async function builtMany(command: ManyCommand): Promise<number> {
  const { buildMany } = await import('./command-line/corpus/build-many.ts');
  const { manyJson, manyTable, progressText } = await import('./command-line/corpus/told.ts');
  const signal = interruption();
  const begun = performance.now();
  const secondsSince = (): number => (performance.now() - begun) / 1000;
  const isWatched = process.stderr.isTTY === true && !command.quiet && !command.json;
  const told = { at: 0 };
  const progressed = (done: number, of: number, refused: number): void => {
    if (!isWatched || (done < of && performance.now() - told.at < TOLD_EVERY_MS)) return;
    told.at = performance.now();
    process.stderr.write(`\r\u001b[K${progressText(done, of, refused, secondsSince())}`);
  };
  const clear = (): void => void (isWatched && process.stderr.write('\r\u001b[K'));
  try {
    const outcome = await buildMany(command, progressed, signal);
    clear();
    if (command.json) console.log(manyJson(outcome, secondsSince()));
    else if (!command.quiet) console.log(manyTable(outcome, secondsSince()));
    if (outcome.findings.length > 0) console.error(faultText(outcome.findings));
    return outcome.refused > 0 ? EXIT.refused : EXIT.done;
  } catch (error) {
    clear();
    const left = 'the documents that are built stay, and the next build goes on from there';
    return stopped(error, signal, command.json, left);
  }
}

/** Makes one catalogue of what shards have built. */
async function merged(command: MergeCommand): Promise<number> {
  const { merge } = await import('./command-line/corpus/merge.ts');
  const { mergeJson, mergeTable } = await import('./command-line/corpus/told.ts');
  const begun = performance.now();
  try {
    const outcome = await merge(command);
    const seconds = (performance.now() - begun) / 1000;
    if (command.json) console.log(mergeJson(outcome, seconds));
    else if (!command.quiet) console.log(mergeTable(outcome, seconds));
    return EXIT.done;
  } catch (error) {
    return stopped(error, undefined, command.json);
  }
}

/** Prints what is seen in a file. */
async function looked(command: LookCommand): Promise<number> {
  const { look } = await import('./command-line/look/look.ts');
  return printed((read, style) => look(command, read, style));
}

/** Prints which values a later edition prints otherwise. */
async function compared({ old, next, json }: CompareCommand): Promise<number> {
  const { readOutput } = await import('./command-line/compare/output.ts');
  const { compareEditions } = await import('./command-line/compare/revisions.ts');
  const { editionsText } = await import('./command-line/compare/editions-text.ts');
  return printed(async () => {
    const editions = compareEditions(readOutput(old), readOutput(next));
    return json ? JSON.stringify(editions) : editionsText(editions);
  });
}

/** Prints how a table is read. */
async function explained(command: ExplainCommand): Promise<number> {
  const { explain } = await import('./command-line/explain/explain.ts');
  return printed((read, style) => explain(command, read, style));
}

/** Writes the declarations of a document, and prints what is left to do. */
async function draftedDocument(command: DraftCommand): Promise<number> {
  const { draft } = await import('./command-line/draft/draft.ts');
  return printed((read) => draft(command, read));
}

/** Prints what a command says, or the fault that it meets; colours are for a terminal. */
async function printed(say: (read: TaskReader, style: Style) => Promise<string>): Promise<number> {
  const { readerWithin } = await import('./command-line/limited-reading.ts');
  const { COLOURED, PLAIN } = await import('./command-line/look/printed.ts');
  const signal = interruption();
  const isColoured = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  try {
    const read = readerWithin(READING_LIMITS, signal);
    const text = await say(read, isColoured ? COLOURED : PLAIN);
    if (text !== '') console.log(text);
    return EXIT.done;
  } catch (error) {
    return stopped(error, signal, false);
  }
}

/** Is aborted by who ends the program from outside. */
function interruption(): AbortSignal {
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupt.abort());
  return interrupt.signal;
}

/** Tells what stopped a command, a fault or an interruption; anything else is a bug, and thrown. */
function stopped(
  error: unknown,
  signal: AbortSignal | undefined,
  json: boolean,
  left = 'nothing was changed',
): number {
  const told = systemFault(error);
  if (told instanceof SourceFault) {
    // A fault that was found before an interruption is told: it may have come after the swap.
    if (json) console.log(JSON.stringify({ status: 'fault', findings: told.findings }));
    console.error(faultText(told.findings));
    return EXIT.fault;
  }
  if (signal?.aborted !== true) throw error;
  console.error(`interrupted; ${left}`);
  return EXIT.interrupted;
}

process.exitCode = await main(readArguments(process.argv.slice(2)));
