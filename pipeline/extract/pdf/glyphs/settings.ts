import { type Settings, setting } from '../../../page/setting.ts';

/**
 * Every number by which the glyphs of a PDF's fonts are told. They were tried on 1401 fonts, of print and of handwriting,
 * of hairlines and of segments, and on each digit of these in the place of each other one.
 */
export const SETTINGS = {
  partsOfGlyph: setting(8, 'parts of a curve', 'a round 0 breaks open where its curves are parted in four'),
  squaresOfGlyph: setting(
    128,
    'squares each way',
    'they tell the holes of the digits of 1401 fonts tried, hairlines and heavy ones among them; 64 do not',
  ),
  smallestHole: setting(
    0.006,
    'of the squares of a drawing',
    'of 1401 fonts one has a white corner in a 3 that is as large; the holes of each 8 but one are larger',
  ),
  holeOfNine: setting(
    0.42,
    'of the height, below the head',
    'the middle of its hole lies higher, and that of a 6 lower, in all of 1401 fonts',
  ),
  gapOfParts: setting(
    0.05,
    'of the width of a drawing',
    'the digits of 2 of 1401 fonts, of dots, have parts side by side that stand so far apart',
  ),
  alikeDigit: setting(
    0.1,
    'of 1, where nothing is in common',
    'nine in ten digits are nearer to others of their kind; it is measured as one less the cosine',
  ),
  unlikeDigit: setting(
    0.11,
    'of 1, further than from another digit',
    'no digit of 1401 fonts is so much nearer to another; four of five are where one is exchanged for another',
  ),
  alikeOpenDigit: setting(0.2, 'of 1', 'the same for a digit that lacks its holes'),
  unlikeOpenDigit: setting(
    0.03,
    'of 1, further than from another digit',
    'a 6 of segments is nearer to a 5 by 0.024; 93 of 100 digits without holes are where they are said to have some',
  ),
  mirroredDigit: setting(
    0.06,
    'of 1, further than its picture in a mirror',
    'the digits of 5 of 760 fonts are, of handwriting and ornament; so are 96 of 100 of those that are mirrored',
  ),
  barAcross: setting(
    0.14,
    'of the height of a drawing',
    'all that is left at both its edges is a bar so thin: that of no digit of 760 fonts but a 4, and of each that is struck out by a bar which sticks out',
  ),
  edgeOfBar: setting(0.05, 'of the width of a drawing', 'a bar that strikes a digit out sticks out by more'),
  lowestBar: setting(0.68, 'of the height, below the head', 'the foot of a 1 or a 2 lies lower'),
  highestBar: setting(0.25, 'of the height, below the head', 'the head of a 7 lies higher'),
  partOfItsHeight: setting(
    0.8,
    'of the height of a drawing',
    'digits of one glyph are as high as each other, those of ½ half as high as it is',
  ),
  lowDigit: setting(
    0.8,
    'of the height of another above the line',
    'of 760 fonts 12, of handwriting and ornament, have digits as low that are none of old style; marks are 0.55 to 0.75',
  ),
  deepDigit: setting(
    0.1,
    'of the height of the highest digit, below the line',
    'a 3, 4, 5, 7 or 9 of old style reaches 0.2 below it, others nowhere',
  ),
  shortestDash: setting(0.18, 'em', 'of 1554 hyphens one in a hundred is shorter'),
  longestDash: setting(0.8, 'em', 'of 1190 signs for minus one in a hundred is longer'),
  lowestDash: setting(
    0.18,
    'em above the baseline',
    'hyphens, dashes and signs for minus lie higher, of all but 1 in 100 fonts',
  ),
  highestDash: setting(0.45, 'em above the baseline', 'and lower; a line above letters lies higher'),
  raisedInFont: setting(
    0.35,
    'of its height',
    'digits that a font draws raised begin higher, all but 103 of 7406; of 14010 others two do, of handwriting',
  ),
  loweredInFont: setting(
    0.045,
    'em below the baseline',
    'five of six digits that a font draws lowered begin lower',
  ),
  heightLoweredInFont: setting(
    0.48,
    'em',
    'digits that a font draws lowered are lower; those of old style that reach below the line are higher, in all but 2 of 1401 fonts',
  ),
  beyondAdvance: setting(
    0.7,
    'of its advance',
    'digits of 1401 fonts reach beyond it by less, on both sides, but for those of one of ornaments',
  ),
  widestDigit: setting(1.4, 'of its height', 'no digit of 1401 fonts is as wide, but for two of signs'),
  lowestDigit: setting(0.25, 'em', 'the digits of 1401 fonts are higher; a full stop is 0.26 em at most'),
  highestDigit: setting(
    1.6,
    'em',
    'the digits of 1401 fonts are lower, but for one that draws lines to write on',
  ),
  highestStop: setting(
    0.55,
    'em above the baseline',
    'of 1401 fonts two have a decimal sign that reaches higher',
  ),
  longComma: setting(
    1.45,
    'of its width',
    'seven of ten commas are higher for their width; one full stop is, of pixels',
  ),
  tailOfComma: setting(0.075, 'em below the baseline', 'seven of ten commas reach further down'),
  roundStop: setting(1.3, 'of its width', 'full stops are lower for their width'),
  feetOfStop: setting(0.03, 'em below the baseline', 'full stops begin higher'),
  highestDot: setting(
    0.24,
    'em',
    'full stops are lower; the commas of optical reading, which have no tail, are higher',
  ),
  barShape: setting(
    2.2,
    'times as wide as high',
    'the signs for minus of most fonts; full stops are as wide as high; the PDFs tried are read alike from 1.76 to 5.5, at 1.32 20 of 54 are not',
  ),
  tallShape: setting(
    1.1,
    'times as high as wide',
    'digits are higher than wide, those of wide fonts hardly; the PDFs tried are read alike from 0.44 to 2.75',
  ),
  squaresOfLikeness: setting(
    8,
    'squares each way',
    'as the drawings that digits are held against are written',
  ),
} as const satisfies Settings;
