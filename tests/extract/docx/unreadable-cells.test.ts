import { describe, expect, it } from 'vitest';
import { docxSource } from '../../../pipeline/extract/docx/source.ts';
import { layerOfSource } from '../../../pipeline/extract/source-layer.ts';
import { madeUpDocx, paragraph, row, run, table } from './made-up-docx.ts';
import { cells } from './read-document.ts';

describe('what nobody can read in the cells of a document of a word processor', () => {
  it.each([
    ['a page number', '<w:r><w:pgNum/></w:r>'],
    ['a part of another kind', '<w:r><w:contentPart/></w:r>'],
    ['a date', '<w:r><w:dayShort/></w:r>'],
    ['letters without a width', run('1', '<w:w w:val="1"/>')],
    ['letters over each other', run('12', '<w:spacing w:val="-400"/>')],
  ])('show %s as something that nobody can read', (_, drawn) => {
    const number = paragraph(run('5')).replace('</w:p>', `${drawn}</w:p>`);
    expect(cells(table(['Hill', number]))[0]?.[1]).toContain('\ufffd');
  });

  const other = (texts: readonly [string, string], of: (text: string) => string): string =>
    `<mc:AlternateContent><mc:Choice Requires="a">${of(texts[0])}</mc:Choice><mc:Fallback>${of(texts[1])}</mc:Fallback></mc:AlternateContent>`;
  const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;

  it.each([
    [
      'a line of a point',
      paragraph('345').replace('<w:p>', '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>'),
    ],
    [
      'one of several texts',
      `<w:p><w:r>${other(['345', '999'], (text) => `<w:t>${text}</w:t>`)}</w:r></w:p>`,
    ],
    ['one of several paragraphs', other(['345', '999'], (text) => paragraph(text))],
    ['text in a box', `<w:p><w:r><w:pict>${box('345')}</w:pict></w:r></w:p>`],
    [
      'the result of a field that is to be reckoned',
      `<w:p><w:fldSimple w:instr="=3" w:dirty="true">${run('345')}</w:fldSimple></w:p>`,
    ],
    [
      'the same of a field in parts',
      `<w:p><w:r><w:fldChar w:fldCharType="begin" w:dirty="1"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('345')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    ],
    ['a field without its result', '<w:p><w:fldSimple w:instr="=SUM(ABOVE)"/></w:p>'],
  ])('show %s as something that nobody can read', (_, cell) => {
    expect(cells(table(['Hill', cell]))[0]?.[1]).toContain('\ufffd');
  });

  it.each([
    ['crossed from corner to corner', '<w:tcBorders><w:tl2br w:val="single"/></w:tcBorders>'],
    ['no wider than a point', '<w:tcW w:w="20" w:type="dxa"/>'],
  ])('show what is %s as something that nobody can read', (_, properties) => {
    expect(cells(table(['Hill', [paragraph('345'), properties]]))[0]?.[1]).toContain('\ufffd');
  });

  it('show what stands in a row of a point as something that nobody can read', () => {
    const low = row('<w:trHeight w:val="20" w:hRule="exact"/>', ['Hill', '345']);
    expect(cells(`<w:tbl>${low}</w:tbl>`)).toEqual([['\ufffd Hill', '\ufffd 345']]);
  });

  it.each([
    ['two lines in 14 pt', '280', '<w:p><w:r><w:t>1 234</w:t><w:br/><w:t>567</w:t></w:r></w:p>', ''],
    ['two paragraphs in 14 pt', '280', paragraph('345') + paragraph('9'), ''],
    [
      'a line that is too long for its column',
      '280',
      paragraph('1 234 567 890'),
      '<w:tcW w:w="900" w:type="dxa"/>',
    ],
    [
      'a line far below the edge',
      '280',
      '<w:p><w:pPr><w:spacing w:before="400"/></w:pPr><w:r><w:t>9</w:t></w:r></w:p>',
      '',
    ],
    ['letters twice as high', '240', paragraph(['345', '<w:sz w:val="60"/>']), ''],
  ])(
    'show what a row of its own height cuts off as something that nobody can read: %s',
    (_, height, cell, width) => {
      const low = row(`<w:trHeight w:val="${height}" w:hRule="exact"/>`, ['Hill', [cell, width]]);
      expect(cells(`<w:tbl>${low}</w:tbl>`)[0]?.[1]).toContain('\ufffd');
      expect(cells(`<w:tbl>${low.replace('exact', 'atLeast')}</w:tbl>`)[0]?.[1]).not.toContain('\ufffd');
    },
  );

  it.each([
    ['280', paragraph('1 234 567'), '<w:tcW w:w="1200" w:type="dxa"/>'],
    ['480', '<w:p><w:r><w:t>345</w:t><w:br/><w:t>9</w:t></w:r></w:p>', ''],
    [
      '280',
      '<w:p><w:pPr><w:spacing w:line="140" w:lineRule="exact"/></w:pPr><w:r><w:t>1</w:t><w:br/><w:t>2</w:t></w:r></w:p>',
      '',
    ],
    ['280', `${paragraph('345')}<w:p/>`, ''],
  ])('and nothing that has room in it: %s, %s', (height, cell, width) => {
    const low = row(`<w:trHeight w:val="${height}" w:hRule="exact"/>`, ['Hill', [cell, width]]);
    expect(cells(`<w:tbl>${low}</w:tbl>`)[0]?.[1]).not.toContain('\ufffd');
  });

  it('are read where they are low and wide enough, and where all that is written in several ways says the same', () => {
    const properties = '<w:tcW w:w="0" w:type="auto"/><w:tcBorders><w:tl2br w:val="nil"/></w:tcBorders>';
    const same = `<w:p><w:r>${other(['345', '345'], (text) => `<w:t>${text}</w:t>`)}</w:r></w:p>`;
    const low = row('<w:trHeight w:val="240" w:hRule="exact"/>', ['Hill', [same, properties]]);
    expect(cells(`<w:tbl>${low}</w:tbl>`)).toEqual([['Hill', '345']]);
  });

  it('are refused behind a field that does not end', () => {
    const begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=3</w:instrText></w:r>';
    expect(() => cells(table(['Hill', `<w:p>${begun}${run('345')}</w:p>`]))).toThrow(
      'a field that does not end',
    );
  });

  it.each(['PAGE', ' =SUM(ABOVE) '])('show a field without a result as what nobody can read: %s', (field) => {
    const of = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const drawn = `${of('begin')}<w:r><w:instrText>${field}</w:instrText></w:r>${of('end')}`;
    expect(cells(table(['Hill', `<w:p>${drawn}${run('5')}</w:p>`]))).toEqual([['Hill', '\ufffd5']]);
  });

  it.each([
    paragraph(['12 345', '<w:rtl/>']),
    `<w:p><w:pPr><w:bidi/></w:pPr>${run('12 345')}</w:p>`,
    `<w:p><w:dir w:val="rtl">${run('12 345')}</w:dir></w:p>`,
  ])('are refused where groups of digits are shown from right to left: %s', (number) => {
    const source = docxSource(madeUpDocx(table(['Hill', number])), 'made-up.docx');
    expect(layerOfSource(source).evidence.remarks?.some(({ stops }) => stops)).toBe(true);
  });

  it.each(['<w:vanish/>', '<w:strike/>', '<w:vertAlign w:val="superscript"/>'])(
    'are refused where a style of tables says what is not read: %s',
    (look) => {
      const styles = `<w:style w:type="table" w:styleId="t"><w:rPr>${look}</w:rPr></w:style>`;
      const body = table(['Hill', '5']).replace(
        '<w:tbl>',
        '<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr>',
      );
      expect(() => cells(body, { styles })).toThrow('a style of tables');
    },
  );

  it('hold what is written in brackets of XML, and stop where a digit is a link of its own', () => {
    const number = '<w:p><w:r><w:t><![CDATA[5]]></w:t></w:r></w:p>';
    expect(cells(table(['Hill', number]))).toEqual([['Hill', '5']]);
    const linked = `<w:p>${run('345')}<w:hyperlink w:anchor="n">${run('1')}</w:hyperlink></w:p>`;
    const layer = layerOfSource(docxSource(madeUpDocx(table(['Hill', linked])), 'made-up.docx'));
    expect(layer.evidence.remarks?.[0]?.stops).toBe(true);
  });

  it('are shown again where the styles of a paragraph and of letters both hide them', () => {
    const hidden = (type: string): string =>
      `<w:style w:type="${type}" w:styleId="${type}"><w:rPr><w:vanish/></w:rPr></w:style>`;
    const styles = hidden('paragraph') + hidden('character');
    const of = (letters: string): string =>
      `<w:p><w:pPr><w:pStyle w:val="paragraph"/></w:pPr>${run('5', letters)}</w:p>`;
    const body = table(['Hill', of('<w:rStyle w:val="character"/>'), of('')]);
    expect(cells(body, { styles })).toEqual([['Hill', '5']]);
  });

  it('show a picture or a formula as something that nobody can read', () => {
    expect(cells(table(['Hill', '<w:p><w:r><w:drawing/><w:t>5</w:t></w:r></w:p>']))).toEqual([
      ['Hill', '\ufffd5'],
    ]);
    expect(
      cells(table(['Hill', '<w:p><w:r><w:sym w:font="Symbol" w:char="F02D"/><w:t>5</w:t></w:r></w:p>'])),
    ).toEqual([['Hill', '\ufffd5']]);
  });
});
