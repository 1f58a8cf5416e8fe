import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { correctionsSchema } from '../../pipeline/template/corrections.ts';
import { documentSchema } from '../../pipeline/template/head.ts';
import { layoutSchema } from '../../pipeline/template/layout.ts';
import { outlineSchema } from '../../pipeline/template/outline.ts';
import { tableSchema } from '../../pipeline/template/schema/schemas.ts';
import { quotesSchema } from '../../pipeline/template/sentence-plan.ts';
import { seriesSchema } from '../../pipeline/template/series-layout.ts';

const standard = new Ajv({ strict: true, allowUnionTypes: true, keywords: ['ordered'] });

describe('the format of a declaration is itself valid JSON Schema:', () => {
  it.each([
    ['document.yaml', documentSchema],
    ['a table of rows', layoutSchema({ title: '' })],
    ['a list', layoutSchema({ opening: '' })],
    ['sentences', layoutSchema({ sentences: [] })],
    ['notes', layoutSchema({})],
    ['outline.yaml', outlineSchema],
    ['quotes.yaml', quotesSchema],
    ['series.yaml', seriesSchema],
    ['corrections.yaml', correctionsSchema],
    ['a table schema', tableSchema],
  ])('%s', (_, schema) => {
    expect(standard.validateSchema(schema), standard.errorsText()).toBe(true);
    expect(() => standard.compile(schema)).not.toThrow();
  });
});
