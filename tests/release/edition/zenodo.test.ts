import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ZENODO, zenodoJson } from '../../../release/edition/zenodo.ts';
import { document } from '../../project.ts';

const { head } = document;

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

  it('names authors as creators and others apart, and everybody when there is no author', () => {
    const people = [
      { title: 'Rain Office', roles: ['author'] },
      { title: 'A reader', roles: ['wrangler'] },
    ];
    const { creators, contributors } = JSON.parse(zenodoJson({ ...head, contributors: people }));
    expect(creators).toEqual([{ name: 'Rain Office' }]);
    expect(contributors).toEqual([{ name: 'A reader', type: 'Other' }]);
    expect(JSON.parse(zenodoJson({ ...head, contributors: people.slice(1) })).creators).toEqual([
      { name: 'A reader' },
    ]);
  });

  it('is a description in HTML that shows every character as it is', () => {
    expect(JSON.parse(zenodoJson({ ...head, description: 'a < b & c\n' })).description).toBe(
      '<p>a &lt; b &amp; c</p>',
    );
  });
});
