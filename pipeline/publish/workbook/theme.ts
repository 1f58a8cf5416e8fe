import { DECLARATION } from './sheet-xml.ts';

/** The colours of the office programs, which those for text and background come before. */
const COLOURS = {
  dk2: '44546A',
  lt2: 'E7E6E6',
  accent1: '4472C4',
  accent2: 'ED7D31',
  accent3: 'A5A5A5',
  accent4: 'FFC000',
  accent5: '5B9BD5',
  accent6: '70AD47',
  hlink: '0563C1',
  folHlink: '954F72',
};

const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';

const element = (name: string, content: string): string => `<a:${name}>${content}</a:${name}>`;
const font = (name: string, face: string): string =>
  element(name, `<a:latin typeface="${face}"/><a:ea typeface=""/><a:cs typeface=""/>`);

/** The theme that office programs begin with: its colours and fonts are those which a user is offered. */
export const THEME = [
  `${DECLARATION}\n<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office Theme">`,
  '<a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>',
  '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>',
  ...Object.entries(COLOURS).map(([name, rgb]) => element(name, `<a:srgbClr val="${rgb}"/>`)),
  `</a:clrScheme><a:fontScheme name="Office">${font('majorFont', 'Calibri Light')}${font('minorFont', 'Calibri')}`,
  `</a:fontScheme><a:fmtScheme name="Office">${element('fillStyleLst', FILL.repeat(3))}`,
  element('lnStyleLst', [6350, 12700, 19050].map((width) => `<a:ln w="${width}">${FILL}</a:ln>`).join('')),
  element('effectStyleLst', '<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)),
  `${element('bgFillStyleLst', FILL.repeat(3))}</a:fmtScheme></a:themeElements></a:theme>`,
].join('');
