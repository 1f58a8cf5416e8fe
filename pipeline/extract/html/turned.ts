import type { Element } from 'domhandler';
import type { Declarations } from './css-rules.ts';

/** Turned half round, or seen in a mirror: 6 is 9 then, and 12 is 21. */
const MIRRORED = /\brotate[xy]\(|\brotate3d\(|\bscale(?:[xy]|3d)?\([^()]*-/;
const ROTATED = /\brotatez?\(\s*(-?[\d.]+)(deg|turn|rad|grad)/g;
const DEGREES: Readonly<Record<string, number>> = {
  deg: 1,
  turn: 360,
  rad: 180 / Math.PI,
  grad: 9 / 10,
};
/** Whether its characters are printed from right to left though they may be of a script that is not. */
export function isTurned({ name, attribs }: Pick<Element, 'name' | 'attribs'>, style: Declarations): boolean {
  const transform = style.get('transform') ?? '';
  const turns = [...transform.matchAll(ROTATED)].map(
    ([, turn, unit = 'deg']) => Number(turn) * (DEGREES[unit] ?? 1),
  );
  const degrees = Math.abs(turns.reduce((sum, turn) => sum + turn, 0)) % 360;
  if (MIRRORED.test(transform) || (degrees > 135 && degrees < 225)) return true;
  const isForced = name === 'bdo' || /override/.test(style.get('unicode-bidi') ?? '');
  return isForced && (attribs.dir?.toLowerCase() ?? style.get('direction')) === 'rtl';
}
