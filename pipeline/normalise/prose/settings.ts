import { type Settings, setting } from '../../page/setting.ts';

/** Every number by which running text is read. `etl look --settings` prints them. */
export const SETTINGS = {
  mostInkOfNumber: setting(
    24,
    'characters',
    'no number of a series is longer; the report is read alike from 10 to 60',
  ),
  qualifierWords: setting(
    3,
    'words',
    'what is said of a figure stands so near before it; the report is read alike from 1 to 6',
  ),
  longestAbbreviation: setting(
    16,
    'characters',
    'an abbreviation and what stands before it; the report is read alike from 6 to 40',
  ),
  longestLine: setting(
    90,
    'characters',
    'no line of the page on which words were displaced is longer: what a gap lacks stands no further behind it; the report is read alike from 36 to 225',
  ),
  strayWords: setting(
    3,
    'words',
    'what may stand between a number and the word for its act; the report is read alike from 2 to 6, at 1 its citations change',
  ),
  longestParagraph: setting(
    20_000,
    'characters',
    'paragraphs of the reports known have 2 000; one without end takes time without end; the report is read alike from 8000 to 50 000',
  ),
  brokenWords: setting(
    3,
    'lines',
    'a text breaks words where so many stand whole elsewhere; of the 174 words of the report with a hyphen none stands without it as well',
  ),
  brokenBeginning: setting(
    2,
    'letters',
    'a word is known to go on behind a break by so many letters; the report printed with broken words is read alike from 2 to 3',
  ),
  otherDashes: setting(
    10,
    'dashes',
    'a text that has so many dashes of another kind, and no hyphen between words, has none for a dash; the report has 208',
  ),
  stem: setting(
    6,
    'letters',
    'words are taken for forms of one word by so many letters; the report is read alike from 3 to 8, at 12 its paragraphs and repairs change',
  ),
  wordReach: setting(
    60,
    'characters',
    'no word and no white space between two words is longer; the report is read alike from 24 to 150',
  ),
  nounReach: setting(
    10,
    'words',
    'a number and the noun that it counts; with more of them between, the noun is that of another; the report is read alike from 8 to 20, at 5 its figures change',
  ),
  nounFarthest: setting(
    1000,
    'characters',
    'what so many words may have; the report is read alike from 400 to 2500',
  ),
  titleLines: setting(6, 'lines', 'no heading has more; the report is read alike from 3 to 12'),
  longestNumbered: setting(
    40,
    'characters',
    'a heading that is but numbers and a word stands in a short line; the report is read alike from 16 to 100',
  ),
  smallestIndent: setting(
    3,
    'characters',
    'the indent of paragraphs; less may be the space of justified text; the report is read alike from 2 to 6, at 1 it is refused',
  ),
  leftOfMargin: setting(
    0.02,
    'of the lines',
    'so few begin before the left margin; the report is read alike from 0.006 to 0.06',
  ),
  fewEmpty: setting(
    0.1,
    'of the empty lines',
    'of those that say something so few stand alone by chance; the report is read alike from 0.03 to 0.3',
  ),
  notApart: setting(
    0.1,
    'of the lines',
    'have no empty line before them where these stand between all; the report is read alike from 0.02 to 0.8',
  ),
  setIn: setting(
    0.02,
    'of the lines',
    'with fewer set in, what looks like a margin may be the indent of paragraphs of one line; the report is read alike from 0.006 to 0.06',
  ),
  widestLine: setting(
    300,
    'characters',
    'no page has a wider line: a longer one is a paragraph that its program does not wrap; the report in lines of its paragraphs is read alike from 130 to 750',
  ),
  inWideLines: setting(
    0.2,
    'of the characters',
    'stand in lines wider than any page, where no paragraph is wrapped; the report in lines of its paragraphs has 0.7, wrapped none',
  ),
  behindEmptyLines: setting(
    0.9,
    'of the paragraphs with a number',
    'stand behind an empty line where empty lines part paragraphs; without indents the report has 1, or 0.05',
  ),
  longestOfPage: setting(
    0.95,
    'of the lines',
    'are no longer than those of the page, where tables and addresses may be; the report as a PDF prints it, in text without empty lines, is read alike from 0.5 to 1',
  ),
  earlyEnd: setting(
    0.8,
    'of the longest lines',
    'letters of all widths fill a line to 0.8 and more; in the report as a browser prints it, as text, no paragraph ends too early up to 0.9',
  ),
  setInWhole: setting(
    0.5,
    'of the lines that are set in below others',
    'go on with them where blocks are set in as a whole; in the report, whose first lines are set in, 0.07 are below headings, and in one with items set in nearly all go on',
  ),
  someWraps: setting(
    0.1,
    'of the lines',
    'with fewer that end in a space none is wrapped so; the report is read alike from 0.03 to 0.2, at 0.3 its paragraphs change',
  ),
  mostWraps: setting(
    0.95,
    'of the lines',
    'with more that end in a space all are wrapped so; the report is read alike from 0.8 to 1, at 0.6 its list of unsure lines changes',
  ),
  allWraps: setting(
    0.99,
    'of the lines',
    'with more that end in a space the space tells nothing; the report is read alike from 0.9 to 1, at 0.8 its list of unsure lines changes',
  ),
  wordsOfLink: setting(
    7,
    'words',
    'what was displaced as one link has no more; the report is read alike from 3 to 14',
  ),
  gutter: setting(
    0.9,
    'of the height of a line',
    'between columns of text 1.2 and more are free; a space of justified text is seldom as wide, and not one below the other',
  ),
  gutterSlack: setting(
    0.2,
    'of the height of a line',
    'lines of a column end and begin within 0.1 of each other',
  ),
  gutterOfText: setting(
    3,
    'characters',
    'between columns of a text file; two may be justified text; the report is read alike from 2 to 8',
  ),
  linesBeside: setting(
    3,
    'lines',
    'columns of text have more beside each other; two may be a signature and its date; the report is read alike from 1 to 8',
  ),
} as const satisfies Settings;
