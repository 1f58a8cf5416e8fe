import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { $ } from 'zx';
import { openPdf } from '../../pipeline/extract/pdf/open.ts';
import { AnnotationMode, PDFParse } from '../../pipeline/extract/pdf/pdfjs.ts';
import { readPdf } from '../../pipeline/extract/pdf/source.ts';
import { manyPages } from './made-up.ts';
import { inTurn, type Row, shown } from './measure.ts';

const RUNS = 3;
const PDF = 'tests/fixtures/pdf/annexes.pdf';
const MOST = 2.5;
const PAGES = 100;

async function plainText(bytes: Uint8Array): Promise<void> {
  const parser = new PDFParse({ data: bytes.slice() });
  await parser.getText();
  await parser.destroy();
}

/** Asks pdf.js what each page draws, and does nothing with it: no reading of what is seen can take less. */
async function operators(bytes: Uint8Array): Promise<void> {
  const { document, close } = await openPdf(bytes, PDF);
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
    page.cleanup();
  }
  await close();
}

const quiet = $({ quiet: true });
const PLUMBER = `import pdfplumber, sys
with pdfplumber.open(sys.argv[1]) as pdf:
    for page in pdf.pages: page.extract_tables()`;

/** Tabula as a command, or the jar file that `TABULA_JAR` names. */
const jar = process.env.TABULA_JAR;
const TABULA = jar === undefined ? ['tabula'] : ['java', '-jar', jar];

/** Other programs that read tables, or texts that keep their columns; each is tried where it is at hand. */
const PROGRAMS: readonly { readonly name: string; readonly run: (file: string) => Promise<unknown> }[] = [
  { name: 'pdftotext -layout', run: (file) => quiet`pdftotext -layout ${file} -` },
  { name: 'pdfplumber', run: (file) => quiet`python3 -c ${PLUMBER} ${file}` },
  { name: 'tabula', run: (file) => quiet`${TABULA} --pages all --format JSON ${file}` },
];

/** The reading of a PDF against what other programs take for less. */
export async function pdfs(): Promise<readonly Row[]> {
  const bytes = new Uint8Array(readFileSync(PDF));
  const { ratio, ours, other } = await inTurn(
    RUNS,
    () => readPdf(bytes.slice(), PDF),
    () => plainText(bytes),
  );
  const rows: Row[] = [
    {
      what: "a PDF of 24 pages, read with its tables, against pdf-parse's getText",
      ours: shown(ours),
      against: shown(other),
      ratio: ratio.toFixed(2),
      aim: '1.2',
      isAbove: ratio > MOST,
    },
  ];
  const asked = await inTurn(
    RUNS,
    () => operators(bytes),
    () => plainText(bytes),
  );
  rows.push({
    what: 'the same PDF, no more than what pdf.js says that it draws, against getText',
    ours: shown(asked.ours),
    against: shown(asked.other),
    ratio: asked.ratio.toFixed(2),
    aim: '',
  });
  for (const { name, run } of PROGRAMS) rows.push(await against(name, () => run(PDF)));
  return rows;
}

/** `etl look`, a process, against another program; a program that is not there is told. */
async function against(name: string, run: () => Promise<unknown>): Promise<Row> {
  const what = `\`etl look\` on it against ${name}`;
  try {
    await run();
  } catch {
    return { what, ours: '', against: 'not at hand', ratio: '', aim: '' };
  }
  const { ratio, ours, other } = await inTurn(3, () => look(PDF), run);
  return { what, ours: shown(ours), against: shown(other), ratio: ratio.toFixed(2), aim: '' };
}

const look = (file: string): Promise<unknown> =>
  quiet`${process.execPath} pipeline/command-line/start.mjs look ${file}`;

/** `look` on many pages, each with a table without rules. */
export async function looks(scratch: string): Promise<readonly Row[]> {
  const bytes = manyPages(PAGES);
  const file = join(mkdtempSync(join(scratch, 'run-')), 'pages.pdf');
  writeFileSync(file, bytes);
  const { ratio, ours, other } = await inTurn(
    3,
    () => look(file),
    () => plainText(bytes),
  );
  return [
    {
      what: `\`etl look\` on ${PAGES} pages against getText`,
      ours: shown(ours),
      against: shown(other),
      ratio: ratio.toFixed(2),
      aim: '',
    },
  ];
}
