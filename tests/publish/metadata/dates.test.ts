import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDocument } from '../../../pipeline/command-line/folders.ts';
import { publish } from '../../../pipeline/publish/publish.ts';
import { datedHead } from '../../../release/edition/dated.ts';
import { readPackage } from '../../../site/catalogue/package.ts';
import { makeFolder, removeFolder } from '../folder.ts';
import { rainfall } from '../rainfall.ts';
import { DESCRIPTIONS } from './outputs.ts';

let folder = '';

beforeAll(() => {
  folder = makeFolder();
});

afterAll(() => removeFolder(folder));

const DATE = /"?(created|datePublished|dateModified|date-released|dct?:issued|dc:issued)"?:? |year = \{/;

/** Everything that is published of a document, of which a time is declared or not. */
async function publishedOf(created: string | undefined): Promise<ReadonlyMap<string, string>> {
  const { created: _, ...description } = rainfall().description;
  const out = join(folder, created === undefined ? 'undated' : 'dated');
  const texts = [{ path: 'text-layer.txt', content: 'Rain\n' }];
  await publish({ ...rainfall(), texts, description: { ...description, ...(created && { created }) } }, out);
  return new Map(DESCRIPTIONS.map((path) => [path, readFileSync(join(out, path), 'utf8')]));
}

describe('a document without a date', () => {
  it('has none in any metadata, where one with a date has it in all of them', async () => {
    const dated = await publishedOf('2031-05-06T00:00:00Z');
    const undated = await publishedOf(undefined);
    for (const file of DESCRIPTIONS) {
      expect(dated.get(file), file).toContain('2031');
      expect(undated.get(file), file).toBeDefined();
      expect(undated.get(file), file).not.toMatch(DATE);
      expect(undated.get(file), file).not.toMatch(/1970|undefined/);
    }
  });

  it('can be read by the site', async () => {
    await publishedOf(undefined);
    expect(readPackage(join(folder, 'undated')).created).toBeUndefined();
  });

  it('is told by the build, with the formats that require a date, and there is no release of it', () => {
    const { head, remarks } = openDocument('examples/wells');
    expect(head.created).toBeUndefined();
    expect(remarks.join('\n')).toContain('croissant.json and ro-crate-metadata.json require');
    expect(() => datedHead(head, 'document.yaml')).toThrow('expected created: the time of the release');
  });
});
