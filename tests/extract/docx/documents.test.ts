import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docxSource } from '../../../pipeline/extract/docx/source.ts';
import { extract } from '../../../pipeline/extract/extract.ts';
import { layerOfSource } from '../../../pipeline/extract/source-layer.ts';
import { linesOf } from '../../../pipeline/page/source.ts';
import { tableTexts } from '../../../pipeline/page/table.ts';
import { textOf } from '../../../pipeline/page/token.ts';
import { outcomeOfSource, SAME } from '../../project.ts';
import { madeUpDocx, type OtherParts, paragraph, row, run, table } from './made-up-docx.ts';

function lines(body: string, others?: OtherParts): readonly string[] {
  return docxSource(madeUpDocx(body, others), 'made-up.docx').pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => linesOf(block).map(({ tokens }) => `${block.kind}: ${textOf(tokens)}`)),
  );
}

function cells(body: string, others?: OtherParts): readonly (readonly string[])[] {
  const { pages } = docxSource(madeUpDocx(body, others), 'made-up.docx');
  return pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? tableTexts(block) : [])),
  );
}

const DOWN = '<w:vMerge/>';
const FROM_HERE = '<w:vMerge w:val="restart"/>';

describe('the annexes as LibreOffice writes them', () => {
  it('are read cell for cell', async () => {
    const file = join(import.meta.dirname, '../../fixtures/docx/annexes.docx');
    expect(outcomeOfSource(await extract(readFileSync(file), file))).toEqual(SAME);
  });
});

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

