import type { Declarations } from './css-rules.ts';

/**
 * How an element is laid out, as far as styles of sizes and places hold for it: letters in a line have no width, cells and
 * rows grow with what stands in them, and `display: contents` leaves no box at all.
 */
export type Box = 'inline' | 'inline block' | 'cell' | 'row' | 'none' | 'block';

const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
form frame h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre
search section summary table tbody td tfoot th thead tr ul xmp`.split(/\s+/),
);
/** In a line, and with a box of their own all the same. */
const BOXES_IN_LINES = new Set('button img input marquee meter progress select textarea'.split(' '));
const ROWS = new Set('tr thead tbody tfoot'.split(' '));
const SETS_OUT = /(?:flex|grid)$/;

/** Whether an element is a block where no style says how it is laid out. */
export function isBlockByName(name: string): boolean {
  return BLOCKS.has(name);
}

/** Whether what stands in an element that is laid out so is set out one beside the other, each by itself. */
export function setsOut(display: string | undefined): boolean {
  return SETS_OUT.test(display ?? '');
}

/** The box of an element within one that is laid out as `outer` says. */
export function boxOf(name: string, style: Declarations, outer: string | undefined): Box {
  const display = style.get('display');
  if (display === 'contents') return 'none';
  const isApart = /^(?:left|right|inline)/.test(style.get('float') ?? '') || isPlaced(style);
  if (isApart || setsOut(outer)) return 'block';
  switch (display) {
    case undefined:
      if (name === 'td' || name === 'th') return 'cell';
      if (ROWS.has(name)) return 'row';
      return BLOCKS.has(name) ? 'block' : BOXES_IN_LINES.has(name) ? 'inline block' : 'inline';
    case 'inline':
      return BOXES_IN_LINES.has(name) ? 'inline block' : 'inline';
    case 'inline-block':
    case 'inline-flex':
    case 'inline-grid':
    case 'inline-table':
      return 'inline block';
    case 'table-cell':
      return 'cell';
    case 'table-row':
    case 'table-row-group':
    case 'table-header-group':
    case 'table-footer-group':
      return 'row';
    default:
      return 'block';
  }
}

const OF_BOXES =
  'content-visibility height margin-top max-height max-width overflow text-indent transform width';
/** What styles say of sizes and places, and what holds for no box of a kind. */
const VOID: Readonly<Record<Box, readonly string[]>> = {
  block: [],
  inline: OF_BOXES.split(' '),
  // A line grows with what stands in it.
  'inline block': ['margin-top'],
  cell: 'height margin-left margin-right margin-top max-height width'.split(' '),
  row: 'height margin-left margin-right margin-top max-height max-width overflow text-indent width'.split(
    ' ',
  ),
  none: `${OF_BOXES} bottom clip clip-path filter left margin-left margin-right opacity position right top`.split(
    ' ',
  ),
};

/**
 * What of a style holds for a box: `overflow: hidden; width: 0` hides nothing of letters in a line, and nothing of a cell,
 * which grows; a clip cuts what is placed by itself alone.
 */
export function holdingFor(box: Box, style: Declarations): Declarations {
  const isVoid = (name: string): boolean => VOID[box].includes(name) || (name === 'clip' && !isPlaced(style));
  return [...style.keys()].some(isVoid) ? new Map([...style].filter(([name]) => !isVoid(name))) : style;
}

/** Whether a style takes an element out of the text around it, to a place of its own. */
export function isPlaced(style: Declarations): boolean {
  return /^(?:absolute|fixed)$/.test(style.get('position') ?? '');
}
