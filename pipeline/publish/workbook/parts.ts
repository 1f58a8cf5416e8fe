import type { Description } from '../publication.ts';
import { DECLARATION, escaped, RELATIONS, SPREADSHEET } from './sheet-xml.ts';
import { THEME } from './theme.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const METADATA = `${PACKAGE}/metadata/core-properties`;
const OFFICE_TYPE = 'application/vnd.openxmlformats-officedocument';
const SHEET_TYPE = `${OFFICE_TYPE}.spreadsheetml`;

/** Whose files these are like, to the byte, so that what was published stays what it is. */
const MADE_AS_BY = 'hucre';

/** The styles of cells: any; the title of a sheet; the header of a table. */
const STYLES = [
  `${DECLARATION}<styleSheet xmlns="${SPREADSHEET}">`,
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="14"/></font><font><b/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="true"/>',
  '<xf numFmtId="0" fontId="2" fillId="2" borderId="0" xfId="0" applyFont="true" applyFill="true"/></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/>',
  '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>',
  '</styleSheet>',
].join('');

/** The parts of a workbook that say what its sheets are, by their paths; `names` are those of the sheets. */
export function frameParts(
  { title, publisher, description }: Description,
  names: readonly string[],
  time: Date,
): readonly (readonly [path: string, xml: string])[] {
  const sheets = names.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  const when = time.toISOString().replace(/\.\d+Z$/, 'Z');
  return Object.entries({
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': `${SHEET_TYPE}.sheet.main`,
      ...Object.fromEntries(sheets.map((path) => [`xl/${path}`, `${SHEET_TYPE}.worksheet`])),
      'xl/styles.xml': `${SHEET_TYPE}.styles`,
      'xl/theme/theme1.xml': `${OFFICE_TYPE}.theme`,
      'xl/sharedStrings.xml': `${SHEET_TYPE}.sharedStrings`,
      'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties',
      'docProps/app.xml': `${OFFICE_TYPE}.extended-properties`,
    }),
    '_rels/.rels': relations([
      [`${RELATIONS}/officeDocument`, 'xl/workbook.xml'],
      [METADATA.replace('/metadata', '/relationships/metadata'), 'docProps/core.xml'],
      [`${RELATIONS}/extended-properties`, 'docProps/app.xml'],
    ]),
    'docProps/core.xml': [
      `${DECLARATION}<cp:coreProperties xmlns:cp="${METADATA}" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
      ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
      `<dc:title>${escaped(title.en)}</dc:title><dc:creator>${escaped(publisher)}</dc:creator>`,
      `<dc:description>${escaped(description.en)}</dc:description>`,
      `<dcterms:created xsi:type="dcterms:W3CDTF">${when}</dcterms:created>`,
      `<dcterms:modified xsi:type="dcterms:W3CDTF">${when}</dcterms:modified></cp:coreProperties>`,
    ].join(''),
    'docProps/app.xml': [
      `${DECLARATION}<Properties xmlns="${RELATIONS.replace('relationships', 'extended-properties')}">`,
      `<Application>${MADE_AS_BY}</Application><DocSecurity>0</DocSecurity></Properties>`,
    ].join(''),
    'xl/workbook.xml': [
      `${DECLARATION}<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONS}"><bookViews><workbookView`,
      ' xWindow="0" yWindow="0" windowWidth="16384" windowHeight="8192" activeTab="0"/></bookViews><sheets>',
      ...names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`),
      '</sheets><calcPr calcId="0" fullCalcOnLoad="1"/></workbook>',
    ].join(''),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((path) => [`${RELATIONS}/worksheet`, path] as const),
      [`${RELATIONS}/styles`, 'styles.xml'],
      [`${RELATIONS}/sharedStrings`, 'sharedStrings.xml'],
      [`${RELATIONS}/theme`, 'theme/theme1.xml'],
    ]),
    'xl/styles.xml': STYLES,
    'xl/theme/theme1.xml': THEME,
  });
}

function contentTypes(parts: Readonly<Record<string, string>>): string {
  const overrides = Object.entries(parts).map(
    ([path, type]) => `<Override PartName="/${path}" ContentType="${type}+xml"/>`,
  );
  const types = [
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    '<Default Extension="xml" ContentType="application/xml"/>',
  ];
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">${[...types, ...overrides].join('')}</Types>`;
}

function relations(targets: readonly (readonly [type: string, path: string])[]): string {
  const each = targets.map(
    ([type, path], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${path}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}
