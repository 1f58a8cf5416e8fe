import { type Request, readArguments } from './command-line/arguments.ts';
import { faultText } from './command-line/fault-text.ts';
import { helpText } from './command-line/help.ts';
import { READING_LIMITS } from './command-line/limits.ts';
import type { LookCommand } from './command-line/look/arguments.ts';
import { inputsDigest, isUpToDate, upToDateText } from './command-line/up-to-date.ts';
import { versionText } from './command-line/version.ts';
import { SourceFault } from './page/finding.ts';
import { systemFault } from './publish/output-fault.ts';

const EXIT = { done: 0, fault: 1, usage: 2, interrupted: 130 } as const;

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
  if (request.kind === 'look') return looked(request.look);
  const { command } = request;
  // Before the engine is loaded: `make` without a change is to take no time.
  if (command.name === 'update' && !command.json && isUpToDate(inputsDigest(command), command.out)) {
    if (!command.quiet) console.log(upToDateText(command.out));
    return EXIT.done;
  }
  const { readerWithin } = await import('./command-line/limited-reading.ts');
  const { run } = await import('./command-line/stages.ts');
  const { summaryJson, summaryTable } = await import('./command-line/summary.ts');
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupt.abort());
  const begun = performance.now();
  const silent = command.quiet || command.json;
  const tell = (text: string): void => {
    if (!silent) process.stderr.write(text);
  };
  const inPlace = process.stderr.isTTY === true;
  const progress = (text: string): void => tell(inPlace ? `\r\u001b[K${text}...` : `${text}\n`);
  const clear = (): void => tell(inPlace ? '\r\u001b[K' : '');
  try {
    const { signal } = interrupt;
    const effects = { signal, read: readerWithin(READING_LIMITS, signal) };
    const outcome = await run(command, progress, effects);
    clear();
    const seconds = (performance.now() - begun) / 1000;
    if (command.json) console.log(summaryJson(outcome, seconds));
    else if (!command.quiet) console.log(summaryTable(outcome, seconds));
    return EXIT.done;
  } catch (error) {
    clear();
    const told = systemFault(error);
    // A fault that was found all the same is told: it may have come after the swap.
    if (interrupt.signal.aborted && !(told instanceof SourceFault)) {
      console.error('interrupted; nothing was changed');
      return EXIT.interrupted;
    }
    if (!(told instanceof SourceFault)) throw error;
    if (command.json) console.log(JSON.stringify({ status: 'fault', findings: told.findings }));
    console.error(faultText(told.findings));
    return EXIT.fault;
  }
}

/** Prints what is seen in a file; colours are for a terminal. */
async function looked(command: LookCommand): Promise<number> {
  const { readerWithin } = await import('./command-line/limited-reading.ts');
  const { look } = await import('./command-line/look/look.ts');
  const { COLOURED, PLAIN } = await import('./command-line/look/printed.ts');
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupt.abort());
  const isColoured = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  try {
    const text = await look(
      command,
      readerWithin(READING_LIMITS, interrupt.signal),
      isColoured ? COLOURED : PLAIN,
    );
    if (text !== '') console.log(text);
    return EXIT.done;
  } catch (error) {
    if (interrupt.signal.aborted) {
      console.error('interrupted; nothing was changed');
      return EXIT.interrupted;
    }
    if (!(error instanceof SourceFault)) throw error;
    console.error(faultText(error.findings));
    return EXIT.fault;
  }
}

process.exitCode = await main(readArguments(process.argv.slice(2)));
