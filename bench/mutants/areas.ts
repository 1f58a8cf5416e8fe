/** A part of the engine that is changed, and the tests that must notice. */
export interface Area {
  readonly name: string;
  readonly files: readonly string[];
  readonly tests: readonly string[];
}

const LATTICE = 'pipeline/normalise/tables/lattice';
const IDENTITIES = 'pipeline/identities';

/**
 * What the data rest on most. The tests are those that run in a second or two: what only a whole report would notice,
 * hours later, is not noticed. SQL is left out: it is held against the same verdicts by the verifying of an output.
 */
export const AREAS: readonly Area[] = [
  {
    name: 'identities',
    files: ['interval', 'verdict', 'language', 'binding', 'instance'].map(
      (name) => `${IDENTITIES}/${name}.ts`,
    ),
    tests: ['instance', 'interval', 'language', 'verdict'].map((name) => `tests/identities/${name}.test.ts`),
  },
  {
    name: 'numbers',
    files: ['number', 'cell', 'cell-content'].map((name) => `pipeline/normalise/reading/${name}.ts`),
    tests: [
      'number',
      'notation',
      'cell',
      'pieces',
      'phrase',
      'sentence',
      'certain-cells',
      'splits',
      'damage',
      'raised-digits',
      'stray-numbers',
    ].map((name) => `tests/normalise/${name}.test.ts`),
  },
  {
    name: 'lattice',
    files: ['lattice', 'in-order', 'beside', 'torn-or-cut', 'label-marks'].map(
      (name) => `${LATTICE}/${name}.ts`,
    ),
    tests: [
      'assumed-readings',
      'splits',
      'cell',
      'certain-cells',
      'label-marks',
      'grid',
      'solve',
      'damage',
      'lattice',
      'limits',
    ].map((name) => `tests/normalise/${name}.test.ts`),
  },
];
