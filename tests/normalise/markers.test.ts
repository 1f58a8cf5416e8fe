import { describe, expect, it } from 'vitest';
import { FIRST_OBJECT, stream } from '../extract/pdf/made-up-pdf.ts';
import { ending, valuesOf } from './printed-table.ts';

const QUADS = '/QuadPoints[262 188 284 188 262 172 284 172]';
const MIXING = '/ExtGState<</M<</BM/Multiply>>>>';
const READ = '375 20 34 345 17 17 30 9 17';
const KINDS = ['Highlight', 'Underline', 'Squiggly'];

/** What is read of a table over whose middle cell a marker lies. */
function marked(entries: string, drawn = '', resources = MIXING): Promise<string> {
  const marker = `<</Type/Annot/Rect[262 172 284 188]/F 4${entries}>>`;
  const appearance = stream(drawn, `/Type/XObject/Subtype/Form/BBox[0 0 22 16]/Resources<<${resources}>>`);
  return valuesOf({
    rows: [
      ['375', '20', '34'],
      ['345', (right, y) => ending(right, y, '17'), '17'],
      ['30', '9', '17'],
    ],
    entries: `/Annots[${FIRST_OBJECT + 1} 0 R]`,
    parts: { objects: [appearance, marker] },
  });
}

const AP = `/AP<</N ${FIRST_OBJECT} 0 R>>`;

describe('a marker over a number', () => {
  it.each(KINDS)(
    'leaves it as it is where its ink is mixed into it, or it draws nothing: %s',
    async (kind) => {
      for (const drawn of ['/M gs 1 1 0 rg 0 0 22 16 re f', ''])
        expect(await marked(`/Subtype/${kind}${QUADS}${AP}`, drawn)).toBe(READ);
    },
  );

  it.each(KINDS)('stops a value where it draws over it, or adds to it: %s', async (kind) => {
    for (const drawn of ['1 g 0 0 22 16 re f', '0 g 0 6 4 .7 re f'])
      expect(await marked(`/Subtype/${kind}${QUADS}${AP}`, drawn)).toMatch(
        /an empty cell under "2002"|something is drawn over|a level stroke beside a number/,
      );
  });

  it('stops a value where it has nothing to mix its ink with: programs differ', async () => {
    expect(await marked(`/Subtype/Highlight${QUADS}${AP}`, '1 1 0 rg 0 0 22 16 re f', '')).toContain(
      'text that something is drawn over',
    );
  });

  it.each(KINDS)('stops a value where it does not say what it marks, and draws: %s', async (kind) => {
    expect(await marked(`/Subtype/${kind}${AP}`, '1 g 0 0 22 16 re f')).toContain(
      `an annotation of the kind ${kind} that draws over it`,
    );
  });

  it('is of its colour where it draws nothing itself', async () => {
    expect(await marked(`/Subtype/Highlight${QUADS}/C[1 1 0]`)).toBe(READ);
    expect(await marked(`/Subtype/Highlight${QUADS}/C[0 0 0]`)).toContain(
      'text that something is drawn over',
    );
  });
});

describe('a form that programs draw in place of its pages', () => {
  it('is refused', async () => {
    const rows = [
      ['1', '2', '3'],
      ['4', '5', '6'],
      ['7', '8', '9'],
    ] as const;
    const xfa = `/AcroForm<</Fields[]/XFA ${FIRST_OBJECT} 0 R>>`;
    const objects = [stream('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"/>')];
    expect(await valuesOf({ rows, parts: { catalogue: xfa, objects } })).toBe('1 2 3 4 5 6 7 8 9');
    expect(await valuesOf({ rows, parts: { catalogue: `/NeedsRendering true${xfa}`, objects } })).toContain(
      '(XFA)',
    );
  });
});
