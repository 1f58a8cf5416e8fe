import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressedBeside } from '../../site/compressed.ts';
import { dist, files, inLanguages } from './built-pages.ts';
import { CATALOGUE } from './catalogue-under-test.ts';

describe('the weight of the site', () => {
  const asset = (name: string): Buffer => readFileSync(join(dist, 'assets', name));
  const weight = (content: string | Buffer): number => gzipSync(content).length;

  it('is under 100 kB over the wire for the first page, and small for the others', () => {
    const shared = weight(asset('style.css')) + weight(asset('site.js'));
    expect(asset('site.js').length).toBeGreaterThan(1000);
    for (const [path, content] of inLanguages) {
      const limit = path.includes('/source/') ? 150_000 : path.endsWith('index.html') ? 40_000 : 100_000;
      // What is small enough as it is needs no compressing.
      // Pages in parts are held to it as they are read, uncompressed.
      if (/\/(source|report|figures)[/.]/.test(path))
        expect(Buffer.byteLength(content), path).toBeLessThan(150_000);
      const own = Buffer.byteLength(content) + shared < limit ? 0 : weight(content);
      expect(shared + own, path).toBeLessThan(limit);
    }
  });

  it('is under 9 MB for the first query: editor, engine and database as they are sent', () => {
    const assets = readdirSync(join(dist, 'assets'));
    const scripts = assets.filter((name) => /^(sql|part-)[\w-]*\.(js|css)$/.test(name));
    const large = assets.filter((name) => name.endsWith('.br'));
    const database = readFileSync(join('output', CATALOGUE.package.database.path));
    const sent = [
      ...scripts.map((name) => weight(asset(name))),
      ...large.map((name) => asset(name).length),
      compressedBeside({ path: '', content: database }).sent,
    ];
    expect([scripts.length > 3, large.length]).toEqual([true, 2]);
    expect(sent.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(9_000_000);
  });

  it('is small for the search, which is read when it is used', () => {
    expect(weight(files.get('assets/search.json') ?? '')).toBeGreaterThan(1000);
    expect(weight(files.get('assets/search.json') ?? '')).toBeLessThan(180_000);
  });
});
