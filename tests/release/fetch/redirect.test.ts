import { describe, expect, it } from 'vitest';
import { isRedirect, redirected } from '../../../release/fetch/redirect.ts';

const ORIGINS = ['https://example.org', 'https://files.example.org:8443', 'http://127.0.0.1:8080'];
const from = new URL('https://example.org/docs/1');
const to = (location: string | undefined): string => redirected([from], location, ORIGINS).href;

describe('a redirect', () => {
  it.each([
    ['/docs/2', 'https://example.org/docs/2'],
    ['2.pdf?kk=1#page', 'https://example.org/docs/2.pdf?kk=1'],
    ['//example.org/3', 'https://example.org/3'],
    ['https://EXAMPLE.org:443/3', 'https://example.org/3'],
    ['https://files.example.org:8443/4', 'https://files.example.org:8443/4'],
    ['http://127.0.0.1:8080/5', 'http://127.0.0.1:8080/5'],
  ])('to %s leads to %s', (location, href) => {
    expect(to(location)).toBe(href);
  });

  it.each([
    ['another host', 'https://example.com/', 'https://example.com'],
    ['a host below a listed one', 'https://evil.example.org/', 'https://evil.example.org'],
    ['a host that begins like a listed one', 'https://example.org.evil.net/', 'https://example.org.evil.net'],
    ['a listed host without https', 'http://example.org/docs/1', 'http://example.org'],
    ['another port of a listed host', 'https://example.org:8443/', 'https://example.org:8443'],
    ['a file', 'file:///etc/passwd', 'null'],
    ['data', 'data:text/plain,hello', 'null'],
    ['a user name that looks like a listed host', 'https://example.org@example.com/', 'a user name'],
    ['a user name at a listed host', 'https://user@example.org/', 'a user name'],
  ])('to %s is refused', (_, location, found) => {
    expect(() => to(location)).toThrow(found);
  });

  it.each([
    ['names no address', undefined, 'found none'],
    ['names what is no address', 'https://', 'found "https://"'],
  ])('that %s is refused', (_, location, found) => {
    expect(() => to(location)).toThrow(found);
  });

  it('leads on five times and no more', () => {
    const passed = (count: number): [URL, ...URL[]] => [
      from,
      ...Array.from({ length: count }, (_, index) => new URL(`https://example.org/${index}`)),
    ];
    expect(redirected(passed(4), '/next', ORIGINS).href).toBe('https://example.org/next');
    expect(() => redirected(passed(5), '/next', ORIGINS)).toThrow('expected at most 5 redirects');
  });

  it('is one of five statuses', () => {
    const statuses = Array.from({ length: 500 }, (_, index) => index + 100).filter(isRedirect);
    expect(statuses).toEqual([301, 302, 303, 307, 308]);
  });
});
