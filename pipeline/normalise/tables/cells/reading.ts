import { layerOfPages } from '../../../extract/source-layer.ts';
import type { Remark, TextLayer } from '../../../extract/text-layer.ts';
import type { Span } from '../../../page/place.ts';
import { linesOf, type Source } from '../../../page/source.ts';
import type { Cell } from '../../../page/table.ts';
import { type Token, UNKNOWN } from '../../../page/token.ts';
import { type Ink, indexAt, takeInk } from '../../reading/ink.ts';
import { Ownership, tokensIn } from './ownership.ts';
import { wholeOf } from './parts.ts';
import { type PlacedTable, placedTables } from './placed-tables.ts';

/** What all tables of a document are read with. */
export interface Reading {
  readonly source: Source;
  readonly layer: TextLayer;
  readonly ink: Ink;
  readonly tables: readonly PlacedTable[];
  readonly ownership: Ownership;
  readonly indexOf: (offset: number) => number;
  readonly emptyAt: (cell: Cell) => number;
}

/** Prepares a source for its tables. */
export function readingOf(source: Source): Reading {
  const layer = layerByCells(source);
  const ink = takeInk(layer);
  const indexOf = (offset: number): number => indexAt(ink, offset);
  const empty = new Map<Cell, number>();
  for (const { blocks } of source.pages) {
    let end = 0;
    for (const block of blocks) {
      if (block.kind !== 'table') {
        end = linesOf(block).at(-1)?.tokens.at(-1)?.span.end ?? end;
        continue;
      }
      for (const cell of block.cells) {
        end = tokensIn(cell).at(-1)?.span.end ?? end;
        empty.set(cell, end === 0 ? 0 : indexOf(end - 1) + 1);
      }
    }
  }
  return {
    source,
    layer,
    ink,
    tables: placedTables(source),
    ownership: new Ownership(),
    indexOf,
    emptyAt: (cell) => empty.get(wholeOf(cell)) ?? 0,
  };
}

/** The first line of a page that holds anything. */
export function firstLine({ layer }: Reading, page: number): number {
  return layer.lines.find((line) => line.page === page && line.end > line.start)?.number ?? 1;
}

/** Text that nobody sees in a table is not read, and the build says so. */
export function hiddenRemarks({ pages }: Source, { ownership }: Reading): readonly string[] {
  return pages.flatMap(({ number, blocks }) => {
    const boxes = blocks.flatMap((block) =>
      block.kind === 'table' &&
      block.cells.some((cell) => tokensIn(cell).some((token) => ownership.has(token))) &&
      block.box !== undefined
        ? [block.box]
        : [],
    );
    return blocks.flatMap((block) =>
      block.kind !== 'unseen'
        ? []
        : block.lines.flatMap(({ tokens }) =>
            tokens.flatMap(({ text, box, print }) =>
              box !== undefined &&
              boxes.some(
                (own) =>
                  box.left < own.right &&
                  box.right > own.left &&
                  box.top < own.bottom &&
                  box.bottom > own.top,
              )
                ? [
                    `page ${number}: hidden text "${text}" in a table (${print.hidden ?? 'unseen'}), which is not read`,
                  ]
                : [],
            ),
          ),
    );
  });
}

/**
 * The text of a source as a text layer: its breaks between cells are certain where its columns are, and what is drawn
 * that nobody can read stops whatever it touches.
 */
function layerByCells(source: Source): TextLayer {
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
