import { describe, expect, it } from 'vitest';
import { extract } from '../../pipeline/extract/extract.ts';
import { withPlainMarks } from '../../pipeline/extract/superscripts.ts';
import { layerOf } from '../../pipeline/extract/text-file.ts';

const marked = (text: string): readonly [string, readonly string[]] => {
  const layer = withPlainMarks(layerOf(text, 'made-up.txt'));
  return [layer.text, layer.evidence.raised.map(({ start, end }) => layer.text.slice(start, end))];
};

describe('marks in raised characters', () => {
  it('are written as all marks are, in their place, and known to be marks', () => {
    expect(marked('8962,0³⁾ 9074,9³) 1⁾ саны¹²⁾')).toEqual([
      '8962,03) 9074,93) 1⁾ саны12)',
      ['3)', '3)', '12)'],
    ]);
  });

  it('are no powers, and no plain digits', () => {
    expect(marked('12 м² 3) м³/тәулік')).toEqual(['12 м² 3) м³/тәулік', []]);
  });

  it('are not noted again where their place on the page has told so', () => {
    const layer = layerOf('8962,0³⁾ 7²⁾', 'made-up.pdf');
    const raised = [{ start: 6, end: 8 }];
    const plain = withPlainMarks({ ...layer, evidence: { cellBreaks: [], raised } });
    expect(plain.evidence.raised).toEqual([...raised, { start: 10, end: 12 }]);
  });

  it('are undone by the extract stage', async () => {
    const layer = await extract(new TextEncoder().encode('саны 5³⁾'), 'made-up.txt');
    expect(layer).toMatchObject({ text: 'саны 53)', evidence: { raised: [{ start: 6, end: 8 }] } });
  });
});
