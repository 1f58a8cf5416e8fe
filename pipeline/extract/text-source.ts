import type { Span } from '../page/place.ts';
import type { Page, Paragraph, Source } from '../page/source.ts';
import { type Line, plainPrint, type Token } from '../page/token.ts';
import { linesOf } from './pages.ts';
import { plainMarks } from './superscripts.ts';
import type { Line as TextLine } from './text-layer.ts';
import { wordsIn } from './words.ts';

/**
 * A text as a source, with nothing taken out of it: each line of a page stands where its characters do, and a paragraph
 * begins behind an empty line and where a line is set in. Marks in raised characters are written as all marks are.
 */
export function sourceOfText(printed: string, file: string): Source {
  const { text, raised } = plainMarks(printed.replaceAll('\f', ' '));
  const pages = new Map<number, TextLine[]>();
  for (const line of linesOf(printed)) {
    const own = pages.get(line.page);
    if (own === undefined) pages.set(line.page, [line]);
    else own.push(line);
  }
  const isRaised = (at: number): boolean => raised.has(at);
  return {
    file,
    unit: 'character',
    text,
    pages: [...pages].map(([number, lines]) => pageOf(number, lines, text, isRaised)),
    notes: [],
  };
}

function pageOf(
  number: number,
  lines: readonly TextLine[],
  text: string,
  isRaised: (at: number) => boolean,
): Page {
  const [first, last] = [lines[0], lines.at(-1)];
  const blocks: { kind: 'paragraph'; begins: boolean; lines: Line[]; box: Paragraph['box'] }[] = [];
  let isNew = false;
  for (const [row, { start, end }] of lines.entries()) {
    const line = lineOf({ start, end }, row, text, isRaised);
    if (line === undefined) {
      isNew = true;
      continue;
    }
    const paragraph = blocks.at(-1);
    if (paragraph === undefined || isNew || text[start] === ' ')
      blocks.push({
        kind: 'paragraph',
        begins: blocks.length > 0 || isNew || text[start] === ' ',
        lines: [line],
        box: line.box,
      });
    else paragraph.lines.push(line);
    isNew = false;
  }
  const span = { start: first?.start ?? 0, end: last?.end ?? 0 };
  const width = Math.max(0, ...lines.map(({ start, end }) => end - start));
  return { number, width, height: lines.length, span, blocks };
}

function lineOf(
  { start, end }: Span,
  row: number,
  text: string,
  isRaised: (at: number) => boolean,
): Line | undefined {
  const tokens: Token[] = [];
  for (const { text: word, left: index } of wordsIn(text.slice(start, end))) {
    let from = 0;
    for (let to = 1; to <= word.length; to += 1) {
      const at = start + index;
      const raised = isRaised(at + from);
      if (to < word.length && isRaised(at + to) === raised) continue;
      tokens.push({
        text: word.slice(from, to),
        span: { start: at + from, end: at + to },
        box: { left: index + from, right: index + to, top: row, bottom: row + 1 },
        print: raised ? RAISED : LEVEL,
        joined: from > 0,
      });
      from = to;
    }
  }
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first?.box === undefined || last?.box === undefined) return undefined;
  return { tokens, box: { ...first.box, right: last.box.right }, baseline: row + 1 };
}

const LEVEL = plainPrint(1);
const RAISED = { ...LEVEL, stands: 'raised' as const };
