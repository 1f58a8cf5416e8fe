import { type Settings, setting } from '../../page/setting.ts';

/**
 * Every number by which a PDF's drawing is read. `etl look --settings` prints them. Each was tried at other values on 54
 * PDFs, of each kind in which a value was once read wrongly and of each way to print a table: so far they were read alike.
 */
export const SETTINGS = {
  middleOfLetter: setting(
    0.3,
    'em above the baseline',
    'what lies beyond a clip, or under another drawing, there is not seen; the PDFs tried are read alike from 0.12 to 0.75',
  ),
  levelClip: setting(
    0.01,
    'pt',
    'corners of a level rectangle that is written in two decimals are off by so much; the PDFs tried are read alike from 0.004 to 0.025',
  ),
  largestSpeck: setting(60, 'pt', 'what is wider or higher is no sign in a line of text'),
  smallestSpeck: setting(0.1, 'pt', 'what is smaller is dust'),
  shortestSlant: setting(3, 'pt', 'a shorter line that slants is a part of something drawn'),
  straightPiece: setting(
    0.05,
    'pt',
    'a piece of a drawn line that leaves its axis by less is level or upright: coordinates are rounded to hundredths',
  ),
  thinSlant: setting(1.5, 'pt', 'a slanting line that is filled, and not stroked, is no thicker'),
  longestCut: setting(400, 'numbers', 'a clip of more coordinates cuts out a picture, and no text'),
  digitHeight: setting(0.7, 'em', 'digits of the usual fonts are 0.66 to 0.73 em high'),
  slantAtEdge: setting(0.1, 'of its width', 'a line that only grazes the edge of a digit does not cross it'),
  uprightAtEdge: setting(
    0.2,
    'of its width',
    'a border that a number runs into covers less of its first or last digit',
  ),
  slantLowest: setting(
    0.08,
    'em above the baseline',
    'a line that slants through a digit crosses it above this',
  ),
  slantHighest: setting(0.62, 'em above the baseline', 'and below this: digits are 0.7 em high'),
  flatLetter: setting(
    12,
    'times as wide as high, or as high as wide',
    'letters are set at most a third wider or narrower; one so flat is a line that nobody reads',
  ),
  shortestMinus: setting(
    0.18,
    'em of the digit beside it',
    'the bar of a hyphen is 0.24 em long, a full stop 0.1 em',
  ),
  longestMinus: setting(
    1.7,
    'em of the digit beside it',
    'a dash is 1 em long, two of them with a gap 1.6 em; a longer stroke is a rule',
  ),
  thickestMinus: setting(0.45, 'em', 'a bar as thick as that is a box'),
  lowestMinus: setting(
    0.08,
    'em above the baseline',
    'a minus lies in the middle of the digits, an underline below',
  ),
  highestMinus: setting(
    0.6,
    'em above the baseline',
    'a minus lies in the middle of the digits, a rule above',
  ),
  minusIntoDigit: setting(
    0.12,
    'em',
    'a stroke that reaches further into its digit strikes it out; the PDFs tried are read alike from 0.048 to 0.3',
  ),
  minusApart: setting(
    2,
    'em',
    'a sign that stands at the left of its cell, and the number at the right; columns stand further apart',
  ),
  smallestSign: setting(
    0.25,
    'em',
    'a bracket or an arrow is higher; a dot is a leader, unless it parts two digits',
  ),
  largestSign: setting(1.1, 'em', 'brackets are 1 em high; the shading of a cell is higher than its line'),
  signApart: setting(0.5, 'em', 'a sign other than a minus stands right beside its number'),
  deepestSign: setting(0.3, 'em below the baseline', 'brackets reach 0.2 em below it'),
  oneSign: setting(0.15, 'em', 'parts of one sign, such as the dashes of a minus, lie no further apart'),
  strokeAtRule: setting(0.4, 'pt', 'a stroke that ends so near to a rule is a part of it'),
  partsOfCurve: setting(
    4,
    'parts',
    'a letter that is drawn as a path would be as flat as a border by its end alone',
  ),
  accentReach: setting(
    0.6,
    'em',
    'an accent that is drawn by itself is placed so near to its letter; the PDFs tried are read alike from 0.24 to 1.5',
  ),
  samePlace: setting(
    0.12,
    'em',
    'a glyph that is drawn twice nearly in place is how some producers set bold; the PDFs tried are read alike from 0.048 to 0.192, at 0.3 28 of 54 are not',
  ),
  opaque: setting(
    0.99,
    'of full ink',
    'what lets less through covers what lies under it; the PDFs tried are read alike from 0.396 to 0.99',
  ),
  levelArea: setting(
    0.01,
    'pt',
    'corners of a level rectangle that is written in two decimals are off by so much; the PDFs tried are read alike from 0.004 to 0.025',
  ),
  thickestRule: setting(
    3.5,
    'pt',
    'a thicker border is an area; the PDFs tried are read alike from 1.4 to 8.75',
  ),
  thinnestPen: setting(
    1,
    'pt',
    'a border along the edge of a clip lies half a pen beyond it; hairlines off by the rounding of the clip',
  ),
  thinnestArea: setting(
    1.2,
    'pt',
    'bands that letters stand on or lie under, side by side, are thicker; borders of tables are up to 1 pt',
  ),
  shortestRule: setting(
    2,
    'pt',
    'shorter strokes are dots or ornaments; dashes of a border are joined later; the PDFs tried are read alike from 0.8 to 5',
  ),
  leastContrast: setting(
    20,
    'of 255, in the channel that differs most',
    'letters that differ less from what lies under them are not seen; the PDFs tried are read alike from 8 to 50',
  ),
  smallestLetter: setting(
    2,
    'pt',
    'lower letters cannot be read on paper; the PDFs tried are read alike from 0.8 to 5',
  ),
  smallerThanOthers: setting(
    0.35,
    "of the page's usual height",
    'a page that is drawn in another scale altogether has all its letters small; the PDFs tried are read alike from 0.14 to 0.875',
  ),
  lowestStrike: setting(
    0.13,
    'em above the baseline',
    'a line that strikes out lies in the middle of the letters; the PDFs tried are read alike from 0.052 to 0.208, at 0.325 1 of 54 is not',
  ),
  highestStrike: setting(
    0.45,
    'em above the baseline',
    'a line that strikes out lies in the middle of the letters; the PDFs tried are read alike from 0.36 to 0.72, at 0.27 1 of 54 is not, at 1.13 10 of 54 are not',
  ),
  alikeInSize: setting(0.93, 'of the other', 'a digit that is smaller by more is a mark by its size'),
  struckBeside: setting(
    0.15,
    'em',
    'a number of which some digits are struck out and others not: its digits stand so near, a correction does not',
  ),
  dashesOfStrike: setting(2.5, 'pt', 'the dashes of one line lie no further apart'),
  crossedLowest: setting(
    0.04,
    'em above the baseline',
    'a line that crosses digits lies above it; one that underlines them below',
  ),
  crossedHighest: setting(0.64, 'em above the baseline', 'a line that crosses digits lies below their heads'),
  struckShare: setting(
    0.6,
    "of a letter's width",
    'a line that strikes a letter out crosses so much of it; the PDFs tried are read alike from 0.24 to 0.96, at 1.5 1 of 54 is not',
  ),
  twinApart: setting(
    0.3,
    'em',
    'one letter drawn twice to look bold lies so near; letters never stand so; the PDFs tried are read alike from 0.18 to 0.75, at 0.12 1 of 54 is not',
  ),
  twinOfItsWidth: setting(
    0.5,
    'of its width',
    'one letter drawn twice to look bold lies so near; letters never stand so; the PDFs tried are read alike from 0.3 to 0.8, at 0.2 1 of 54 is not, at 1.25 28 of 54 are not',
  ),
  drawnOver: setting(
    0.7,
    'of its width',
    'two digits that lie so near are drawn over each other, and neither is read; the PDFs tried are read alike from 0.12 to 0.75',
  ),
  drawnOverLeast: setting(
    0.1,
    'em',
    'two digits that lie so near are drawn over each other, however narrow their font says that they are',
  ),
  drawnOverLevel: setting(0.15, 'em', 'and so level; the PDFs tried are read alike from 0.06 to 0.375'),
  leftOfDigit: setting(
    0.25,
    'of its width',
    'the ink of all digits but a 1 begins before it, and ends as far from the other side',
  ),
  feetOfDigit: setting(
    0.1,
    'em above the baseline',
    'a clip or the ground of the next row reaches into digits by less',
  ),
  headOfDigit: setting(0.6, 'em above the baseline', 'digits are 0.66 to 0.73 em high'),
  middleOfStop: setting(
    0.04,
    'em above the baseline',
    'a full stop is 0.1 em high; so is what of a comma is above the line',
  ),
  overdrawn: setting(
    0.15,
    "of a digit's width",
    'letters that reach less far over it touch it; those of one number stand beside each other',
  ),
  pictureOfPage: setting(
    0.5,
    'of the page',
    'a picture that covers so much of a page is the page: a scan; the PDFs tried are read alike from 0.2 to 1.25',
  ),
  hiddenSameLine: setting(
    0.6,
    'em',
    'hidden text whose baseline is so near stands in the line of what is seen; the PDFs tried are read alike from 0.24 to 1.5',
  ),
  turnedPage: setting(
    0.75,
    'of the letters',
    'a page is turned when more of its letters are; the PDFs tried are read alike from 0.6 to 1.88, at 0.45 1 of 54 is not',
  ),
  runBaseline: setting(
    0.1,
    'em',
    'letters whose baselines differ by less stand on one line; the PDFs tried are read alike from 0.04 to 0.25',
  ),
  runGap: setting(0.8, 'em', 'a wider gap begins a new run; the PDFs tried are read alike from 0.32 to 2'),
  runSameSize: setting(
    1.08,
    'times as large',
    'a change of size by more begins a new run; the PDFs tried are read alike from 1.08 to 1.35, at 0.864 2 of 54 are not, at 1.73 1 of 54 is not',
  ),
  longestMark: setting(
    6,
    'glyphs',
    'a raised text that is longer is no mark; the PDFs tried are read alike from 2.4 to 15',
  ),
  lowestRise: setting(
    0.08,
    'em of its text',
    'a mark is raised by more; the PDFs tried are read alike from 0.032 to 0.2',
  ),
  highestRise: setting(
    0.75,
    'em of its text',
    'what is raised by more stands in another line; the PDFs tried are read alike from 0.45 to 0.75, at 0.3 15 of 54 are not, at 0.938 7 of 54 are not',
  ),
  lowestDrop: setting(
    0.05,
    'em of its text',
    'what is lowered by less is level; the PDFs tried are read alike from 0.02 to 0.125',
  ),
  deepestDrop: setting(
    0.4,
    'em of its text',
    'what is lowered by more stands in another line; the PDFs tried are read alike from 0.16 to 0.64, at 1 3 of 54 are not',
  ),
  clearRise: setting(
    0.1,
    'em',
    'digits that stand off by more than two letters of one line do, beside others, are no part of them',
  ),
  besideLine: setting(
    0.8,
    'em',
    'digits that stand off those beside them by less than a line are no part of them so near',
  ),
  touching: setting(
    0.12,
    'em',
    'what is as large as the text before it and raised is a mark of it so near; columns and words stand further apart',
  ),
  rightBehind: setting(
    0.3,
    'em',
    'what is nearer stands right behind; the PDFs tried are read alike from 0.12 to 0.75',
  ),
} as const satisfies Settings;
