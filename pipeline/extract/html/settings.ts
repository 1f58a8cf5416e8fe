import { type Settings, setting } from '../../page/setting.ts';

/** Every number by which a page of HTML is read. `etl look --settings` prints them. */
export const SETTINGS = {
  charsetWithin: setting(
    4096,
    'bytes',
    'four times as far as the standard has browsers look for the encoding of a page',
  ),
  mostColumns: setting(1000, 'columns', 'no cell spans more: the limit that the standard sets browsers'),
  mostRows: setting(65_534, 'rows', 'no cell spans more: the limit that the standard sets browsers'),
  wideSpace: setting(2, 'spaces', 'groups of digits of one number are parted by one; two part two numbers'),
  large: setting(1.2, 'em of the text around', 'the size that browsers give to big'),
  small: setting(0.83, 'em of the text around', 'the size that browsers give to small, sub and sup'),
  leastSize: setting(
    0.15,
    'em',
    'of text of 12 pt that is 1.8 pt; of print, what is lower than 2 pt is not read either',
  ),
  markSize: setting(
    0.9,
    'em',
    'a digit this much smaller than those before it is a mark of theirs, as in print',
  ),
  leastRise: setting(
    0.1,
    'em',
    'a pixel or so, by which styles put icons right, is less; marks are raised by 0.3',
  ),
  leastContrast: setting(
    0.08,
    'of the channel that differs most',
    'the same as in print: letters that differ less from their ground are not seen',
  ),
  longestSelector: setting(
    4096,
    'characters',
    'rules within rules multiply their selectors; a longer one is made to take all memory there is',
  ),
  leastShift: setting(
    0.25,
    'em',
    'half of a digit, which is half an em wide: what moves aside by less passes no other',
  ),
  leastStep: setting(
    0.8,
    'em',
    'marks are raised by half a letter; what moves up or down by most of a line stands in another one',
  ),
  narrowest: setting(
    0.4,
    'em',
    'of digits that are set narrow; what has more of them than its box has room for is cut off',
  ),
  furthest: setting(
    20,
    'em',
    'a number is a few em wide, and a cell of labels twenty: what is put further off stands in none of them',
  ),
  leastHeight: setting(
    0.75,
    'em',
    'digits reach from a fifth of a line to most of its height: of a box that is lower a part of them is seen',
  ),
  leastGap: setting(
    0.15,
    'em',
    'half of it parts nothing that a reader sees parted; a space is a quarter, thousands are set apart by as much',
  ),
  space: setting(0.25, 'em', 'as wide as a space is printed: so many of them a gap is as wide as'),
  deepest: setting(
    512,
    'elements',
    'browsers nest no deeper; a page that does is made to exhaust whoever reads it',
  ),
  mostSums: setting(
    64,
    'sums',
    'in one value of a style sheet; a scale of sizes that grows with the screen has five, and one of thousands takes time',
  ),
  mostNamed: setting(
    8,
    'own properties',
    'that many name each other in a style sheet of a design system; a ring of them has no end',
  ),
  screenWidth: setting(
    1280,
    'px',
    'a page is read as on a usual screen, which is no phone: as it is printed',
  ),
  shown: setting(40, 'characters', 'five words or so: where in a text something stands'),
  screenHeight: setting(800, 'px', 'wider than high, as a usual screen is'),
} as const satisfies Settings;
