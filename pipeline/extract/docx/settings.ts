import { type Settings, setting } from '../../page/setting.ts';

/** Every number by which a DOCX file is read. `etl look --settings` prints them. */
export const SETTINGS = {
  mostBytes: setting(
    268_435_456,
    'bytes',
    'what unpacks to more is made to take all memory; the first report has 362 thousand bytes of text',
  ),
  usualSize: setting(20, 'half points', 'the size of text that says nothing of its size, by the standard'),
  mostParents: setting(
    50,
    'styles',
    'a style may rest on so many others; one that rests on itself has no end',
  ),
} as const satisfies Settings;
