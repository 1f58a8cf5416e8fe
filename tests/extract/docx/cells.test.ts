import { describe, expect, it } from 'vitest';
import { docxSource } from '../../../pipeline/extract/docx/source.ts';
import { layerOfSource } from '../../../pipeline/extract/source-layer.ts';
import { madeUpDocx, paragraph, row, run, table } from './made-up-docx.ts';
import { cells, lines } from './read-document.ts';

const DOWN = '<w:vMerge/>';
const FROM_HERE = '<w:vMerge w:val="restart"/>';

describe('the cells of a document of a word processor', () => {
  it('span rows and columns where they are merged', () => {
    const body = table(
      [
        ['Place', FROM_HERE],
        ['Rain', '<w:gridSpan w:val="2"/>'],
      ],
      [['', DOWN], '2001', '2002'],
      ['Hill', '1', '2'],
    );
    expect(cells(body)).toEqual([
      ['Place', 'Rain', ''],
      ['', '2001', '2002'],
      ['Hill', '1', '2'],
    ]);
  });

  it('stay in their columns in a row that begins further right', () => {
    const body = `<w:tbl>${row('', ['Place', '2001', '2002'])}${row('<w:gridBefore w:val="1"/>', ['1', '2'])}${row('', ['Hill', '3', '4'])}</w:tbl>`;
    expect(cells(body)).toEqual([
      ['Place', '2001', '2002'],
      ['', '1', '2'],
      ['Hill', '3', '4'],
    ]);
  });

  it('hold marks that are raised by themselves, by their style or by their place', () => {
    const styles = '<w:style w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>';
    for (const properties of [
      '<w:vertAlign w:val="superscript"/>',
      '<w:rStyle w:val="Mark"/>',
      '<w:position w:val="6"/>',
    ]) {
      const body = table(['Hill', paragraph('302,7', ['2)', properties])]);
      const { evidence, text } = layerOfSource(docxSource(madeUpDocx(body, { styles }), 'made-up.docx'));
      expect(evidence.raised.map(({ start, end }) => text.slice(start, end))).toEqual(['2)']);
    }
  });

  it('leave out what is deleted, moved away or struck out, and hold what is inserted', () => {
    const deleted = `<w:p><w:del><w:r><w:delText>1</w:delText></w:r></w:del><w:moveFrom>${run('3')}</w:moveFrom><w:ins>${run('2')}</w:ins></w:p>`;
    expect(cells(table(['Hill', deleted]))).toEqual([['Hill', '2']]);
    expect(cells(table(['Hill', paragraph(['12', '<w:dstrike/>'], ' 15')]))).toEqual([['Hill', '15']]);
    expect(cells(`<w:tbl>${row('', ['Hill', '1'])}${row('<w:del/>', ['Dale', '2'])}</w:tbl>`)).toEqual([
      ['Hill', '1'],
    ]);
    expect(() => cells(`<w:tbl>${row('', ['Hill', ['1', '<w:cellDel/>']])}</w:tbl>`)).toThrow(
      'accept or reject',
    );
  });

  it('hold no text that is hidden, by itself or by a style', () => {
    const styles =
      '<w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Off"><w:basedOn w:val="Base"/></w:style>';
    const body = table([
      'Hill',
      paragraph('1', ['2', '<w:vanish/>'], ['3', '<w:rStyle w:val="Off"/>'], ['4', '<w:vanish w:val="0"/>']),
    ]);
    expect(cells(body, { styles })).toEqual([['Hill', '14']]);
    expect(lines(body, { styles })).toContain('unseen: 23');
  });

  it.each([
    ['<w:color w:val="FFFFFF"/>', ''],
    ['<w:color w:val="FFFFFF" w:themeColor="background1"/>', ''],
    ['<w:rStyle w:val="White"/>', ''],
    ['<w:color w:val="EEEEEE"/>', '<w:shd w:val="clear" w:fill="EEEEEE"/>'],
    ['<w:color w:val="000000"/>', '<w:shd w:val="solid" w:color="auto"/>'],
    ['<w:color w:val="FFFF00"/><w:shd w:val="clear" w:fill="FFFF00"/>', ''],
    ['<w14:textFill><w14:noFill/></w14:textFill>', ''],
    ['<w:color w:themeColor="background1"/>', ''],
    ['<w14:textFill><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>', ''],
    ['<w14:textFill><w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill></w14:textFill>', ''],
    [
      '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill></w14:textFill>',
      '',
    ],
    ['<w:color w:val="000000"/>', '<w:shd w:val="clear" w:fill="auto" w:themeFill="text1"/>'],
    ['<w:sz w:val="2"/>', ''],
  ])('hold nothing that cannot be seen: %s on %s', (properties, ground) => {
    const styles = '<w:style w:styleId="White"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>';
    const cell = paragraph(['9', properties], ['345.5', '<w:color w:val="FF0000"/>']);
    expect(cells(table(['Hill', [cell, ground]]), { styles })).toEqual([['Hill', '345.5']]);
  });

  it.each([
    ['<w:color w:val="FFFFFF"/>', '<w:shd w:val="clear" w:fill="003366"/>'],
    ['<w:color w:val="FFFFFF"/>', '<w:shd w:val="pct25" w:color="000000" w:fill="FFFFFF"/>'],
    ['<w:color w:val="auto"/>', '<w:shd w:val="clear" w:fill="000000"/>'],
    ['', '<w:shd w:val="clear" w:fill="000000"/>'],
    ['<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>', ''],
    ['<w:color w:val="FFFFFF"/><w:outline/>', ''],
    ['<w:color w:val="FFFFFF"/>', '<w:shd w:val="clear" w:fill="auto" w:themeFill="text1"/>'],
    ['<w:color w:val="FFFFFF"/>', '<w:shd w:val="clear" w:themeFill="accent1"/>'],
    ['<w:color w:themeColor="accent2"/>', ''],
    ['<w:color w:val="FFFFFF"/><w:highlight w:val="darkYellow"/>', ''],
    ['<w:color w:val="FFFFFF"/><w14:textFill><w14:solidFill/></w14:textFill>', ''],
  ])('hold letters that stand out from their ground: %s on %s', (properties, ground) => {
    expect(cells(table(['Hill', [paragraph(['345.5', properties]), ground]]))).toEqual([['Hill', '345.5']]);
  });

  it('hold white letters in a table whose style colours its cells', () => {
    const styles =
      '<w:style w:type="table" w:styleId="Dark"><w:tblStylePr><w:tcPr><w:shd w:fill="003366"/></w:tcPr></w:tblStylePr></w:style>';
    const own = table(['Hill', paragraph(['345.5', '<w:color w:val="FFFFFF"/>'])]);
    const body = own.replace('<w:tbl>', '<w:tbl><w:tblPr><w:tblStyle w:val="Dark"/></w:tblPr>');
    expect(cells(body, { styles })).toEqual([['Hill', '345.5']]);
    expect(cells(body)).toEqual([]);
  });

  it('hold digits that are smaller than their number as marks', () => {
    const body = table(['Hill', paragraph(['345.5', '<w:sz w:val="22"/>'], ['1', '<w:sz w:val="14"/>'])]);
    const { evidence, text } = layerOfSource(docxSource(madeUpDocx(body), 'made-up.docx'));
    expect(evidence.raised.map(({ start, end }) => text.slice(start, end))).toEqual(['1']);
    expect(
      cells(table(['Hill', paragraph(['34', '<w:sz w:val="22"/>'], ['5', '<w:sz w:val="21"/>'])])),
    ).toEqual([['Hill', '345']]);
  });

  it.each([
    ['<w:rFonts w:ascii="Wingdings"/>', '9', '\ufffd'],
    ['<w:rFonts w:ascii="Symbol"/>', 'a', '\ufffd'],
    ['<w:rFonts w:ascii="Symbol"/>', '\uf02d', '\ufffd'],
    ['<w:rFonts w:ascii="Symbol"/>', '-9', '-9'],
  ])('hold no letters of a font of signs: %s %s', (font, text, read) => {
    expect(cells(table(['Hill', paragraph([text, font], '5')]))).toEqual([['Hill', `${read}5`]]);
  });

  it('are refused where their digits are printed from right to left', () => {
    expect(() => cells(table(['Hill', `<w:p><w:bdo w:val="rtl">${run('543')}</w:bdo></w:p>`]))).toThrow(
      'turned round',
    );
  });

  it('hold the base of annotated text and what stands above it as a mark', () => {
    const ruby = `<w:p><w:r><w:ruby><w:rt>${run('9')}</w:rt><w:rubyBase>${run('345')}</w:rubyBase></w:ruby></w:r></w:p>`;
    const { evidence, text } = layerOfSource(docxSource(madeUpDocx(table(['Hill', ruby])), 'made-up.docx'));
    expect(text).toContain('3459');
    expect(evidence.raised.map(({ start, end }) => text.slice(start, end))).toEqual(['9']);
  });

  it.each(['FORMDROPDOWN', 'MACROBUTTON x 9', 'EQ \\s\\up6(1)', ' LISTNUM '])(
    'show a field that prints what the file does not hold as something that nobody can read: %s',
    (instruction) => {
      const step = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
      const field = `${step('begin')}<w:r><w:instrText>${instruction}</w:instrText></w:r>${step('end')}`;
      expect(cells(table(['Hill', `<w:p>${field}${run('5')}</w:p>`]))).toEqual([['Hill', '\ufffd5']]);
      const simple = `<w:p><w:fldSimple w:instr="${instruction}"/>${run('5')}</w:p>`;
      expect(cells(table(['Hill', simple]))).toEqual([['Hill', '\ufffd5']]);
    },
  );

  it('part numbers at a tab, and keep a hyphen that does not break', () => {
    const body = table(['Hill', '<w:p><w:r><w:t>12</w:t><w:tab/><w:t>345</w:t></w:r></w:p>']);
    const remarks = layerOfSource(docxSource(madeUpDocx(body), 'made-up.docx')).evidence.remarks ?? [];
    expect(remarks.map(({ stops }) => stops)).toEqual([true]);
    expect(cells(table(['Hill', '<w:p><w:r><w:noBreakHyphen/><w:t>5</w:t></w:r></w:p>']))).toEqual([
      ['Hill', '\u20115'],
    ]);
  });
});
