import { linesOf, type Source } from '../../../page/source.ts';
import type { Cell, Table } from '../../../page/table.ts';
import type { Token } from '../../../page/token.ts';
import type { Owned } from '../../document.ts';
import { fits, lettersOf } from './letters.ts';
import { wholeOf } from './parts.ts';

/** Says of every printed token what it is: each belongs to one element, whatever else it could be. */
export class Ownership {
  readonly #owners = new Map<Token, string>();

  claim(tokens: Iterable<Token>, element: string): void {
    for (const token of tokens) if (!this.#owners.has(token)) this.#owners.set(token, element);
  }

  claimCells(cells: Iterable<Cell>, element: string): void {
    for (const cell of cells) this.claim(tokensIn(wholeOf(cell)), element);
  }

  has(token: Token): boolean {
    return this.#owners.has(token);
  }

  of(token: Token): string | undefined {
    return this.#owners.get(token);
  }
}

/** The tokens of a cell. */
export function tokensIn({ lines }: Cell): readonly Token[] {
  return lines.flatMap(({ tokens }) => tokens);
}

/** What is printed in a table below its boxhead and belongs to nothing that is declared. */
export function unreadIn(table: Table, headRows: number, ownership: Ownership): readonly Token[] {
  return table.cells
    .filter(({ row }) => row >= headRows)
    .flatMap(tokensIn)
    .filter((token) => !ownership.has(token));
}

/**
 * The elements of the whole source in its order. Text outside of declared tables is left out by a rule (`ignored`), is
 * there because a page is a page (`furniture`), cannot be seen (`hidden`), or is `not_read`.
 */
export function ownedIn(
  source: Source,
  ignored: readonly string[],
  ownership: Ownership,
  indexOf: (offset: number) => number,
): readonly Owned[] {
  const owned: { element: string; from: number; to: number }[] = [];
  const tokens: { readonly token: Token; readonly element: string }[] = [];
  for (const { blocks } of source.pages) {
    for (const block of blocks) {
      const lines = linesOf(block);
      const isIgnored = block.kind !== 'table' && ignored.some((pattern) => fits(lettersOf(lines), pattern));
      for (const line of lines) {
        const isLine = isIgnored || ignored.some((pattern) => fits(lettersOf([line]), pattern));
        const other =
          block.kind === 'unseen'
            ? 'hidden'
            : isLine
              ? 'ignored'
              : block.kind === 'furniture'
                ? 'furniture'
                : 'not_read';
        for (const token of line.tokens) tokens.push({ token, element: ownership.of(token) ?? other });
      }
    }
  }
  tokens.sort((one, other) => one.token.span.start - other.token.span.start);
  for (const { token, element } of tokens) {
    const { start, end } = token.span;
    const from = indexOf(start);
    // What is no part of the text owns none of it: before a page number may stand the place of an empty last cell.
    const to = end > start ? indexOf(end - 1) + 1 : from;
    const before = owned.at(-1);
    if (before !== undefined && before.element === element && before.to === from) before.to = to;
    else owned.push({ element, from, to });
  }
  return owned;
}
