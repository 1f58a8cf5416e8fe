import { IDENTITY, type Matrix } from './ink.ts';

/** Six numbers as a matrix; without them the one that changes nothing. */
export function matrixOf(value: unknown): Matrix {
  if (!isNumbers(value)) return IDENTITY;
  return [value[0] ?? 1, value[1] ?? 0, value[2] ?? 0, value[3] ?? 1, value[4] ?? 0, value[5] ?? 0];
}

export function isNumbers(value: unknown): value is ArrayLike<number> & Iterable<number> {
  return (Array.isArray(value) || value instanceof Float32Array) && typeof value[0] === 'number';
}

/** A number among the operands of an operator, 0 if there is none. */
export function numberAt(args: readonly unknown[], index: number): number {
  const value = args[index];
  return typeof value === 'number' ? value : 0;
}

/** The operands of an operator, which pdf.js leaves out where there are none. */
export function listOf(operands: unknown): readonly unknown[] {
  return Array.isArray(operands) ? operands : [];
}
