import { type Settings, setting } from '../page/setting.ts';

/**
 * Every number by which a row, a header or a table is read, doubted or refused. A limit of a search that is reached is a
 * finding that says so.
 */
export const SETTINGS = {
  mostAtoms: setting(
    12,
    'pieces between white spaces in one cell',
    'a number of the report is printed in up to 4; one of thirteen digits, letter-spaced with its marks, has fewer than 12 between its groups',
  ),
  mostPieces: setting(
    120,
    'pieces of numbers between the parts of a label of which no row is known',
    'ten columns of the most pieces that a cell may have',
  ),
  longestNumber: setting(
    24,
    'characters of a number between words, or beside a raised mark',
    'the longest number of the report has 13 without its white space',
  ),
  widestSpace: setting(
    1.1,
    'em of the text, or characters of a text that keeps its columns, within a number',
    'a space between groups of digits is a quarter to a third of an em; the next column of the densest fixture is 1.4 em away',
  ),
  leastGap: setting(
    2,
    'characters between the columns of a text',
    'words and groups of digits are one space apart; the columns of tests/typesetting two and more',
  ),
  linesOfARow: setting(
    4,
    'lines over which what is drawn belongs to a row',
    'a cell of the report is wrapped into three lines, its label into four',
  ),
  mostLinesBeside: setting(
    3,
    'lines of a row that may stand beside each other',
    'a cell of the report is wrapped into three; a row of more lines has its cells one below the other',
  ),
  farGreater: setting(
    20,
    'times as great as the other numbers of its row',
    'numbers of the report with white space that nothing proves are at most 1.1 times; two read as one, as 140 123 beside 155, hundreds of times',
  ),
  mostCombinations: setting(
    20_000,
    'combinations of what rows may say that are tried one by one',
    'an identity of the report has 6 at most; above the limit the sums of two halves are held against each other',
  ),
  mostSayings: setting(
    20_000,
    'things that a row may say in the columns of one identity',
    'a row of the report may say 6 at most; eight columns of six-digit numbers can be read in 6 435 ways',
  ),
  mostSums: setting(
    50_000,
    'sums over one half of the rows of an identity',
    'twelve columns of six-digit numbers in four rows are decided with fewer; twenty-four such rows are not (tests/normalise/lattice.test.ts)',
  ),
  mostPairs: setting(
    5_000_000,
    'pairs of sums that may come to nothing',
    'sums without rounding have few; the limit is a hundred for each sum of a half',
  ),
  relativeError: setting(
    1e-12,
    'of a sum',
    'doubles carry 15 digits, and a thousand of them are added at most',
  ),
  mostReadings: setting(
    20_000,
    'other readings of a row that are held against the identities one by one',
    'identities refute all of the report cell by cell, so that none is left to be held against them',
  ),
  mostSteps: setting(
    200_000,
    'cells that are tried for lines that stand beside each other',
    'rows of the report need 15 at most; three lines of thirteen pieces under six columns more than the limit',
  ),
  mostHeaderSteps: setting(
    20_000,
    'words of headers that are tried, and ways to share them out',
    'headers of the report need 46 at most; eight that share all their words more than the limit',
  ),
  fewestRows: setting(
    3,
    'rows that contradict themselves',
    'before the columns of a table are doubted, not its values; one wrong value breaks one or two',
  ),
  shareOfRows: setting(
    0.5,
    'of the rows of a table',
    'two exchanged columns break the sums of every row that tells them apart, a single wrong value those of one',
  ),
  shareLeft: setting(
    0.25,
    'of the identities that are broken as printed',
    'what may remain broken when two columns are exchanged: errors of the source itself',
  ),
  shownOffPage: setting(
    4,
    'words',
    'of those that lie off a page are told; a header and a value name a column',
  ),
} as const satisfies Settings;
