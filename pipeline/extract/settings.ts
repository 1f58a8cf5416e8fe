import { type Settings, setting } from '../page/setting.ts';

/**
 * Every number by which a text is cut into pages, freed of their furniture, and set in order. `etl look --settings`
 * prints them. Each was tried at other values on 40 texts, among them the first report and one that keeps its columns.
 */
export const SETTINGS = {
  unitsOfCharacter: setting(
    10,
    'points',
    'strokes and borders are told by their points: at 1, rules three lines apart were one; 5 to 50 read 12 texts alike',
  ),
  longestHead: setting(
    200,
    'characters',
    'a head of a page of more is none; the texts tried are read alike from 80 to 500',
  ),
  headNumbers: setting(
    12,
    'numbers',
    'a head of a page of more is none; the texts tried are read alike from 5 to 30',
  ),
  headShare: setting(
    0.8,
    'of the pages',
    'show a head, the first and the last aside; the texts tried are read alike from 0.32 to 1',
  ),
  headPages: setting(
    3,
    'pages',
    'two pages may have a line in common by chance; the texts tried are read alike from 2 to 7, at 1 1 of 40 is not',
  ),
  headPagesWithWords: setting(
    10,
    'pages',
    'words may be of the text, as where each annex begins a page; not so often; the texts tried are read alike from 5 to 21',
  ),
  mostPages: setting(
    20_000,
    'pages',
    'no document has more: then form feeds part something else; the texts tried are read alike from 8000 to 50 000',
  ),
  headLines: setting(
    5,
    'lines',
    'a head is of no more, nor a foot; the texts tried are read alike from 2 to 11',
  ),
  pageNumbersInARow: setting(
    20,
    'numbers',
    'where pages are not told apart, so many page numbers stand at even distances; the texts tried are read alike from 8 to 50',
  ),
  leastPage: setting(3, 'lines', 'between two page numbers; the texts tried are read alike from 1 to 7'),
  longestPage: setting(200, 'lines', 'no page has more; the texts tried are read alike from 80 to 500'),
  unevenPages: setting(
    0.7,
    'of the distance between the first two',
    'pages differ by so much; the texts tried are read alike from 0.28 to 1.75',
  ),
  countedPages: setting(
    2,
    'pages',
    'one line that counts pages may be a row; the texts tried are read alike from 0 to 5',
  ),
  pageBreak: setting(
    3,
    'empty lines',
    'paragraphs are parted by fewer; the texts tried are read alike from 2 to 3, at 1 14 of 40 are not, at 4 3 of 40 are not',
  ),
  longestLine: setting(
    100_000,
    'characters',
    'three times the annexes of the first report in one line, as a program that drops all line breaks leaves them; the texts tried are read alike from 40 000 to 250 000',
  ),
  cellGap: setting(
    2,
    'spaces',
    'words of one cell stand closer; the texts tried are read otherwise at the next values tried, at 1 1 of 40 is not, at 3 1 of 40 is not',
  ),
  nearly: setting(
    1,
    'characters',
    'a text is set in whole characters: what stands alike may stand one apart; the texts tried are read alike from 1 to 3, at 0 1 of 40 is not',
  ),
  widestLine: setting(
    300,
    'characters',
    'no page that keeps its columns is wider; the texts tried are read alike from 120 to 750',
  ),
  linesOfCell: setting(
    8,
    'lines',
    'a wrapped cell has hardly more; the texts tried are read alike from 4 to 17',
  ),
  linesOfHeader: setting(
    12,
    'lines',
    'a header has hardly more; the texts tried are read alike from 5 to 30',
  ),
  columnShare: setting(
    0.05,
    'of the lines',
    'have gaps that no writer leaves, in a text that keeps its columns; the texts tried are read alike from 0.02 to 0.125',
  ),
  columnLines: setting(
    10,
    'lines',
    'fewer tell nothing of how a text is set; the texts tried are read alike from 5 to 21',
  ),
  linesNearby: setting(
    120,
    'lines',
    'those of a page or two are set alike; the texts tried are read alike from 48 to 300',
  ),
  rowsNearby: setting(
    3,
    'rows',
    'have the same columns, most likely; the texts tried are read alike from 1 to 5, at 7 1 of 40 is not',
  ),
  wordsOfCell: setting(
    12,
    'words',
    'of a cell that nearly touches its neighbours; the texts tried are read alike from 5 to 30',
  ),
  wordsBeside: setting(
    2,
    'words',
    'narrow columns have 3 in most lines, labels and numbers of lists 1; the report is read alike from 1 to 6',
  ),
  lettersBeside: setting(
    10,
    'letters',
    'lines of narrow columns have 20; the report is read alike from 1 to 30',
  ),
  letterShare: setting(
    0.6,
    'of the characters',
    'a line of text has 0.8 and more, one of values 0.3 and less; the report is read alike from 0.2 to 0.9',
  ),
} as const satisfies Settings;
