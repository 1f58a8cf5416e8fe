import type { Box } from '../page/place.ts';
import type { Line, Token } from '../page/token.ts';

/** A line of a source before it is known where it stands in the text. */
export interface UnwrittenLine {
  readonly tokens: readonly Omit<Token, 'span'>[];
  readonly box: Box | undefined;
  readonly baseline: number | undefined;
}

/** Writes the text of a source and knows where each token of it stands. */
export class SourceText {
  text = '';

  put(text: string): void {
    this.text += text;
  }

  line(line: UnwrittenLine): Line {
    const own = this.part(line, false);
    this.text += '\n';
    return own;
  }

  /** A line of a cell; all but the first stand behind a space. */
  part({ tokens, box, baseline }: UnwrittenLine, isNext: boolean): Line {
    if (isNext) this.text += ' ';
    const placed = tokens.map(({ text, box: own, print, joined, remark }, index) => {
      if (index > 0 && !joined) this.text += ' ';
      const start = this.text.length;
      this.text += text;
      const span = { start, end: this.text.length };
      return { text, span, box: own, print, joined: joined && index > 0, ...(remark && { remark }) };
    });
    return { tokens: placed, box, baseline };
  }

  /** The cells of a table, row by row, with a tab before each column but the first. */
  cells<
    C extends { readonly row: number; readonly column: number; readonly lines: readonly UnwrittenLine[] },
  >(cells: readonly C[]): readonly (Omit<C, 'lines'> & { readonly lines: readonly Line[] })[] {
    let [row, column] = [0, 0];
    const written = cells.map((cell) => {
      for (; row < cell.row; row += 1) {
        this.put('\n');
        column = 0;
      }
      for (; column < cell.column; column += 1) this.put('\t');
      return { ...cell, lines: cell.lines.map((line, index) => this.part(line, index > 0)) };
    });
    this.put('\n');
    return written;
  }
}
