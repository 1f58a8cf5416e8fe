import { describe, expect, it } from 'vitest';
import { habitsOf, proseLines } from '../../../pipeline/normalise/prose/lines.ts';
import { layerOfText } from '../../project.ts';

const PARAGRAPHS = Array.from({ length: 20 }, (_, index) => [
  `      ${index + 1}. Бірінші жол осында басталады`,
  'екінші жолға өтеді және',
  'үшінші жолда аяқталады.',
]).flat();

/** What the lines say apart from where they stand. */
function said(lines: readonly string[]): readonly unknown[] {
  const layer = layerOfText(lines.join('\n'));
  const prose = proseLines(layer, 0, layer.text.length);
  return [
    habitsOf(prose),
    ...prose.map(({ text, indented, leadingSpace, emptyBefore }) => ({
      text,
      indented,
      leadingSpace,
      emptyBefore,
    })),
  ];
}

describe('printed lines', () => {
  const plain = said(PARAGRAPHS);

  it('tell the first line of a paragraph by its indent', () => {
    expect(plain[1]).toMatchObject({
      text: '1. Бірінші жол осында басталады',
      indented: true,
      emptyBefore: 0,
    });
    expect(plain[2]).toMatchObject({ indented: false, leadingSpace: false });
  });

  it('say the same behind a margin of spaces', () => {
    expect(said(PARAGRAPHS.map((line) => `    ${line}`))).toEqual(plain);
  });

  it('say the same when every line is followed by an empty one', () => {
    expect(said(PARAGRAPHS.flatMap((line) => ['', line]))).toEqual(plain);
  });

  it('keep the empty line that a displaced link has left, among lines that are all apart', () => {
    const traced = PARAGRAPHS.flatMap((line, index) => (index === 4 ? ['', '', ` ${line}`] : ['', line]));
    expect(said(traced)[5]).toMatchObject({ emptyBefore: 1, leadingSpace: true, indented: false });
  });

  it('keep their indents when each is a whole paragraph', () => {
    const whole = PARAGRAPHS.filter((line) => line.startsWith(' '));
    expect(said(whole).slice(1)).toEqual(
      whole.map((line) => ({ text: line.trim(), indented: true, leadingSpace: false, emptyBefore: 0 })),
    );
  });
});
