/** A number that decides a reading: what it counts in, and the measurement it was set by. */
export interface Setting {
  readonly value: number;
  readonly unit: string;
  readonly measured: string;
}

function setting(value: number, unit: string, measured: string): Setting {
  return { value, unit, measured };
}

/** Every number by which the layout decides what it sees. `etl look --settings` prints them. */
export const SETTINGS = {
  sameBaseline: setting(
    0.3,
    'em',
    'cells of one row differ by up to 0.2 em where fonts are mixed; lines of text by 0.9',
  ),
  clearGap: setting(
    0.5,
    'em',
    'spaces of justified text reach 0.45 em; the narrowest gap of columns seen is 0.55',
  ),
  widestSpace: setting(1.3, 'em', 'one drawn space that justified text widened reaches 1.2 em'),
  sameRule: setting(3, 'pt', 'the two lines of a double border lie up to 2.5 pt apart'),
  shortestRule: setting(6, 'pt', 'shorter strokes are ticks of charts and ornaments'),
  narrowestColumn: setting(
    5,
    'pt',
    'no column of one digit is narrower; gaps between cells with own borders are',
  ),
  padding: setting(7, 'pt', 'shading that is set into a cell ends up to 6 pt from its border'),
  sameExtent: setting(8, 'pt', 'rules of one table end within 6 pt of each other'),
  votingShare: setting(
    0.5,
    'of the most segments',
    'rows of values have more segments than half the fullest; spanning heads fewer',
  ),
  enoughVoters: setting(4, 'rows', 'with fewer rows of values the heads are needed to tell columns apart'),
  crossingRows: setting(0.06, 'of the rows', 'labels that reach into a column: 1 row of 20'),
  bridgedRows: setting(
    0.34,
    'of the rows',
    'numbers of all digits touch their neighbours in up to 30 % of the rows',
  ),
  narrowestCorridor: setting(
    0.15,
    'em',
    'the gap between two columns of full numbers is a hair wider than 0.1 em',
  ),
  widestRowGap: setting(3.6, 'line heights', 'blank lines between groups of rows measure up to 3.2'),
  proseTokens: setting(8, 'words', 'cells of numbers and names have up to 7 words in a line'),
  proseWidth: setting(
    0.55,
    'of the width',
    'a line of text fills more than 0.6 of its column but for its last',
  ),
  proseLines: setting(4, 'lines', 'text cells of tables that no rules part are seldom wrapped more often'),
  proseLineWords: setting(4.5, 'words', 'lines of narrow columns of text hold 5 words and more'),
  proseStep: setting(1.7, 'em', 'lines of text stand up to 1.6 em apart'),
  proseIndent: setting(2.5, 'em', 'first lines of paragraphs are indented by up to 2'),
  leastFilled: setting(
    0.5,
    'of the places',
    'rows of values that no rules part are filled by half; ticks of charts by a third',
  ),
  repeatedColumns: setting(
    0.6,
    'of the columns',
    'most columns of a table print in several rows; those of the scale below a chart in one',
  ),
  valueShare: setting(
    0.5,
    'of the cells',
    'columns of values hold words in fewer than a third of their cells',
  ),
  underline: setting(0.9, 'em', 'rules under a spanning head lie up to 0.7 em below its foot'),
  fullWidth: setting(0.9, 'of the width', 'rules that part head and body reach from edge to edge'),
  offCentre: setting(
    0.8,
    'em',
    'heads are centred over their columns to 0.6 em, as the widths of numbers differ',
  ),
  widerGap: setting(1.3, 'of the widest other', 'gaps of words within one head differ by up to 1.2'),
  nextLine: setting(1.35, 'em', 'lines of a wrapped head stand up to 1.25 em apart'),
  emptyLine: setting(
    0.8,
    'em',
    'between lines of a cell 0.2 to 0.5 em are left free; an empty line leaves 1.2',
  ),
  margin: setting(0.12, 'of the height', 'running heads and feet stand within a ninth of the page'),
  sameHeight: setting(4, 'pt', 'the same head stands at the same height to 1 pt'),
  samePages: setting(3, 'pages', 'two pages may begin with the same words; three do so as pages'),
  space: setting(0.28, 'em', 'spaces of most fonts are 0.25 to 0.28 em wide'),
  indent: setting(0.4, 'em', 'labels of one level begin within 0.2 em, those of the next 0.6 em further in'),
  nearer: setting(0.12, 'em', 'lines of one cell stand nearer than rows by 0.15 em and more, where they do'),
  further: setting(0.3, 'em', 'rows of one group stand equally far apart to 0.2 em'),
  halfLine: setting(0.85, 'em', 'numbers set in the middle beside a label of two lines stand off by 0.6 em'),
  nextRow: setting(1.45, 'em', 'lines of one cell stand up to 1.4 em apart'),
  sureLink: setting(
    2,
    'points',
    'a label that fills its column and a line below it: two rows and one were seen as often',
  ),
  ruledShare: setting(0.9, 'of the rows', 'a row in ten may be a heading without rules between cells'),
  headLines: setting(4, 'lines', 'boxheads have up to 4 lines that print in several columns'),
  fewBands: setting(3, 'bands', 'head, body and foot are ruled off in tables whose rows are not'),
  gridShare: setting(
    0.5,
    'of the rows',
    'where most rows have uprights between their cells, one without any is a single cell',
  ),
  drawnShare: setting(
    0.6,
    'of an edge',
    'a border is broken by no more than a third where a head crosses it',
  ),
} as const satisfies Readonly<Record<string, Setting>>;
