import type { Source } from '../page/source.ts';
import { plainPrint } from '../page/token.ts';
import type { InkPage, InkToken } from './layout/ink.ts';
import { sourceOf } from './layout/source.ts';
import { linesOf } from './pages.ts';
import type { PageRange } from './pdf/source.ts';
import { plainText } from './text-file.ts';
import { wordsIn } from './words.ts';

/** A text that keeps its columns, as pages whose unit is a character: a line is one high, a letter one wide. */
export function columnedText(bytes: Uint8Array, file: string, range?: PageRange): Source {
  const text = plainText(bytes, file);
  const pages = new Map<number, InkToken[]>();
  const firstLines = new Map<number, number>();
  for (const { number, start, end, page } of linesOf(text)) {
    const tokens = pages.get(page) ?? [];
    pages.set(page, tokens);
    const first = firstLines.get(page) ?? number;
    firstLines.set(page, first);
    tokens.push(...tokensIn(text.slice(start, end), number - first));
  }
  const inked = [...pages].map(([number, tokens]) => pageOf(number, tokens));
  const isAsked = ({ number }: InkPage): boolean =>
    range === undefined || (number >= range.first && number <= range.last);
  return sourceOf(inked.filter(isAsked), file, 'character');
}

function tokensIn(line: string, top: number): InkToken[] {
  const tokens: InkToken[] = [];
  let end = 0;
  for (const { text, left, right } of wordsIn(line)) {
    tokens.push({
      text,
      box: { left, right, top, bottom: top + 1 },
      baseline: top + 1,
      print: plainPrint(1),
      joined: false,
      spaced: tokens.length > 0 && left - end === 1,
      spacing: 0,
      mark: -1,
    });
    end = right;
  }
  return tokens;
}

function pageOf(number: number, tokens: readonly InkToken[]): InkPage {
  return {
    number,
    width: Math.max(0, ...tokens.map(({ box }) => box.right)),
    height: Math.max(0, ...tokens.map(({ box }) => box.bottom)),
    tokens,
    sideways: [],
    unseen: [],
    rules: [],
    fills: [],
    drawn: [],
    tagged: [],
  };
}
