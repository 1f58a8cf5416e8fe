import { layerOfPages } from '../../../extract/source-layer.ts';
import type { Remark, TextLayer } from '../../../extract/text-layer.ts';
import type { Span } from '../../../page/place.ts';
import { linesOf, type Source } from '../../../page/source.ts';
import { type Token, UNKNOWN } from '../../../page/token.ts';

/**
 * The text of a source as a text layer: its breaks between cells are certain where its columns are, and what is drawn
 * that nobody can read stops whatever it touches.
 */
export function layerByCells(source: Source): TextLayer {
  const layer = layerOfPages(source);
  const blocks = source.pages.flatMap((page) => page.blocks);
  const unsure = blocks.flatMap((block): readonly Span[] => {
    if (block.kind !== 'table' || block.columnsToldBy !== 'none') return [];
    const spans = linesOf(block).flatMap(({ tokens }) => tokens.map(({ span }) => span));
    if (spans.length === 0) return [];
    return [
      { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) },
    ];
  });
  const drawn = blocks
    .filter(({ kind }) => kind !== 'unseen')
    .flatMap(linesOf)
    .flatMap(({ tokens }) => tokens.flatMap(remarksOn));
  const { cellBreaks, remarks = [] } = layer.evidence;
  return {
    ...layer,
    evidence: {
      ...layer.evidence,
      cellBreaks: cellBreaks.filter((at) => !unsure.some(({ start, end }) => at >= start && at < end)),
      remarks: [...remarks, ...drawn].sort((one, other) => one.start - other.start),
    },
  };
}

function remarksOn({ text, span, print, remark }: Token): readonly Remark[] {
  if (remark !== undefined || span.start === span.end) return [];
  if (text.includes(UNKNOWN)) {
    const says = `"${text}", in which something is drawn whose character nobody knows`;
    return [{ ...span, stops: true, says }];
  }
  const says = `struck-out text beside it, which is not read: "${text}"`;
  return print.struck ? [{ ...span, stops: false, says }] : [];
}
