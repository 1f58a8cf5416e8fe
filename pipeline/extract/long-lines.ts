import { fault } from '../page/finding.ts';
import { SETTINGS } from './settings.ts';

/**
 * Characters of the longest line that is read: three times the annexes of the first report in one line, as a program that
 * drops all line breaks leaves them. What is longer was not printed as a line, and is looked at from each of its words on.
 */
const MOST_LINE = SETTINGS.longestLine.value;

/** Refuses a text with a line that no page has: a text layer ends its lines where the pages do. */
export function refuseLongLines(text: string, file: string): void {
  let start = 0;
  let number = 1;
  while (start < text.length) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    if (end - start > MOST_LINE) {
      throw fault({
        kind: 'file',
        place: { file, line: number },
        expected: `lines of at most ${MOST_LINE} characters`,
        found: `one of ${end - start}`,
        action: 'end each line where the page does',
      });
    }
    start = end + 1;
    number += 1;
  }
}
