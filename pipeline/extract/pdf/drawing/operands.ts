import { IDENTITY, type Matrix } from './ink.ts';

/** Six numbers as a matrix; without them the one that changes nothing. */
export function matrixOf(value: unknown): Matrix {
  if (!isNumbers(value)) return IDENTITY;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = value;
  return [a, b, c, d, e, f];
}

export function isNumbers(value: unknown): value is ArrayLike<number> & Iterable<number> {
  return (Array.isArray(value) || value instanceof Float32Array) && typeof value[0] === 'number';
}

/** A number among the operands of an operator, 0 if there is none. */
export function numberAt(args: readonly unknown[], index: number): number {
  const value = args[index];
  return typeof value === 'number' ? value : 0;
}
