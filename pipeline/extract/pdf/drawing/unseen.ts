import type { Box } from '../../../page/place.ts';
import type { Hidden } from '../../../page/token.ts';
import type { Rule } from '../../layout/ink.ts';
import { SETTINGS } from '../settings.ts';
import { isWithin, MIDDLE } from './clip.ts';
import type { Glyph } from './ink.ts';
import type { PageSize } from './seen.ts';
import type { DrawnGlyph } from './show.ts';

/** How recognised text is hidden: behind the picture of the page, or over it without ink. */
const OF_RECOGNITION: ReadonlySet<Hidden> = new Set([
  'invisible',
  'transparent',
  'covered',
  'colour of the ground',
]);
/** A picture that covers this share of a page is the page: a scan. */
const MOST_OF_A_PAGE = SETTINGS.pictureOfPage.value;
const SAME_LINE = SETTINGS.hiddenSameLine.value;

/** What of a page is read. */
interface ReadInk {
  readonly glyphs: readonly DrawnGlyph[];
  /** Whether it is text that was recognised in a picture of the page. */
  readonly isRecognised: boolean;
}

/**
 * Takes text that was recognised in a scan as what the page says: nobody sees it, but it stands for letters that
 * everybody sees in the picture. There must be a picture, and no text in its place that is seen.
 */
export function withRecognised(
  glyphs: readonly DrawnGlyph[],
  pictures: readonly Box[],
  page: PageSize,
): ReadInk {
  const isOf = ({ hidden, blank }: DrawnGlyph): boolean =>
    !blank && hidden !== undefined && OF_RECOGNITION.has(hidden);
  if (pictures.length === 0 || !glyphs.some(isOf)) return { glyphs, isRecognised: false };
  const seen = glyphs.filter(({ hidden, blank }) => !blank && hidden === undefined);
  const whole = { left: 0, top: 0, right: page.width, bottom: page.height };
  const scans =
    seen.length === 0
      ? [whole]
      : pictures.filter((box) => {
          const area = (box.right - box.left) * (box.bottom - box.top);
          return (
            area > MOST_OF_A_PAGE * page.width * page.height && !seen.some((glyph) => liesIn(glyph, box))
          );
        });
  if (scans.length === 0) return { glyphs, isRecognised: false };
  const isRead = (glyph: DrawnGlyph): boolean =>
    glyph.hidden !== undefined &&
    OF_RECOGNITION.has(glyph.hidden) &&
    scans.some((scan) => liesIn(glyph, scan));
  return {
    glyphs: glyphs.map((glyph) => (isRead(glyph) ? { ...glyph, hidden: undefined } : glyph)),
    isRecognised: glyphs.some((glyph) => !glyph.blank && isRead(glyph)),
  };
}

function liesIn({ x, y, width, size }: Glyph, box: Box): boolean {
  return isWithin(box, x + width / 2, y - MIDDLE * size);
}

/** Words that are not read, by what is read of their line and stands nearest to each; and those by themselves. */
interface WordsBeside<G> {
  readonly near: ReadonlyMap<G, readonly (readonly G[])[]>;
  readonly alone: readonly (readonly G[])[];
}

/** Sorts what is not read by what is read beside it within a reach, in em, if no upright rule parts the two. */
export function wordsBeside<G extends Glyph>(
  unread: readonly G[],
  read: readonly G[],
  rules: readonly Rule[],
  reach: number,
): WordsBeside<G> {
  const near = new Map<G, (readonly G[])[]>();
  const alone: (readonly G[])[] = [];
  if (unread.length === 0) return { near, alone };
  const uprights = rules.filter(({ axis }) => axis === 'upright');
  for (const word of wordsOf(unread)) {
    const [first] = word;
    const last = word.at(-1);
    if (first === undefined || last === undefined) continue;
    const [left, right] = [first.x, last.x + last.width];
    let nearest: G | undefined;
    let distance = reach;
    for (const glyph of read) {
      if (glyph.blank || Math.abs(glyph.y - first.y) > SAME_LINE * glyph.size) continue;
      const apart = Math.max(glyph.x - right, left - glyph.x - glyph.width, 0) / glyph.size;
      if (apart >= distance) continue;
      const middle = glyph.x + glyph.width / 2;
      const isParted = uprights.some(
        ({ at, from, to }) =>
          ((at > right && at < middle) || (at < left && at > middle)) &&
          from < glyph.y &&
          to > glyph.y - glyph.size / 2,
      );
      if (isParted) continue;
      nearest = glyph;
      distance = apart;
    }
    if (nearest === undefined) alone.push(word);
    else near.set(nearest, [...(near.get(nearest) ?? []), word]);
  }
  return { near, alone };
}

/** Glyphs that were drawn one behind the other. */
function wordsOf<G extends Glyph>(glyphs: readonly G[]): G[][] {
  const words: G[][] = [];
  let before: G | undefined;
  for (const glyph of glyphs) {
    const goesOn =
      before !== undefined &&
      !glyph.blank &&
      !before.blank &&
      glyph.hidden === before.hidden &&
      Math.abs(glyph.y - before.y) < SAME_LINE * glyph.size &&
      Math.abs(glyph.x - before.x - before.width) < glyph.size;
    if (goesOn) words.at(-1)?.push(glyph);
    else if (!glyph.blank) words.push([glyph]);
    before = glyph;
  }
  return words;
}
