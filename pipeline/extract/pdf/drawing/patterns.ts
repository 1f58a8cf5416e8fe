import { OPS } from '../pdfjs.ts';
import { FILLS } from './rules.ts';
import { SETTINGS } from './settings.ts';

/** Whether the operators of a pattern show text, or fill outlines of more corners than a dot of a dotted one has. */
export function drawsShapes(cell: unknown): boolean {
  const of = (key: string): unknown =>
    typeof cell === 'object' && cell !== null ? Reflect.get(cell, key) : undefined;
  const [operators, operands] = [of('fnArray'), of('argsArray')];
  if (!Array.isArray(operators) || !Array.isArray(operands)) return false;
  return operators.some((operator, at) => {
    if (operator === OPS.showText) return true;
    const args: unknown = operands[at];
    const [paint, paths]: readonly unknown[] = Array.isArray(args) ? args : [];
    const data: unknown = Array.isArray(paths) ? paths[0] : undefined;
    if (operator !== OPS.constructPath || typeof paint !== 'number' || !FILLS.has(paint)) return false;
    return data instanceof Float32Array && data.length > SETTINGS.longestDot.value;
  });
}
