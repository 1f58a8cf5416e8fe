import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { datedHead } from '../../../release/edition/dated.ts';
import { ZENODO, zenodoJson } from '../../../release/edition/zenodo.ts';
import { document } from '../../project.ts';

const head = datedHead(document.head, 'document.yaml');

describe('.zenodo.json', () => {
  it('as committed says what document.yaml says; npm run release -- --prepare writes it', () => {
    expect(readFileSync(ZENODO, 'utf8')).toBe(zenodoJson(head));
  });

  it('has what a deposit must have', () => {
    expect(JSON.parse(zenodoJson(head))).toMatchObject({
      upload_type: 'dataset',
      title: head.title.en,
      version: head.version,
      publication_date: head.created.slice(0, 10),
      access_right: 'open',
      license: 'cc0-1.0',
    });
  });

  it('names who is cited, and apart from them who else has a part', () => {
    const people = {
      creators: ['Rain Readers'],
      contributors: [{ title: 'Rain Office', roles: ['author'] }],
    };
    const deposit = JSON.parse(zenodoJson({ ...head, ...people }));
    expect(deposit.creators).toEqual([{ name: 'Rain Readers' }]);
    expect(deposit.contributors).toEqual([{ name: 'Rain Office', type: 'Other' }]);
  });

  it('is a description in HTML that shows every character as it is', () => {
    expect(JSON.parse(zenodoJson({ ...head, description: { en: 'a < b & c\n' } })).description).toBe(
      '<p>a &lt; b &amp; c</p>',
    );
  });
});
