import { type Settings, setting } from '../page/setting.ts';

/** Every number by which an error is told, corrected or suspected. `etl look --settings` prints them. */
export const SETTINGS = {
  impliedSlack: setting(
    0.1,
    'of the difference between what is printed and what the others give',
    'where the rounding of the others leaves them more, they imply no one number; of the report one is at 0.5, one at 0.34, the next below 0.02',
  ),
  fixed: setting(
    2.5,
    'units of the last digit',
    'a value is fixed by others if those that fit lie within so much; from 0.5 to 10 the report has the same suggestions',
  ),
  mostByChance: setting(
    0.05,
    'small edits among the values that fit',
    'a number of dollars gives the tenge of the report at 0.18; planted slips lie at 0.02 to 0.03',
  ),
  timesFurther: setting(
    4,
    'times as far from the middle of its neighbours as the printed value',
    'of all changes of one digit in yearly tables neighbours speak so against 33 in a hundred; against the truth in 3',
  ),
  fewestYears: setting(
    5,
    'years',
    'of the report one value is doubted; with series of 4 years a second is, held against a line through three',
  ),
  spreads: setting(
    8,
    'times as far from the line through the other years as these',
    'of the report 3 values lie beyond 4, 2 beyond 6, one beyond 12, none beyond 16',
  ),
  unsteadiness: setting(
    0.12,
    "of the series' mean",
    'what any value may be off besides; from 0.06 to 0.24 the same value of the report is doubted',
  ),
  departsAlike: setting(
    0.5,
    'of the departure',
    'values beside it that depart by so much explain it; at 0.75 a second value of the report would be doubted',
  ),
  ownSpreads: setting(
    3.2,
    'times as far from its other years, in logarithms, as their growth is from even',
    'of the report 17 values lie beyond 3.2 and what related series allow, 20 beyond 2, 11 beyond 4',
  ),
  relatedSpreads: setting(
    4.3,
    'times as far from its other years, in logarithms, as the values of related series are from theirs',
    'of the report 17 values lie beyond 4.3, 13 beyond 6, 21 beyond 4; read one by one, those beyond 4.3 stand out to the eye',
  ),
  relatedSpreadsAtEnds: setting(
    5,
    'the same, of the first and the last year, which only one side speaks of',
    'two ends of the report between 4.3 and 5 go on as their series do',
  ),
  fewestRelated: setting(
    10,
    'values of related series',
    'two series of five years; the report has 12 for the life of women, 80 and more for regions',
  ),
  fewestSiblings: setting(
    4,
    'values of the same year',
    'with fewer their middle is no common course; the report is read alike from 3 to 10',
  ),
  jump: setting(
    1.5,
    'times',
    'a whole that is so many times what is expected, or of which that is; the report is read alike from 1.2 to 1.9, at 2 it has none',
  ),
  jumpSpreads: setting(
    8,
    'times as far from its other years as their growth is from even',
    'of the report one whole lies beyond 8 and 16, two beyond 6, three beyond 4, none beyond 20',
  ),
  equalValues: setting(
    3,
    'different values of a row',
    'of the annexes of the report one pair of rows prints the same with 2 or 3, and 21 pairs with 1, by chance',
  ),
  equalDigits: setting(
    6,
    'digits that count in the different values of a row',
    'the two rows of the report have 8; from 1 to 8 they alone are found; rows of small counts agree by chance',
  ),
  grave: setting(
    0.1,
    'of the larger side',
    'of the 33 errata of the report 11 are so much off or more: numbers that cannot both be, no slips of rounding',
  ),
  moderate: setting(
    0.01,
    'of the larger side',
    'of the report 7 errata are off by less: rounding that went wrong, a limit that is missed by a hair',
  ),
  manyValues: setting(
    10,
    'published values under one error',
    'a heading over a wrong column of the report stands over 17, all other errata without a size of their own over 6 or less',
  ),
  unitStep: setting(
    1000,
    'times',
    'one wrong word for a multiple: thousand, million, billion, trillion; the report prints one',
  ),
  wordsOfAnAct: setting(
    5,
    'first words of its title that name an act',
    'of the report one word leaves five acts with the name of another, two words one, three none; five for other documents',
  ),
} as const satisfies Settings;
