import { describe, expect, it } from 'vitest';
import { extract } from '../../pipeline/extract/extract.ts';
import { layerOf } from '../../pipeline/extract/source-layer.ts';
import { plainLayer } from '../layers.ts';

const marked = (text: string): readonly [string, readonly string[]] => {
  const layer = plainLayer(text, 'made-up.txt');
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

  it('are undone by the extract stage', async () => {
    const layer = layerOf(await extract(new TextEncoder().encode('саны 5³⁾'), 'made-up.txt'));
    expect(layer).toMatchObject({ text: 'саны 53)', evidence: { raised: [{ start: 6, end: 8 }] } });
  });
});
