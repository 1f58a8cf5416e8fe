import type { Codelist } from '../template/codelist.ts';
import type { Slot } from '../template/plan.ts';
import { SETTINGS } from './settings.ts';

/** A unit that one wrong word makes of another: billions where trillions are meant. */
export interface Scale {
  readonly unit: string;
  /** How many of the printed unit it is. */
  readonly factor: number;
}

/** Finds the units of the code list that are one such word away from that of a slot. */
export function scalesIn(
  list: Codelist | undefined,
  slots: readonly Slot[],
): (slot: number) => readonly Scale[] {
  const step = SETTINGS.unitStep.value;
  const units = new Map(
    (list?.entries ?? []).map(({ code, fields: { base = '', multiplier = '' } }) => [
      code,
      base === '' ? { base: code, size: 1 } : { base, size: Number(multiplier) },
    ]),
  );
  return (index) => {
    const own = units.get(slots[index]?.unit ?? '');
    if (own === undefined) return [];
    return [...units].flatMap(([unit, { base, size }]): Scale[] => {
      const factor = size / own.size;
      return base === own.base && (factor === step || factor === 1 / step) ? [{ unit, factor }] : [];
    });
  };
}
