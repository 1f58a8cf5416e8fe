import { COMMANDS, OPTIONS, SHELLS } from './arguments.ts';

type CommandName = (typeof COMMANDS)[number];

/** What each command does, in a line. */
export const SUMMARIES: Readonly<Record<CommandName, string>> = {
  build: 'all four stages: reads the source, checks it, and replaces the output folder',
  update: 'the output of build; redoes only what follows from what has changed since the last update',
  extract: 'stage 1: reads the source, writes its text layer to build/',
  normalise: 'stage 2: reads the text layer from build/, writes the cells it finds to build/',
  validate: 'stage 3: reads the cells from build/, writes checked tables to build/',
  look: 'what is seen in FILE (.pdf, .html, .docx or .txt), page by page; needs no declaration: look FILE [options]',
  draft:
    'writes the declarations of a document from what is seen in FILE: draft FILE --document NAME [options]',
  explain: 'how each cell of a table is read and by which evidence: explain DOCUMENT TABLE [ROW] [options]',
  merge: 'one catalogue of all documents in DIR, which build --documents made: merge DIR [options]',
  compare:
    'which values a later edition of a report prints otherwise, of two folders that were built: compare OLD NEW',
  completion: `a script for your shell to complete commands and options: completion ${SHELLS.join('|')}`,
  publish: 'stage 4: reads the tables from build/ and replaces the output folder',
};

const OPTION_TEXTS: Readonly<Record<string, string>> = {
  source: "--source FILE    the text layer (.txt), PDF, HTML or DOCX to read [the document's own text layer]",
  out: '--out DIR        the folder to publish to [output; where there are several documents outputs/NAME]',
  'allow-partial':
    '--allow-partial  publish what can be read of a source at fault to the folder that --out names, marked as partial',
  documents:
    "--documents GLOB build many: the document.yaml of each, such as 'sources/**/document.yaml'; --out is a corpus then",
  shard: '--shard I/N      only the I-th of N parts of the documents [1/1]',
  workers: '--workers N      how many documents at the same time [as many as there are processors]',
  seconds: '--seconds N      what each of the documents may take [180]',
  mebibytes: '--mebibytes N    the memory that each of them may take [1536]',
  corpus:
    '--corpus FILE    what is declared of all documents together: dimensions, checks, revisions [nothing]',
  prune: '--prune          take away first, by their lists, shards and documents that are not of today',
  table: '--table N        only this table, as counted in what draft prints [all]',
  pages: '--pages 3-5      only these pages [all]',
  json: '--json FILE      write all that is seen, with places, to a new file',
  tables: '--tables FILE    write the tables alone to a new file: [{page, rows, spans}]',
  html: '--html FILE      write a new page of HTML: each page drawn, with the boxes of tokens, cells and tables',
  settings: '--settings       print the numbers that decide a reading, and what each was set by',
  document:
    '--document NAME  the folder under sources/ to use, or the path of any folder [all, or the only one there is]',
};

/** An option of one command that says something else of its own. */
const OWN_TEXTS: Readonly<Record<string, string>> = {
  'draft document':
    '--document NAME  the folder under sources/ to write to; lines that a person has changed in it are kept',
};

/** What stands behind the name of a command. */
const WORDS: Readonly<Partial<Record<CommandName, string>>> = {
  look: ' FILE',
  draft: ' FILE --document NAME',
  explain: ' DOCUMENT TABLE [ROW]',
  merge: ' DIR',
  compare: ' OLD NEW',
  completion: ` ${SHELLS.join('|')}`,
};

const COMMON = [
  '--quiet, -q      print nothing but errors',
  '--json           print a summary as JSON',
  '--help, -h       print this',
  '--version        print the version of this program',
];

const EXITS = 'exit status: 0 done; 1 the source or the data is at fault; 2 wrong usage';
/** Of one command that ends in a way of its own. */
const OWN_EXITS: Readonly<Partial<Record<CommandName, string>>> = {
  build: `${EXITS}; 3 --documents: done, some documents were refused`,
};

/** The help text, of one command or of all. */
export function helpText(topic: string | undefined): string {
  const command = COMMANDS.find((each) => each === topic);
  if (command === undefined) {
    const commands = COMMANDS.map((name) => `  ${name.padEnd(10)} ${SUMMARIES[name]}`);
    const usage = 'usage: npm run --silent etl -- COMMAND [options]';
    return [usage, '', ...commands, '', 'COMMAND --help tells the options of a command', EXITS].join('\n');
  }
  return [
    `usage: npm run --silent etl -- ${command}${WORDS[command] ?? ''} [options]`,
    '',
    SUMMARIES[command],
    '',
    ...optionTexts(command).map((option) => `  ${option}`),
    '',
    OWN_EXITS[command] ?? EXITS,
  ].join('\n');
}

function optionTexts(command: CommandName): readonly string[] {
  const own = OPTIONS[command].map((name) => OWN_TEXTS[`${command} ${name}`] ?? OPTION_TEXTS[name] ?? name);
  const hasWords = WORDS[command] !== undefined;
  const hidden: Readonly<Partial<Record<CommandName, RegExp>>> = {
    merge: /^--version/,
    compare: /^--(quiet|version)/,
  };
  const unknown = hidden[command] ?? /^--(json|version)/;
  const common = COMMON.filter((text) => !hasWords || !unknown.test(text));
  return [
    ...own,
    ...(command === 'completion' ? common.filter((text) => text.startsWith('--help')) : common),
  ];
}

/** The options of a command: the word, what it says, and what its value is called where it takes one. */
export function optionsOf(
  command: CommandName,
): readonly { readonly word: string; readonly says: string; readonly value: string | undefined }[] {
  return optionTexts(command).flatMap((text) => {
    const [, word, value, says] = /^(--[\w-]+)(?:, -\w)?(?: (\S+))? {2,}(.*)$/.exec(text) ?? [];
    return word === undefined || says === undefined ? [] : [{ word, says, value }];
  });
}
