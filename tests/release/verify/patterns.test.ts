import { describe, expect, it } from 'vitest';
import { renderFinding } from '../../../pipeline/page/finding.ts';
import { withoutEndless } from '../../../release/verify/patterns.ts';
import { schemaFindings } from '../../../release/verify/schemas.ts';
import { field, table } from '../compare/outputs.ts';

const made = (pattern: string, value: string) => {
  const { rows, ...schema } = table('rain', ['place'], [{ place: value }]);
  return {
    rows,
    schema: { ...schema, path: 'csv/rain.csv', fields: [field('place', { constraints: { pattern } })] },
  };
};

describe('a pattern that comes with a copy', () => {
  it('and never ends is told, and is not tried again', () => {
    const { table: rest, findings } = withoutEndless(made('(a+)+b', 'a'.repeat(60)), 100);
    expect(findings.map(renderFinding)).toEqual([
      'csv/rain.csv: table rain, column place\n  expected a pattern that can be tried, found one that takes for ever',
    ]);
    expect(schemaFindings([rest], [rest.schema])).toEqual([]);
  });

  it('and ends is left as it is', () => {
    const { table: rest, findings } = withoutEndless(made('\\d+( \\d+)*', '1 2 x'));
    expect(findings).toEqual([]);
    expect(schemaFindings([rest], [rest.schema]).map(({ expected }) => expected)).toEqual([
      'text like \\d+( \\d+)*',
    ]);
  });
});
