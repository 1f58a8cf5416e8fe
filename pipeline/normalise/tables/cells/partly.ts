import type { Finding, Place } from '../../../page/finding.ts';
import type { Source } from '../../../page/source.ts';
import type { DeclaredReading } from '../../../template/document.ts';
import { type Partly, withoutCells } from '../../document.ts';
import { decidedPartly } from '../deciding/deciding.ts';
import { withCausesInCells } from '../deciding/print-remarks.ts';
import { declaredRows, normalisedOf } from './read-tables.ts';
import { settled } from './settled.ts';

/**
 * Reads the declared tables by the places of their cells as `normaliseTables` does, and leaves out what is at fault: rows
 * that cannot be read in one way, tables whose numbers cannot, cells that the drawing speaks against.
 */
export function normaliseTablesPartly(
  drawn: Source,
  document: DeclaredReading,
  reached: (place: Place) => void = () => undefined,
): Partly {
  const { reading, rows, findings } = declaredRows(drawn, document, reached);
  const told: Finding[] = [...findings];
  for (let left = rows; ; ) {
    const { doubts, ...result } = settled(reading, left, document, decidedPartly);
    told.push(...doubts);
    if (doubts.length > 0) {
      const doubted = new Set(doubts.map(({ place }) => place.table));
      left = left.filter(({ read }) => !doubted.has(read.item.slots[0]?.table));
      continue;
    }
    told.push(...result.findings);
    const { normalised, findings: drawnFindings } = normalisedOf({ reading, ...result }, document);
    told.push(...drawnFindings);
    return {
      normalised: withoutCells(normalised, drawnFindings),
      findings: withCausesInCells(told, reading.layer),
    };
  }
}
