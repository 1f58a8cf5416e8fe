import { COMMANDS, OPTIONS } from './arguments.ts';

const SUMMARIES: Readonly<Record<(typeof COMMANDS)[number], string>> = {
  build: 'all four stages: reads the source, checks it, and replaces the output folder',
  update: 'the output of build; redoes only what follows from what has changed since the last update',
  extract: 'stage 1: reads the source, writes its text layer to build/',
  normalise: 'stage 2: reads the text layer from build/, writes the cells it finds to build/',
  validate: 'stage 3: reads the cells from build/, writes checked tables to build/',
  look: 'what is seen in FILE (.pdf, .html, .docx or .txt), page by page; needs no declaration: look FILE [options]',
  publish: 'stage 4: reads the tables from build/ and replaces the output folder',
};

const OPTION_TEXTS: Readonly<Record<string, string>> = {
  source: "--source FILE    the text layer (.txt), PDF, HTML or DOCX to read [the document's own text layer]",
  out: '--out DIR        the folder to publish to [output]',
  pages: '--pages 3-5      only these pages [all]',
  seen: '--json FILE      write all that is seen, with places, to a new file',
  tables: '--tables FILE    write the tables alone to a new file: [{page, rows, spans}]',
  html: '--html FILE      write a new page of HTML: each page drawn, with the boxes of tokens, cells and tables',
  settings: '--settings       print the numbers that decide a reading, and what each was set by',
  document: '--document NAME  the folder under sources/ to use [the only one there is]',
};

const COMMON = [
  '--quiet, -q      print nothing but errors',
  '--json           print a summary as JSON',
  '--help, -h       print this',
  '--version        print the version of this program',
];

const EXITS = 'exit status: 0 done; 1 the source or the data is at fault; 2 wrong usage';

/** The help text, of one command or of all. */
export function helpText(topic: string | undefined): string {
  const command = COMMANDS.find((each) => each === topic);
  if (command === undefined) {
    const commands = COMMANDS.map((name) => `  ${name.padEnd(10)} ${SUMMARIES[name]}`);
    const usage = 'usage: npm run --silent etl -- COMMAND [options]';
    return [usage, '', ...commands, '', 'COMMAND --help tells the options of a command', EXITS].join('\n');
  }
  const common = command === 'look' ? COMMON.filter((text) => !text.startsWith('--json ')) : COMMON;
  const options = [...OPTIONS[command].map((option) => OPTION_TEXTS[option] ?? option), ...common];
  return [
    `usage: npm run --silent etl -- ${command}${command === 'look' ? ' FILE' : ''} [options]`,
    '',
    SUMMARIES[command],
    '',
    ...options.map((option) => `  ${option}`),
    '',
    EXITS,
  ].join('\n');
}
