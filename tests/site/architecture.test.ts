import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from './catalogue-under-test.ts';

const files = readdirSync('site', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|css)$/.test(path) && !path.startsWith('dist/'))
  .map((path) => ({ path, text: readFileSync(`site/${path}`, 'utf8') }));

describe('the site', () => {
  it('knows no table of values and no document by its name', () => {
    const names = [
      ...CATALOGUE.datasets.filter(({ isYearly }) => isYearly).map(({ table }) => table.name),
      CATALOGUE.package.name,
    ];
    for (const { path, text } of files) {
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect(
        names.filter((name) => new RegExp(`\\b${name}\\b`).test(code)),
        path,
      ).toEqual([]);
    }
  });

  it('writes HTML in templates that escape, and nowhere else', () => {
    const bypassing = files
      .filter(({ text }) => /Markup\.of\(|document\.write|insertAdjacentHTML|outerHTML\s*=/.test(text))
      .map(({ path }) => path);
    expect(bypassing).toEqual(['html/markup.ts']);
  });

  it('has files of one topic, none longer than 250 lines', () => {
    expect(
      files
        .filter(({ path, text }) => path.endsWith('.ts') && text.split('\n').length > 251)
        .map(({ path }) => path),
    ).toEqual([]);
  });
});