describe('the text of a document of a word processor', () => {
  const numbering = `<w:abstractNum w:abstractNumId="7">
    <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="chicago"/><w:lvlText w:val="%3"/></w:lvl>
    </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`;
  const item = (level: number, text: string, more = ''): string =>
    `<w:p><w:pPr>${more}<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;

  it('counts on where a level is said to begin anew behind none, or behind one above', () => {
    const levels = ['', '<w:lvlRestart w:val="0"/>', '<w:lvlRestart w:val="1"/>'].map(
      (restart, level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>${restart}<w:lvlText w:val="%${level + 1}."/></w:lvl>`,
    );
    const own = `<w:abstractNum w:abstractNumId="7">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`;
    const body = [0, 1, 2, 1, 2, 0, 1, 2].map((level) => item(level, 'a')).join('');
    expect(lines(body, { numbering: own }).map((line) => line.slice(11))).toEqual([
      '1. a',
      '1. a',
      '1. a',
      '2. a',
      '2. a',
      '2. a',
      '3. a',
      '1. a',
    ]);
  });

  it('counts as the style says that its kind of list is of', () => {
    const own = `${numbering.replace('<w:lvl ', '<w:styleLink w:val="Law"/><w:lvl ')}<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="Law"/></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>`;
    const other = item(0, 'b').replace('w:numId w:val="1"', 'w:numId w:val="2"');
    expect(lines(item(0, 'a') + other, { numbering: own })).toEqual(['paragraph: 3. a', 'paragraph: 4. b']);
  });

  it('counts no paragraph that is hidden as a whole', () => {
    const hidden = item(0, 'x', '<w:rPr><w:vanish/></w:rPr>').replace(
      '<w:rPr></w:rPr><w:t',
      '<w:rPr><w:vanish/></w:rPr><w:t',
    );
    expect(lines(item(0, 'a') + hidden + item(0, 'b'), { numbering })).toEqual([
      'paragraph: 3. a',
      'paragraph: 4. b',
      'unseen: x',
    ]);
  });

  it('has the numbers that are printed before its paragraphs', () => {
    expect(
      lines(item(0, 'a') + item(1, 'b') + item(1, 'c') + item(0, 'd') + item(1, 'e'), { numbering }),
    ).toEqual([
      'paragraph: 3. a',
      'paragraph: 3.a) b',
      'paragraph: 3.b) c',
      'paragraph: 4. d',
      'paragraph: 4.a) e',
    ]);
    expect(() => lines(item(2, 'a'), { numbering })).toThrow(
      'counted in a way that is not known ("chicago")',
    );
  });

  it('begins paragraphs, and no heading, though one is numbered', () => {
    const styles = '<w:style w:styleId="H"><w:name w:val="heading 1"/></w:style>';
    const body = item(0, 'Rain', '<w:pStyle w:val="H"/>') + paragraph('It rains.');
    const { text } = layerOfSource(docxSource(madeUpDocx(body, { styles, numbering }), 'made-up.docx'));
    expect(text).toBe('3. Rain\n      It rains.');
  });

  it('prints the result of a field, and not its instruction', () => {
    const field =
      '<w:fldChar w:fldCharType="begin"/><w:instrText>PAGE 9</w:instrText><w:t>8</w:t><w:fldChar w:fldCharType="separate"/><w:t>5</w:t><w:fldChar w:fldCharType="end"/>';
    expect(lines(`<w:p><w:r>${field}</w:r></w:p>`)).toEqual(['paragraph: 5']);
  });

  it('prints no instruction of a field that goes on over paragraphs', () => {
    const step = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body = `<w:p>${run('a')}${step('begin')}<w:r><w:instrText>IF 1=1</w:instrText></w:r></w:p>${paragraph('"x"')}<w:p>${step('separate')}${run('b')}${step('end')}${run('c')}</w:p>`;
    expect(lines(body)).toEqual(['paragraph: a', 'paragraph: bc']);
  });

  it('has what is written in several ways once, where all of them say the same', () => {
    const ways = (first: string, other: string): string =>
      `<mc:AlternateContent><mc:Choice Requires="x">${first}</mc:Choice><mc:Fallback>${other}</mc:Fallback></mc:AlternateContent>`;
    expect(lines(`<w:p>${ways(run('5'), run('5'))}</w:p>`)).toEqual(['paragraph: 5']);
    expect(lines(ways(paragraph('5'), paragraph('5')))).toEqual(['paragraph: 5']);
    expect(lines(`<w:p><w:r>${ways('<w:t>5</w:t>', '<w:t>5</w:t>')}</w:r></w:p>`)).toEqual(['paragraph: 5']);
    expect(lines(`<w:p>${run('a')}${ways(run('5'), run('6'))}</w:p>`)).toEqual(['paragraph: a']);
    const box = `<w:pict><w:txbxContent>${paragraph('7')}</w:txbxContent></w:pict>`;
    expect(lines(`<w:p>${run('5')}<w:r>${ways(box, box)}</w:r></w:p>`)).toEqual([
      'paragraph: 5',
      'paragraph: 7',
    ]);
    const rows = ways(row('', ['Hill', '1']), row('', ['Hill', '1']));
    expect(cells(`<w:tbl>${rows}${row('', ['Dale', '3'])}</w:tbl>`)).toEqual([
      ['Hill', '1'],
      ['Dale', '3'],
    ]);
  });

  it('is refused where a part of it is another file', () => {
    for (const body of ['<w:altChunk/>', `<w:p>${run('a')}<w:subDoc/></w:p>`, '<w:subDoc/>'])
      expect(() => lines(body)).toThrow('a part that is another file');
  });

  it('has the large letter that a paragraph begins with before its word', () => {
    const large = `<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>${run('R')}</w:p>`;
    expect(lines(large + paragraph('ain fell.'))).toEqual(['paragraph: Rain fell.']);
  });

  it('tells of pictures and formulas in it, and stops numbers that they touch', () => {
    const body = `<w:p>${run('5')}<w:r><w:sym/></w:r>${run('6 hills, ')}<m:oMath/>${run(' dales')}</w:p>`;
    const layer = layerOfSource(docxSource(madeUpDocx(body), 'made-up.docx'));
    expect(layer.evidence.remarks?.map(({ stops }) => stops)).toEqual([true, true, false, false]);
    expect(layer.evidence.notes).toHaveLength(1);
  });

  it('has its footnotes behind it, each with its mark', () => {
    const note = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const footnotes = `<w:footnote w:id="1">${paragraph('Rain.')}</w:footnote><w:footnote w:id="2">${paragraph('Snow.')}</w:footnote>`;
    expect(lines(`<w:p>${run('a')}${note(2)}${run(' b')}${note(1)}</w:p>`, { footnotes })).toEqual([
      'paragraph: a1 b1'.replace('b1', 'b2'),
      'paragraph: 1 Snow.',
      'paragraph: 2 Rain.',
    ]);
  });

  describe('has footnotes', () => {
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const footnotes = `<w:footnote w:id="2">${paragraph('Seen.')}</w:footnote>`;
    const body = `<w:p>${run('a')}${note}</w:p><w:p>${run('b')}${note}</w:p>`;
    const counted = (settings: string, text = body): readonly string[] =>
      lines(text, { footnotes, settings: `<w:footnotePr>${settings}</w:footnotePr>` }).slice(0, 2);

    it('that are counted as it says', () => {
      expect(counted('')).toEqual(['paragraph: a1', 'paragraph: b2']);
      expect(counted('<w:numFmt w:val="lowerLetter"/>')).toEqual(['paragraph: aa', 'paragraph: bb']);
      expect(counted('<w:numStart w:val="5"/>')).toEqual(['paragraph: a5', 'paragraph: b6']);
      const section =
        '<w:p><w:pPr><w:sectPr><w:footnotePr><w:numStart w:val="7"/></w:footnotePr></w:sectPr></w:pPr></w:p>';
      expect(counted('', body + section)).toEqual(['paragraph: a7', 'paragraph: b8']);
    });

    it('and is refused where nobody can count them without its pages', () => {
      expect(() => counted('<w:numFmt w:val="chicago"/>')).toThrow('counted in a way that is not known');
      expect(() => counted('<w:numRestart w:val="eachPage"/>')).toThrow('anew');
      expect(counted('<w:numRestart w:val="eachSect"/>')).toEqual(['paragraph: a1', 'paragraph: b2']);
    });
  });

  it('goes on where the end of a paragraph is deleted, and in boxes and controls', () => {
    const body = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('one')}</w:p>${paragraph(' two')}
      <w:sdt><w:sdtContent>${paragraph('three')}</w:sdtContent></w:sdt>
      <w:p><w:r><w:pict><w:txbxContent>${paragraph('four')}</w:txbxContent></w:pict></w:r></w:p>`;
    expect(lines(body)).toEqual(['paragraph: one two', 'paragraph: three', 'paragraph: four']);
  });
});

describe('a file that is no document of a word processor', () => {
  it.each([
    ['one of the old format, or with a password', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0])],
    ['a damaged file, or one of another kind', new TextEncoder().encode('no archive at all')],
    ['a damaged file, or one of another kind', madeUpDocx(paragraph('x')).slice(0, 300)],
  ])('is refused: %s', (found, bytes) => {
    expect(() => docxSource(bytes, 'made-up.docx')).toThrow(found);
  });
});
