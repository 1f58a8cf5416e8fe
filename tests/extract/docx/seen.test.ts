import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxSource } from '../../../pipeline/extract/docx/source.ts';
import { tableTexts } from '../../../pipeline/page/table.ts';
import { madeUpDocx, paragraph, row, run, table } from './made-up-docx.ts';

const DRAWN = '\ufffd';

function cells(body: string, numbering = ''): readonly (readonly string[])[] {
  const { pages } = docxSource(madeUpDocx(body, { numbering }), 'made-up.docx');
  return pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? tableTexts(block) : [])),
  );
}

const field = (instruction: string, result: string): string =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

describe('a cell of a document of a word processor', () => {
  it('holds the number of an item without text, which is printed', () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="7"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>';
    expect(cells(table([item, 'Hill', '1'], [item, 'Dale', '2']), numbering)).toEqual([
      ['7.', 'Hill', '1'],
      ['8.', 'Dale', '2'],
    ]);
  });

  it.each(['PAGE', 'NUMPAGES \\* MERGEFORMAT', 'DATE \\@ "yyyy"', 'time', 'SectionPages'])(
    'is nothing that can be read where its number is reckoned anew at each print: %s',
    (instruction) => {
      expect(cells(table(['Hill', field(instruction, '5')]))[0]?.[1]).toContain(DRAWN);
      const simple = `<w:p><w:fldSimple w:instr=" ${instruction.replaceAll('"', '&quot;')} ">${run('5')}</w:fldSimple></w:p>`;
      expect(cells(table(['Hill', simple]))[0]?.[1]).toContain(DRAWN);
    },
  );

  it.each(['=SUM(ABOVE)', 'SEQ Table', 'MERGEFIELD page', 'REF date', 'PAGEREF _Toc1', 'SECTIONS'])(
    'holds the result of a field that is reckoned when it is told to: %s',
    (instruction) => {
      expect(cells(table(['Hill', field(instruction, '5')]))).toEqual([['Hill', '5']]);
    },
  );

  it.each([
    paragraph(['34', '<w:eastAsianLayout w:id="1" w:combine="1"/>'], '5'),
    paragraph(['345', '<w:fitText w:val="20"/>']),
    `<w:p><w:pPr><w:framePr w:hAnchor="page" w:x="100"/></w:pPr>${run('345')}</w:p>`,
  ])('is nothing that can be read where digits stand elsewhere than they are written: %s', (cell) => {
    expect(cells(table(['Hill', cell]))[0]?.[1]).toContain(DRAWN);
  });

  it.each([
    paragraph(['345', '<w:eastAsianLayout w:id="1" w:vert="1"/>']),
    paragraph(['345', '<w:fitText w:val="600"/>']),
    `<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="2"/></w:pPr>${run('3')}</w:p>${paragraph('45')}`,
  ])('and is read where they do not: %s', (cell) => {
    expect(cells(table(['Hill', cell]))).toEqual([['Hill', '345']]);
  });
});

describe('a control that is bound to data of the file', () => {
  const control = (content: string, more = ''): string =>
    `<w:sdt><w:sdtPr>${more}<w:dataBinding w:xpath="/ns0:survey[1]/ns0:total[1]" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  const shown = (cell: string, data: string): string | undefined => {
    const files = unzipSync(madeUpDocx(table(['Hill', cell])));
    const bytes = zipSync({ ...files, 'customXml/item1.xml': strToU8(data) });
    const { pages } = docxSource(bytes, 'made-up.docx');
    const [found] = pages.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
    return found === undefined ? undefined : tableTexts(found)[0]?.[1];
  };
  const inText = `<w:p>${control(run('345'))}</w:p>`;
  const whole = `<w:p>${run('')}</w:p>${control(paragraph('345'))}`;

  it.each([inText, whole])(
    'is nothing that can be read where it holds another value than these: %.20s',
    (cell) => {
      expect(shown(cell, '<s:survey xmlns:s="a"><s:total>346</s:total></s:survey>')).toContain(DRAWN);
    },
  );

  it.each([
    [inText, '<survey><total> 345\n</total></survey>'],
    [whole, '<s:survey xmlns:s="a"><s:total>345</s:total></s:survey>'],
    [inText, '<survey><sum>346</sum></survey>'],
    [`<w:p>${control(run('345'), '<w:date/>')}</w:p>`, '<survey><total>346</total></survey>'],
  ])('is read where it holds theirs, and where these tell nothing: %.20s', (cell, data) => {
    expect(shown(cell, data)).toBe('345');
  });
});

it('a table of a word processor tells that its first column stands at the right', () => {
  const isFromRight = (properties: string): unknown => {
    const body = table(['Hill', '-5'], ['Dale', '6']).replace(
      '<w:tbl>',
      `<w:tbl><w:tblPr>${properties}</w:tblPr>`,
    );
    const { pages } = docxSource(madeUpDocx(body), 'made-up.docx');
    const [found] = pages.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
    expect(found === undefined ? [] : tableTexts(found)).toEqual([
      ['Hill', '-5'],
      ['Dale', '6'],
    ]);
    return found?.isFromRight;
  };
  expect(isFromRight('<w:bidiVisual/>')).toBe(true);
  expect(isFromRight('')).toBeUndefined();
});

describe('a row of a document of a word processor with fewer cells than columns', () => {
  const wide = (text: string, width: number): readonly [string, string] => [
    text,
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
  ];
  const grid = (...short: readonly (readonly [string, string])[]): string =>
    `<w:tbl><w:tblGrid>${'<w:gridCol w:w="1000"/>'.repeat(3)}</w:tblGrid>${row('', ['Place', '2001', '2002'])}${row('', short)}</w:tbl>`;

  it('stops the build where they are as wide as other columns: a value would be that of another', () => {
    expect(() => cells(grid(wide('Hill', 2000), wide('5', 1000)))).toThrow('fewer cells');
    expect(() => cells(grid(wide('Hill', 1000), wide('5', 2000)))).toThrow('fewer cells');
  });

  it('is read where they are as wide as theirs, say nothing of it, or span columns', () => {
    expect(cells(grid(wide('Hill', 1010), wide('5', 990)))[1]).toEqual(['Hill', '5', '']);
    expect(cells(grid(['Hill', ''], ['5', '']))[1]).toEqual(['Hill', '5', '']);
    const spanning: readonly [string, string] = [
      'Hill',
      '<w:tcW w:w="2000" w:type="dxa"/><w:gridSpan w:val="2"/>',
    ];
    expect(cells(grid(spanning, wide('5', 1000)))[1]).toEqual(['Hill', '', '5']);
  });
});
