import { expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { largestPaint, secondsOf } from './largest-paint.ts';

const TEXT = 'A paragraph of many words that fills the page. '.repeat(20);
const SCRIPT = `document.body.append(Object.assign(document.createElement('p'), { textContent: '${TEXT}' }))`;

it('the time over a slow line is a round trip for each step, and the bytes', () => {
  expect(secondsOf([[1_250_000]])).toBeCloseTo(1.04);
  expect(secondsOf([[], [50_000], [12_500, 12_500]])).toBeCloseTo(0.18);
});

describeInBrowser('the largest paint', (open) => {
  it('is found out where a script writes it, and where a sheet is asked for by another', async () => {
    const { page, done } = await open('about:blank');
    const style = (body: string) => ({ contentType: 'text/css', body });
    const document = (body: string) => ({
      contentType: 'text/html',
      body: `<!doctype html><link rel="stylesheet" href="a.css"><h1>Words</h1>${body}`,
    });
    await page.route('http://site.test/a.css', (route) => route.fulfill(style('@import "b.css";')));
    await page.route('http://site.test/b.css', (route) => route.fulfill(style('p { color: #333 }')));
    await page.route('http://site.test/*.html', (route) =>
      route.fulfill(document(route.request().url().includes('late') ? `<script>${SCRIPT}</script>` : TEXT)),
    );
    const faultsOf = async (name: string): Promise<readonly string[]> => {
      const answer = await page.goto(`http://site.test/${name}.html`);
      return (await largestPaint(page, (await answer?.text()) ?? '')).faults;
    };
    const sheet = 'not named in the document: http://site.test/b.css';
    expect(await faultsOf('sent')).toEqual([sheet]);
    expect(await faultsOf('late')).toEqual([expect.stringMatching(/^a script wrote <p>/), sheet]);
    await done();
  });
});
