import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { dataBlock, html } from '../../site/html/markup.ts';
import { findQuote, marked } from '../../site/pages/marks.ts';

const parsed = (text: string): Document =>
  parseHTML(`<!doctype html><html><body>${text}</body></html>`).document;
/** Text without the characters that HTML itself changes when it is read. */
const anyText = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\0]/.test(text));

describe('markup', () => {
  it('shows any text as that text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { document } = { document: parsed(String(html`<p>${text}</p>`)) };
        expect(document.querySelector('p')?.textContent).toBe(text);
        expect(document.body.children.length).toBe(1);
      }),
    );
  });

  it('keeps any text inside its attribute', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const paragraph = parsed(String(html`<p title="${text}">x</p>`)).querySelector('p');
        expect(paragraph?.getAttribute('title')).toBe(text);
        expect(paragraph?.attributes.length).toBe(1);
      }),
    );
  });

  it('does not escape markup twice, and leaves no trace of nothing', () => {
    expect(String(html`<p>${html`<b>${'a & b'}</b>`}${false}${null}${undefined}${[1, 'é']}</p>`)).toBe(
      '<p><b>a &amp; b</b>1é</p>',
    );
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' \tjava\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>x</script>',
    'file:///etc/passwd',
    'blob:https://example.org/1',
  ])('makes no link of %j', (address) => {
    expect(() => html`<a rel="x" href="${address}">x</a>`).toThrow(/expected a link that begins with https:/);
    expect(() => html`<img alt="" src="${address}">`).toThrow(/expected a link/);
    expect(() => html`<a href="${address.slice(0, 4)}${address.slice(4)}">x</a>`).toThrow(/expected a link/);
  });

  it.each([
    'https://example.org/',
    'http://example.org',
    'mailto:a@example.org',
    'a/b.html#c:d',
    '#x',
    '',
    '?q=a:b',
  ])('makes a link of %j', (address) => {
    expect(String(html`<a href="${address}">x</a>`)).toContain('<a href="');
    expect(String(html`<p title="javascript:${address}">x</p>`)).toContain('javascript:');
  });

  it('refuses a value where escaping would not help', () => {
    expect(() => html`<p title=${'x'}>x</p>`).toThrow(/without quotes/);
    expect(() => html`<script>${'x'}</script>`).toThrow(/in a script/);
    expect(() => html`<style>p { color: ${'x'} }</style>`).toThrow(/in a script/);
  });

  it('lets no text close a block of data', () => {
    const block = String(dataBlock('application/ld+json', { name: '</script><script>alert(1)</script>' }));
    expect(block.match(/<\/script>/g)).toHaveLength(1);
    expect(JSON.parse(parsed(block).querySelector('script')?.textContent ?? '')).toEqual({
      name: '</script><script>alert(1)</script>',
    });
  });
});

describe('marks', () => {
  const bold = (start: number, end: number) => ({
    start,
    end,
    wrap: (inner: Parameters<typeof html>[1]) => html`<b>${inner}</b>`,
  });

  it('change no character of the text, however they lie', () => {
    const marks = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 6 });
    fc.assert(
      fc.property(anyText, marks, (text, spans) => {
        const inside = spans.map(([a, b]) =>
          bold(Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)),
        );
        expect(parsed(`<p>${marked(text, inside)}</p>`).querySelector('p')?.textContent).toBe(text);
      }),
    );
  });

  it('nest when one lies in another, and an overlapping one is left out', () => {
    expect(String(marked('abcdef', [bold(0, 4), bold(1, 2), bold(3, 6)]))).toBe('<b>a<b>b</b>cd</b>ef');
  });

  it('find a quote over any white space', () => {
    expect(findQuote('жалпы 2\n566 (өтініш)', '2 566 (өтініш)', 0)).toEqual({ start: 6, end: 20 });
    expect(findQuote('a a', 'a', 1)).toEqual({ start: 2, end: 3 });
    expect(findQuote('a', 'b', 0)).toBeUndefined();
  });
});
