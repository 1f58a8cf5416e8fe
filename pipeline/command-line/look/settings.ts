import { SETTINGS as docx } from '../../extract/docx/settings.ts';
import { SETTINGS as html } from '../../extract/html/settings.ts';
import { SETTINGS as layout } from '../../extract/layout/settings.ts';
import { SETTINGS as drawing } from '../../extract/pdf/drawing/settings.ts';
import { SETTINGS as glyphs } from '../../extract/pdf/glyphs/settings.ts';
import { SETTINGS as pdf } from '../../extract/pdf/settings.ts';
import { SETTINGS as extract } from '../../extract/settings.ts';
import { SETTINGS as prose } from '../../normalise/prose/settings.ts';
import { SETTINGS as normalise } from '../../normalise/settings.ts';
import type { Settings } from '../../page/setting.ts';
import { SETTINGS as validate } from '../../validate/settings.ts';
import { DRAFT_SETTINGS } from '../draft/settings.ts';

/** The settings of every module, by its folder: all numbers that decide a reading. */
export const ALL_SETTINGS: Readonly<Record<string, Settings>> = {
  extract,
  'extract/pdf': pdf,
  'extract/pdf/drawing': drawing,
  'extract/pdf/glyphs': glyphs,
  'extract/html': html,
  'extract/docx': docx,
  'extract/layout': layout,
  normalise,
  'normalise/prose': prose,
  validate,
  'command-line/draft': DRAFT_SETTINGS,
};

/** Every number that decides a reading, with its unit and the measurement that it was set by. */
export function settingsText(): string {
  return Object.entries(ALL_SETTINGS)
    .map(([module, settings]) => [`${module}:`, ...Object.entries(settings).map(settingText)].join('\n'))
    .join('\n\n');
}

function settingText([name, { value, unit, measured }]: [string, Settings[string]]): string {
  return `${name} = ${value} ${unit}\n  ${measured}`;
}
