import { describe, expect, it } from 'vitest';
import { SourceFault } from '../../pipeline/page/finding.ts';
import { readCodelist } from '../../pipeline/template/codelist.ts';

function read(text: string) {
  return readCodelist({ path: 'sources/x/codelists/orchard.csv', text });
}

/** What a code list is refused for. */
function refusal(text: string) {
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.findings[0];
  }
}

describe('a code list', () => {
  it('is named by its file, keyed by its first column, in printed order', () => {
    expect(read('orchard,name,kind\nB,"Hill, south",hill\nA,Valley,\n')).toEqual({
      name: 'orchard',
      path: 'sources/x/codelists/orchard.csv',
      key: 'orchard',
      columns: ['orchard', 'name', 'kind'],
      entries: [
        { code: 'B', line: 2, fields: { orchard: 'B', name: 'Hill, south', kind: 'hill' } },
        { code: 'A', line: 3, fields: { orchard: 'A', name: 'Valley', kind: '' } },
      ],
    });
  });

  it('may begin with a byte order mark and end its lines as Windows does', () => {
    expect(read('\ufefforchard,name\r\nA,Valley\r\n')).toMatchObject({
      key: 'orchard',
      entries: [{ code: 'A', fields: { name: 'Valley' } }],
    });
  });

  it.each([
    ['a code that stands twice', 'orchard,name\nA,x\nB,y\nA,z\n', 4, '"A" again (first in line 2)'],
    ['a code that is empty', 'orchard,name\nA,x\n,y\n', 3, 'an empty code'],
    [
      'a code that stands twice behind an empty line',
      'orchard,name\nA,x\n\nA,z\n',
      4,
      '"A" again (first in line 2)',
    ],
  ])('with %s is refused with its line', (_, text, line, found) => {
    expect(refusal(text)).toMatchObject({
      kind: 'codelist',
      place: { file: 'sources/x/codelists/orchard.csv', line },
      found,
    });
  });

  it.each([
    ['a row that is too long', 'orchard,name\nA,x\nB,y,z\n', 3],
    ['a row that is too short', 'orchard,name\nA,x\nB\n', 3],
    ['a quote that is not closed', 'orchard,name\nA,"x\n', undefined],
  ])('with %s is refused', (_, text, line) => {
    expect(refusal(text)).toMatchObject({
      kind: 'codelist',
      expected: 'valid CSV',
      place: line === undefined ? {} : { line },
    });
  });

  it('that is empty is refused', () => {
    expect(refusal('')).toMatchObject({ kind: 'codelist', expected: 'a header line' });
  });
});
