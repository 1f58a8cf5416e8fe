import type { Line, Remark, TextLayer } from '../../extract/text-layer.ts';
import type { Span } from '../../page/place.ts';
import { linesOf, type Page, type Source } from '../../page/source.ts';
import type { Token } from '../../page/token.ts';

/** Drawn, and nobody knows which character it is. */
const UNKNOWN = '\ufffd';
const HAS_TAB = /\t/g;

/**
 * The text of a source as a text layer: with its lines and pages, the breaks between cells that are certain, what is
 * raised, and what is drawn that nobody can read.
 */
export function layerOf(source: Source): TextLayer {
  const raised: Span[] = [];
  const remarks: Remark[] = [];
  const cellBreaks: number[] = [];
  for (const { blocks } of source.pages) {
    for (const block of blocks) {
      for (const { tokens } of linesOf(block)) {
        for (const token of tokens) {
          if (token.print.stands !== 'level') raised.push(token.span);
          if (block.kind !== 'unseen') remarks.push(...remarksOn(token));
        }
      }
      if (block.kind !== 'table' || block.columnsToldBy === 'none') continue;
      const spans = block.cells.flatMap(({ lines }) =>
        lines.flatMap(({ tokens }) => tokens.map(({ span }) => span)),
      );
      const [from, to] = [
        Math.min(...spans.map(({ start }) => start)),
        Math.max(...spans.map(({ end }) => end)),
      ];
      if (spans.length === 0) continue;
      for (const { index } of source.text.slice(from, to).matchAll(HAS_TAB)) cellBreaks.push(from + index);
    }
  }
  const byStart = (one: Span, other: Span): number => one.start - other.start;
  return {
    file: source.file,
    text: source.text,
    lines: linesIn(source),
    evidence: {
      cellBreaks: cellBreaks.sort((one, other) => one - other),
      raised: raised.sort(byStart),
      remarks: remarks.sort(byStart),
      notes: source.notes ?? [],
    },
  };
}

function remarksOn({ text, span, print }: Token): readonly Remark[] {
  if (print.overlaid !== undefined) return [{ ...span, stops: true, says: print.overlaid }];
  if (text.includes(UNKNOWN))
    return [
      { ...span, stops: true, says: `"${text}", in which something is drawn whose character nobody knows` },
    ];
  return print.struck
    ? [{ ...span, stops: false, says: `struck-out text beside it, which is not read: "${text}"` }]
    : [];
}

function linesIn({ text, pages }: Source): readonly Line[] {
  const starts = pages.map((page) => ({
    page: page.number,
    start: startOf(page) ?? Number.POSITIVE_INFINITY,
  }));
  let start = 0;
  let page = pages[0]?.number ?? 1;
  let next = 1;
  return text.split('\n').map((line, index): Line => {
    const end = start + line.length;
    while (next < starts.length && (starts[next]?.start ?? 0) <= end) {
      page = starts[next]?.page ?? page;
      next += 1;
    }
    const own = { number: index + 1, start, end, page };
    start = end + 1;
    return own;
  });
}

function startOf({ blocks }: Page): number | undefined {
  const starts = blocks.flatMap((block) =>
    linesOf(block).flatMap(({ tokens }) => tokens.map(({ span }) => span.start)),
  );
  return starts.length === 0 ? undefined : Math.min(...starts);
}
