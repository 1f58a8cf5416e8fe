// Reads a PDF in a thread of its own, so that limited-pdf.ts can end it whatever it does.
import { parentPort, workerData } from 'node:worker_threads';
import { readPdf } from '../extract/pdf/file.ts';
import { SourceFault } from '../finding.ts';
import type { PdfAnswer, PdfTask } from './limited-pdf.ts';

const { bytes, file } = workerData as PdfTask;
const answer = await readPdf(bytes, file).then(
  ({ text, lines, evidence }): PdfAnswer => ({ layer: { file, text, lines, evidence } }),
  (error: unknown): PdfAnswer => {
    if (error instanceof SourceFault) return { findings: error.findings };
    throw error;
  },
);
parentPort?.postMessage(answer);
