import { describe, expect, it } from 'vitest';
import { box, FIRST_OBJECT, type MadeUpParts, stream, words } from '../extract/pdf/made-up-pdf.ts';
import { inSecondRow } from './printed-cells.ts';
import { ending, type PrintedRows, readTable, valuesOf } from './printed-table.ts';

/** The table with another first cell in its second row. */
const WHOLE = '375 20 34 345 11 17 30 9 17';

describe('a value with hidden text in its cell', () => {
  it.each([
    ['white', (right: number, y: number) => `q 1 g ${words(right - 45, y, '12')} Q`],
    ['covered', (right: number, y: number) => `${ending(right, y, '8374')}${box(right - 30, y - 3, 32, 13)}`],
    ['invisible', (right: number, y: number) => `q BT 3 Tr ET ${words(right - 45, y, '12')} Q`],
  ])('is read as it is seen, and the build says so: %s', async (_, hidden) => {
    const rows = inSecondRow((right, y) => `${hidden(right, y)}${ending(right, y, '345')}`);
    for (const ruled of [true, false]) {
      expect(await valuesOf({ rows, ruled })).toBe(WHOLE);
      const { remarks } = await readTable({ rows, ruled });
      expect(remarks).toEqual([
        expect.stringMatching(
          /^page 1, "345" \(change:NORTH\.2001\): hidden text beside it, which is not read: "/,
        ),
      ]);
    }
  });

  it('is said of no cell that hides nothing', async () => {
    expect((await readTable({ rows: inSecondRow('345') })).remarks).toEqual([]);
  });

  it('is no value where nothing is seen', async () => {
    const message = await valuesOf({ rows: inSecondRow((right, y) => `q 1 g ${ending(right, y, '345')} Q`) });
    expect(message).toContain('an empty cell under "2001"');
  });
});

describe('a value of which nobody knows whether it is seen', () => {
  /** A layer, by what it says of the screen and of print; `switched` is what the file says of it. */
  const layer = (view: string, print: string, switched = ''): MadeUpParts => ({
    objects: [
      `<</Type/OCG/Name(L)/Usage<</View<</ViewState/${view}>>/Print<</PrintState/${print}>>>>>>`,
      stream(
        '0 g 0 0 400 300 re f',
        '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 400 300]/XStep 400/YStep 300/Resources<<>>',
      ),
    ],
    resources: `/Properties<</L ${FIRST_OBJECT} 0 R>>/Pattern<</P ${FIRST_OBJECT + 1} 0 R>>`,
    catalogue: `/OCProperties<</OCGs[${FIRST_OBJECT} 0 R]/D<<${switched}>>>>`,
  });
  const inLayer = (drawn: string): string => `/OC /L BDC ${drawn}EMC `;
  const valueIn = (cell: PrintedRows[number][0], parts: MadeUpParts): Promise<string> =>
    valuesOf({ rows: inSecondRow(cell), parts, declared: 'blank: missing\n' });
  const whole = (right: number, y: number): string => inLayer(ending(right, y, '345'));

  it.each<readonly [string, PrintedRows[number][0], MadeUpParts]>([
    ['only on the screen', whole, layer('ON', 'OFF')],
    ['only in print', whole, layer('OFF', 'ON')],
    ['on, but told to be off on both', whole, layer('OFF', 'OFF')],
    [
      'its last digit',
      (right, y) => `${words(right - 17, y, '34')}${inLayer(words(right - 6, y, '5'))}`,
      layer('ON', 'OFF'),
    ],
  ])('stops the build, in a layer: %s', async (_, cell, parts) => {
    expect(await valueIn(cell, parts)).toContain('something of a layer');
  });

  it('stops the build under something of a layer', async () => {
    const covered = (right: number, y: number): string =>
      `${ending(right, y, '345')}${inLayer(box(right - 30, y - 3, 32, 13))}`;
    expect(await valueIn(covered, layer('ON', 'OFF'))).toContain('a digit under something');
    expect(await valueIn(covered, layer('ON', 'ON'))).toBe('375 20 34 missing 11 17 30 9 17');
  });

  it('is seen in a layer that is always on, and not in one that never is', async () => {
    expect(await valueIn(whole, layer('ON', 'ON'))).toBe(WHOLE);
    expect(await valueIn(whole, layer('ON', 'ON', `/OFF[${FIRST_OBJECT} 0 R]`))).toBe(
      '375 20 34 missing 11 17 30 9 17',
    );
  });

  it('stops the build where a pattern fills its letters', async () => {
    const cell = (right: number, y: number): string => `q /Pattern cs /P scn ${ending(right, y, '345')}Q `;
    expect(await valueIn(cell, layer('ON', 'ON'))).toContain('letters that are filled with a pattern');
  });
});
