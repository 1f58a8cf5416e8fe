import type { Settings } from '../../page/setting.ts';

/** Every number that decides what a draft proposes. A draft is for a person to look at: none of them reads a value. */
export const DRAFT_SETTINGS = {
  valueShare: {
    value: 0.5,
    unit: 'of the filled cells of a column',
    measured:
      'columns of values of three statistical reports hold 1.0 numbers and symbols, columns of labels at most 0.1',
  },
  captionWidth: {
    value: 0.5,
    unit: 'of the columns of a table',
    measured:
      'running titles that the layout takes for a boxhead cover 5 to 9 columns of 9 and 10; spanning heads 2 or 3 of 8',
  },
  captionLines: {
    value: 12,
    unit: 'lines above a table',
    measured: 'a boxhead that is not seen as one has up to 9 lines in three statistical reports, a title 3',
  },
  captionGap: {
    value: 2,
    unit: 'em',
    measured: 'a date at the margin beside a running title stands 9 em from it; words of a title less than 1',
  },
  titleLines: {
    value: 3,
    unit: 'lines of a title',
    measured:
      '57 numbered titles of 38 public documents have 1 to 3 lines; sentences that begin so have 7 to 11 lines in 3 cases of 5',
  },
  sentenceWords: {
    value: 8,
    unit: 'words of a line that ends a sentence',
    measured:
      'reckoned: none of 79 titles in 38 public documents ends a sentence; "Source: Eurostat." has 2 words',
  },
  sameSize: {
    value: 0.95,
    unit: 'of the largest print above a table',
    measured:
      'titles of three statistical reports are printed alike, or 1.2 times as large as what stands below',
  },
  fewestRows: {
    value: 3,
    unit: 'places in which a sum must hold',
    measured:
      'reckoned, not tried: of numbers of three digits a sum holds by chance in one row of 1 000, in three rows of 10^9',
  },
  heldShare: {
    value: 0.8,
    unit: 'of the places in which a sum can be tried',
    measured:
      'sums that three reports state hold in 1.0 of their rows; one misprint a table is to be proposed too',
  },
  mostAddends: {
    value: 400,
    unit: 'rows or columns',
    measured: 'the longest total of three reports has 99 parts; more takes time that grows with the square',
  },
  mostSymbol: {
    value: 5,
    unit: 'characters',
    measured: 'symbols in use: "-", "...", "n/a", "n.a.", "(x)", "*****"',
  },
  mostSymbolWord: {
    value: 12,
    unit: 'characters of a word in the place of a number',
    measured: 'words in use in 38 public documents: "NA", "Ref.", "Not done"',
  },
  mostDigits: {
    value: 15,
    unit: 'digits of a number',
    measured: '226,545,805 has 9; a list of codes of three digits (412,413,414,417,421,423) has 18',
  },
} as const satisfies Settings;
