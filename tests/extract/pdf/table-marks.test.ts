import { describe, expect, test } from 'vitest';
import { objectsIn } from '../../../pipeline/extract/pdf/objects.ts';
import { tableMarks } from '../../../pipeline/extract/pdf/table-marks.ts';

const PAGE = 2;

/** A page whose marks 0 and 1 are of a heading, 2 of a cell, 3 of a cell by another name, 4 of nothing, 5 of another. */
const OBJECTS = {
  1: '<</Type /StructTreeRoot /K 10 0 R /ParentTree 3 0 R /RoleMap <</Grid /Table /Title /H1>>>>',
  2: '<</Type /Page /StructParents 7>>',
  3: '<</Kids [4 0 R]>>',
  4: '<</Nums [6 [] 7 5 0 R]>>',
  5: '[11 0 R 11 0 R 13 0 R 15 0 R null 11 0 R]',
  10: '<</S /Document /P 1 0 R /K [11 0 R 12 0 R 14 0 R]>>',
  11: '<</S /Title /P 10 0 R /K [0 <</Type /MCR /Pg 2 0 R /MCID 1>>]>>',
  12: '<</S /Table /P 10 0 R /K 13 0 R>>',
  13: '<</S /TD /P 12 0 R /Pg 2 0 R /K 2>>',
  14: '<</S /Grid /P 10 0 R /K 15 0 R>>',
  15: '<</S /Cell /P 14 0 R /Pg 2 0 R /K [3]>>',
};

function asked(changed: Readonly<Record<number, string>> = {}): (...marks: readonly number[]) => boolean {
  const file = Object.entries({ ...OBJECTS, ...changed })
    .map(([number, text]) => `${number} 0 obj\n${text}\nendobj\n`)
    .join('');
  const mayBeInTables = tableMarks(objectsIn(Buffer.from(`%PDF-1.7\n${file}`)));
  return (...marks) => mayBeInTables(PAGE, new Set(marks));
}

describe('the marks of a page', () => {
  test('stand in no table where each is of a heading, by number or by reference', () => {
    expect(asked()(0, 1)).toBe(false);
    expect(asked()()).toBe(false);
  });

  test('stand in one where one of them is of a cell, under whatever name', () => {
    expect(asked()(0, 2)).toBe(true);
    expect(asked()(3)).toBe(true);
  });

  test('may stand in one where the file does not say plainly what they are part of', () => {
    expect(asked()(4), 'no element').toBe(true);
    expect(asked()(5), 'an element that does not hold it').toBe(true);
    expect(asked()(6), 'more marks than elements').toBe(true);
    expect(asked({ 11: '<</S /Title /K [0 1]>>' })(0), 'no parent').toBe(true);
    expect(asked({ 10: '<</S /Document /P 11 0 R>>' })(0), 'a circle').toBe(true);
    expect(asked({ 2: '<</Type /Page>>' })(0), 'a page without elements').toBe(true);
    expect(asked({ 16: '<</Type /StructTreeRoot>>' })(0), 'two roots').toBe(true);
  });
});
