import { type Settings, setting } from '../../../page/setting.ts';

/** Numbers by which it is told how letters slant and are stroked. */
export const SETTINGS = {
  leastSlant: setting(
    0.002,
    'radians',
    'a line of 500 pt that slants so much ends 1 pt higher, as lines that are level may',
  ),
  alikeSlants: setting(
    0.005,
    'radians',
    'recognised words of one page that lies askew slant alike to a third of a degree',
  ),
  slantedPage: setting(0.8, 'of the letters', 'a page lies askew where so many of its letters slant alike'),
  fattestPen: setting(
    0.2,
    'em',
    'the holes of an 8 are 0.2 em high; outlines are stroked 0.1 em wide at most',
  ),
  eatingPen: setting(
    0.02,
    'em',
    'half of it lies within the letter, whose strokes are 0.08 em thick, and those of thin fonts 0.03 em',
  ),
  longestDot: setting(
    32,
    'numbers of a path',
    'a dot of a pattern is a move, four curves and a close; the outline of a digit has more corners',
  ),
} as const satisfies Settings;
