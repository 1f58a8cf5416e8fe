import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, sectionOf, withEntry } from '../../../release/edition/changelog.ts';

const CHANGELOG = '# Changes\n\nWords.\n\n## 0.1.0 (2026-01-01)\n\n- First release.\n';
const entry: Entry = {
  version: '0.2.0',
  date: '2026-02-02',
  old: '0.1.0',
  difference: '1 change.\n\n- `rain`',
};

describe('the changelog', () => {
  it('gets the section of a release at its top', () => {
    expect(withEntry(CHANGELOG, entry)).toBe(
      '# Changes\n\nWords.\n\n## 0.2.0 (2026-02-02)\n\n### Difference from 0.1.0\n\n1 change.\n\n- `rain`\n\n' +
        '## 0.1.0 (2026-01-01)\n\n- First release.\n',
    );
  });

  it('keeps what people wrote of the release, and replaces what was generated', () => {
    const written = CHANGELOG.replace(
      '## 0.1.0',
      '## 0.2.0 (soon)\n\nMore rain.\n\n### Difference from 0.1.0\n\nOld.\n\n## 0.1.0',
    );
    expect(sectionOf(withEntry(written, entry), '0.2.0')).toBe(
      '## 0.2.0 (2026-02-02)\n\nMore rain.\n\n### Difference from 0.1.0\n\n1 change.\n\n- `rain`',
    );
  });

  it('says of the first release no more than people do', () => {
    const first: Entry = { version: '0.1.0', date: '2026-01-01', old: undefined, difference: '44 tables.' };
    expect(withEntry(CHANGELOG, first)).toBe(CHANGELOG);
    expect(withEntry('# Changes\n', first)).toBe('# Changes\n\n## 0.1.0 (2026-01-01)\n\n- First release.\n');
  });

  it('knows 0.1.0 from 0.1.01 and from a release that it does not tell of', () => {
    expect(sectionOf(CHANGELOG, '0.1')).toBeUndefined();
    expect(sectionOf(CHANGELOG, '0.1.0')).toBe('## 0.1.0 (2026-01-01)\n\n- First release.');
  });

  it('is the same when it is written twice, whatever stands in it', () => {
    const words = fc.array(
      fc.constantFrom('# Changes', '## 0.2.0 (x)', '## 0.1.0', 'Words.', '', '### Difference from 0.1.0'),
    );
    fc.assert(
      fc.property(words, (lines) => {
        const once = withEntry(lines.join('\n'), entry);
        expect(withEntry(once, entry)).toBe(once);
      }),
    );
  });
});
