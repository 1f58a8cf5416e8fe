import { type Settings, setting } from '../../page/setting.ts';

/** Every number by which a DOCX file is read. `etl look --settings` prints them. */
export const SETTINGS = {
  mostBytes: setting(
    268_435_456,
    'bytes',
    'what unpacks to more is made to take all memory; the first report has 362 thousand bytes of text',
  ),
  usualSize: setting(20, 'half points', 'the size of text that says nothing of its size, by the standard'),
  usualWidth: setting(100, '% of the width of a letter', 'of text that says nothing of it, by the standard'),
  leastWidth: setting(
    10,
    '% of the width of a letter',
    'a digit of 12 pt is then 0.6 pt wide: a stroke; condensed print has 60 and more',
  ),
  leastRoom: setting(
    2,
    'pt a letter',
    'letters of 4 pt are 2 pt wide: what is squeezed into less room cannot be told apart',
  ),
  leastHeight: setting(
    5,
    'pt',
    'of lines, rows and columns that do not grow: half of a letter of usual size, and less of it is not told from others',
  ),
  cellMargins: setting(
    10.8,
    'pt',
    'what stays free left and right of what stands in a cell, where nothing is said of it',
  ),
  narrowLetter: setting(
    0.4,
    'em',
    'digits are 0.5 wide and those of narrow fonts 0.41: what is too long even so is broken',
  ),
  leastStep: setting(
    0.5,
    'of the width of a column',
    'borders of a row are put right by some points; half a column further is the border of another',
  ),
  clearest: setting(95_000, 'thousandths of a percent', 'of a fill that lets more through nothing is seen'),
  mostParents: setting(
    50,
    'styles',
    'a style may rest on so many others; one that rests on itself has no end',
  ),
} as const satisfies Settings;
