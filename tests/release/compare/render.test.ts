import { describe, expect, it } from 'vitest';
import { compareOutputs } from '../../../release/compare/compare.ts';
import { renderJson, renderMarkdown, renderTerminal } from '../../../release/compare/render.ts';
import { output, table } from './outputs.ts';

const rows = Array.from({ length: 40 }, (_, at) => ({ place: `P${at}`, mm: '1', note: null }));
const rain = table('rain', ['place'], rows);
const next = {
  ...rain,
  rows: rows.map((row, at) => ({ ...row, mm: '2', note: at === 0 ? '<b>*wet*</b> | [x](y)' : null })),
};
const difference = compareOutputs(
  output([rain], { place: '/home/me/old' }),
  output([next], { place: '/home/me/new', version: '1.2.4' }),
);

describe('a difference', () => {
  it('in the terminal names both places, the first changes of each kind, and the version that it asks for', () => {
    const lines = renderTerminal(difference).split('\n');
    expect(lines[0]).toBe('/home/me/old (1.2.3) -> /home/me/new (1.2.4)');
    expect(lines).toContain('  P0 mm: 1 -> 2 (patch)');
    expect(lines).toContain('  value changed: 31 more; the JSON tells them all');
    expect(lines.at(-1)).toBe('This is a patch change: version 1.2.4 follows 1.2.3.');
  });

  it('as Markdown shows text of the data as text, and names no place of this machine', () => {
    const markdown = renderMarkdown(difference);
    expect(markdown).toContain('- P0 note: (empty) -\\> \\<b\\>\\*wet\\*\\</b\\> \\| \\[x\\](y) (patch)');
    expect(markdown).toContain('- `rain`');
    expect(markdown).not.toContain('/home/me');
  });

  it('as JSON leaves nothing out and names no place either', () => {
    const text = renderJson(difference);
    const whole: unknown = JSON.parse(text);
    expect(whole).toMatchObject({ old: '1.2.3', next: '1.2.4', level: 'patch', proposed: '1.2.4' });
    expect(text.match(/"column": "mm"/g)).toHaveLength(40);
    expect(text).not.toContain('/home/me');
  });

  it('that is none says so', () => {
    expect(renderMarkdown(compareOutputs(output([rain]), output([rain])))).toBe('No difference.');
  });
});
