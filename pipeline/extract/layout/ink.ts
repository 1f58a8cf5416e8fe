import type { Box } from '../../page/place.ts';
import type { Line, Token } from '../../page/token.ts';

/** A token that has a place, before it is known where it stands in the text layer. */
export interface InkToken extends Omit<Token, 'span' | 'box'> {
  readonly box: Box;
  /** y of the foot of the letters of its line: a raised token has that of the text it belongs to. */
  readonly baseline: number;
  /** Whether one drawn space, and no more, parts it from the token before: however wide that is, it is no gap. */
  readonly spaced: boolean;
  /** Extra distance between its letters, 0 but for text that was spread. */
  readonly spacing: number;
  /** Number by which the file's structure names the content it was drawn in; negative where nothing does. */
  readonly mark: number;
  /** Where it goes on behind a number with a point that was drawn by itself: `10.` before `Words` in `10.Words`. */
  readonly cut?: DrawnCut;
}

/** A place between two letters of a token, each drawn by itself. */
export interface DrawnCut {
  /** How many characters stand before it. */
  readonly at: number;
  /** x where what stands before it ends, and where what stands behind it begins. */
  readonly right: number;
  readonly left: number;
}

/** A straight line on the page, upright or level. */
export interface Rule {
  readonly axis: 'level' | 'upright';
  /** The coordinate that is constant: y of a level rule, x of an upright one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Something that is drawn and is no letter. */
export interface DrawnThing {
  readonly box: Box;
  readonly isPicture: boolean;
}

/** A table as the file's own structure tells it: the marks of the content of each cell, row by row. */
export type TaggedTable = readonly (readonly (readonly number[])[])[];

/** A table that a text draws with its characters: bars and dashes, or a tab between each two cells. */
export interface WrittenTable {
  readonly rows: number;
  readonly columns: number;
  readonly headRows: number;
  readonly toldBy: 'ruled' | 'marked up';
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly rowSpan: number;
    readonly columnSpan: number;
    readonly tokens: readonly InkToken[];
  }[];
}

/** What a reader of files gives to the layout: all that is drawn on a page, in the page's own unit. */
export interface InkPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Text in the page's direction of reading, line by line or not. */
  readonly tokens: readonly InkToken[];
  /** Text in other directions, at its place on the page. */
  readonly sideways: readonly InkToken[];
  /** Text that the file draws and nobody can see. */
  readonly unseen: readonly InkToken[];
  readonly rules: readonly Rule[];
  /** Filled areas: the shading of rows and cells, bars of charts. */
  readonly fills: readonly Box[];
  /** Pictures, and what is drawn as small as letters are. */
  readonly drawn: readonly DrawnThing[];
  readonly tagged: readonly TaggedTable[];
  /** Tables that are written, whose tokens are none of those above. */
  readonly written?: readonly WrittenTable[];
}

/** A line of the page model whose tokens have no span yet. */
export interface InkLine extends Omit<Line, 'tokens' | 'box' | 'baseline'> {
  readonly tokens: readonly InkToken[];
  readonly box: Box;
  readonly baseline: number;
}
