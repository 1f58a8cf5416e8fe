import { describe, expect, it } from 'vitest';
import { pdfLayer } from '../../layers.ts';
import { helvetica, pageDrawn, stream, writtenPdf } from './written-pdf.ts';

const textOf = async (bytes: Uint8Array): Promise<string> => (await pdfLayer(bytes, 'x.pdf')).text;

describe('a table of characters that the standard defines and a PDF only names', () => {
  /** Text of 16-bit characters, written as hexadecimal digits, in a font of that table. */
  function chinese(map: string, hex: string, more: readonly string[] = []): Uint8Array {
    return pageDrawn(`BT /F 10 Tf 20 200 Td <${hex}> Tj ET`, [
      `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding ${map}/DescendantFonts[6 0 R]>>`,
      '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500]/FontDescriptor 7 0 R>>',
      '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -140/CapHeight 700/StemV 80>>',
      ...more,
    ]);
  }

  it.each([
    ['/UniGB-UCS2-H', '0031003200204e2d6587', '12 中文'],
    ['/UniGB-UTF16-H', '0031003200206587', '12 文'],
    ['/GBK-EUC-H', '3132d6d0', '12中'],
    ['/GB-EUC-H', '3132cec4', '12文'],
    ['/Identity-H', '001200130014', '123'],
  ])('%s reads %s', async (map, hex, text) => {
    const read = await textOf(chinese(map, hex));
    expect(read.replace(/[^\d 中文]/gu, '')).toBe(text);
  });

  it('is read where a table of the file itself goes on from it', async () => {
    const own = stream(
      '/GB-EUC-H usecmap begincmap 1 begincodespacerange <00> <80> endcodespacerange 1 begincidchar <40> 18 endcidchar endcmap',
      '/Type/CMap/CMapName/Own/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/UseCMap/GB-EUC-H',
    );
    expect(await textOf(chinese('8 0 R', '313240', [own]))).toBe('121');
  });

  it('that is none is told as what it is, not as damage', async () => {
    await expect(pdfLayer(chinese('/NoSuchMap-H', '0031'), 'x.pdf')).rejects.toThrow(
      /^x\.pdf: pdf\n {2}expected fonts that say which characters their letters are, found one that does not \(.*NoSuchMap-H.*\); print it to a new PDF, or export its text$/,
    );
  });
});

