import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { openPdf } from '../../../pipeline/extract/pdf/open.ts';
import { PDFParse } from '../../../pipeline/extract/pdf/pdfjs.ts';
import { PdfPort } from '../../../pipeline/extract/pdf/port.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'pdf');
/** The annexes without rules have the same operators as those with rules, but for these. */
const LEFT_OUT = ['encrypted.pdf', 'annexes-unruled.pdf'];
const readable = readdirSync(FOLDER).filter((name) => name.endsWith('.pdf') && !LEFT_OUT.includes(name));

/** Every operator of a document with its operands, by value; pdf.js counts documents in the names of their fonts. */
async function operatorsOf(document: PDFDocumentProxy): Promise<string> {
  const pages: unknown[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
    pages.push(structuredClone({ fnArray, argsArray }));
  }
  return JSON.stringify(pages, null, 1).replace(/"g_d\d+_/g, '"g_');
}

/** What pdf.js itself hands over, cloning every message. */
async function clonedOperatorsOf(bytes: Uint8Array): Promise<string> {
  const parser = new PDFParse({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  await parser.getInfo();
  const operators = await operatorsOf(Reflect.get(parser, 'doc') as PDFDocumentProxy);
  await parser.destroy();
  return operators;
}

describe('the port between the halves of pdf.js', () => {
  it.each(readable)('hands over every operator of %s as a clone of it would be', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(FOLDER, name)));
    const { document, close } = await openPdf(bytes, name);
    const operators = await operatorsOf(document);
    await close();
    expect(operators.length).toBeGreaterThan(1000);
    expect(operators === (await clonedOperatorsOf(bytes))).toBe(true);
  });

  it('delivers messages in their order, after the sender went on', async () => {
    const port = new PdfPort();
    const seen: unknown[] = [];
    port.addEventListener('message', (event) => seen.push(Reflect.get(event, 'data')));
    port.postMessage(1);
    port.postMessage(2);
    seen.push('sent');
    await Promise.resolve();
    expect(seen).toEqual(['sent', 1, 2]);
  });

  it('hands over the lists of a chunk that their sender empties next', async () => {
    const port = new PdfPort();
    const chunk = { fnArray: [1, 2], argsArray: [['a'], ['b']] };
    const received = new Promise((resolve) => {
      port.addEventListener('message', (event) => resolve(Reflect.get(event, 'data')));
    });
    port.postMessage({ stream: 1, chunk });
    chunk.fnArray.length = 0;
    chunk.argsArray.length = 0;
    expect(await received).toEqual({ stream: 1, chunk: { fnArray: [1, 2], argsArray: [['a'], ['b']] } });
  });
});
