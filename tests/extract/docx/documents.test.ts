import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docxSource } from '../../../pipeline/extract/docx/source.ts';
import { extract } from '../../../pipeline/extract/extract.ts';
import { layerOfSource } from '../../../pipeline/extract/source-layer.ts';
import { outcomeOfSource, SAME } from '../../project.ts';
import { madeUpDocx, paragraph, row, run } from './made-up-docx.ts';
import { cells, lines } from './read-document.ts';

describe('the annexes as LibreOffice writes them', () => {
  it('are read cell for cell', async () => {
    const file = join(import.meta.dirname, '../../fixtures/docx/annexes.docx');
    expect(outcomeOfSource(await extract(readFileSync(file), file))).toEqual(SAME);
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