describe('a font of which a file has only numbers of glyphs', () => {
  /** Three numbers in a font of a name, with more entries of it and of its collection. */
  const numbered = (name: string, hex: string, entries = '', ordering = 'Identity', kind = 2): Uint8Array =>
    pageDrawn(`BT /F 10 Tf 20 200 Td <${hex}> Tj ET`, [
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[6 0 R]${entries}>>`,
      `<</Type/Font/Subtype/CIDFontType${kind}/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 0>>/DW 556/FontDescriptor 7 0 R>>`,
      `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -140/CapHeight 700/StemV 80>>`,
      stream(
        'begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0016> <0018> <0031> endbfrange endcmap',
      ),
    ]);

  it.each([
    ['Arial', '001600170018', 2],
    ['Arial', '003300340035', 0],
    ['Times#20New#20Roman', '001600170018', 2],
    ['Own', '003300340035', 2],
    ['ABCDEF+Own', '003300340035', 0],
  ])('is not guessed at: %s, %s', async (name, hex, kind) => {
    await expect(textOf(numbered(name, hex, '', 'Identity', kind))).rejects.toThrow(
      'letters that name their characters',
    );
  });

  it('is read where a table of the file or the standard says what they are', async () => {
    expect(await textOf(numbered('Own', '001600170018', '/ToUnicode 8 0 R'))).toBe('123');
    expect(await textOf(numbered('Own', '001200130014', '', 'GB1', 0))).toBe('123');
  });
});

describe('a mark that is never ended', () => {
  const cell = (mark: number, x: number, y: number, text: string): string =>
    `/TD <</MCID ${mark}>> BDC BT /F 10 Tf ${x} ${y} Td (${text}) Tj ET EMC`;
  const plain = (content: string): Promise<string> => textOf(pageDrawn(content, [helvetica()]));

  it.each([
    ['of a property', '/Artifact <</Type/Layout>> BDC'],
    ['of none', '/Artifact BMC'],
    ['twice', '/P <</MCID 1>> BDC /Span BMC'],
  ])('%s leaves the page whole', async (_, open) => {
    expect(await plain(`${open} BT /F 10 Tf 20 200 Td (one) Tj ET`)).toBe('one');
  });

  it('hides no text that breaks off, and neither does a mark that is ended twice', async () => {
    for (const content of ['/P BMC BT /F 10 Tf (one) Tj', '/P BMC EMC EMC BT /F 10 Tf 20 200 Td (one) Tj']) {
      await expect(plain(content)).rejects.toThrow('page 1 breaks off');
    }
  });

  /** A tagged table of two rows and three columns; the label of the first row takes two lines, as close as rows. */
  function tagged(before: string): Promise<string> {
    const drawn = [
      cell(0, 20, 210, 'long'),
      cell(0, 20, 200, 'label'),
      cell(1, 120, 200, '1'),
      cell(2, 220, 200, '2'),
      cell(3, 20, 190, 'next'),
      cell(4, 120, 190, '3'),
      cell(5, 220, 190, '4'),
    ];
    const row = (...cells: readonly number[]): string =>
      `/S/TR/P 7 0 R/K[${cells.map((at) => `${at} 0 R`).join(' ')}]`;
    const elements = [
      '/S/Table/P 6 0 R/K[9 0 R 10 0 R]',
      '/Nums[0[11 0 R 12 0 R 13 0 R 14 0 R 15 0 R 16 0 R]]',
      row(11, 12, 13),
      row(14, 15, 16),
      ...[0, 1, 2, 3, 4, 5].map((mark) => `/S/TD/P ${mark < 3 ? 9 : 10} 0 R/Pg 3 0 R/K ${mark}`),
    ];
    return textOf(
      writtenPdf([
        '<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R>>',
        '<</Type/Pages/Kids[3 0 R]/Count 1>>',
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 4 0 R/StructParents 0/Resources<</Font<</F 5 0 R>>>>>>',
        stream(`${before} ${drawn.join(' ')}`),
        helvetica(),
        '<</Type/StructTreeRoot/K 7 0 R/ParentTree 8 0 R>>',
        ...elements.map((element) => `<<${element}>>`),
      ]),
    );
  }

  it('leaves open which letters are whose, so that the page is read by its places', async () => {
    expect(await tagged('')).toBe('long label\t1\t2\nnext\t3\t4');
    for (const before of ['/P <</MCID 9>> BDC', '/Artifact BMC', 'EMC']) {
      expect(await tagged(before)).toBe('long\nlabel\t1\t2\nnext\t3\t4');
    }
  });
});

describe('a glyph that stands for several characters', () => {
  /** Helvetica in which a code stands for other characters, given as UTF-16 in hexadecimal. */
  const calling = (own: string, hex: string): readonly string[] => {
    const each = Array.from({ length: 95 }, (_, at) => {
      const code = (at + 32).toString(16);
      return `<${code}> <${code === own ? hex : `00${code}`}>`;
    });
    const map = `begincmap 1 begincodespacerange <00> <ff> endcodespacerange 95 beginbfchar ${each.join(' ')} endbfchar endcmap`;
    return [helvetica('/Encoding/WinAnsiEncoding/ToUnicode 6 0 R'), stream(map)];
  };
  const drawn = (text: string, hex: string, code = '2c'): Promise<string> =>
    textOf(pageDrawn(`BT /F 10 Tf 20 200 Td (${text}) Tj ET`, calling(code, hex)));

  it.each([
    ['before it', '0020002C'],
    ['behind it', '002C0020'],
    ['around it, without a break', '00A0002C00A0'],
  ])('%s draws the character alone', async (_, hex) => {
    expect(await drawn('17,5 and 3,25', hex)).toBe('17,5 and 3,25');
  });

  it.each([
    ['66006900', 'fi'],
    ['660066006c00', 'ffl'],
  ])('whose letters are written with their bytes exchanged is %s: %s', async (hex, letters) => {
    expect(await drawn('o#ce', hex, '23')).toBe(`o${letters}ce`);
  });

  it('is one Chinese character where it is named as one', async () => {
    expect(await drawn('o#ce', '6600', '23')).toBe('o\u6600ce');
  });

  it('keeps what stands between two characters, and a blank that is all of a glyph without ink', async () => {
    expect(await drawn('17#5', '0061002000620063', '23')).toBe('17a bc5');
    expect(await drawn('17 5', '00200020', '20')).toMatch(/^17 +5$/);
  });

  it('is no character that is known where the drawing is a comma and the name is none', async () => {
    const words = 'seventeen and a half and three quarters ';
    expect(await drawn(`${words}17,5`, '00200020')).toContain('17\ufffd5');
  });
});
