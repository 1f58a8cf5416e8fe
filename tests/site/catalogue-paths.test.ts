import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Cell } from '../../site/catalogue/catalogue.ts';
import { formatDecimal } from '../../site/words/numbers.ts';
import { describeInBrowser, NO_FAULTS } from './browser.ts';
import { catalogueSite } from './catalogue-site.ts';
import { CATALOGUE } from './catalogue-under-test.ts';
import { PATIENCE } from './reader.ts';

const TEXT_LAYER = readFileSync('output/text-layer.txt', 'utf8');

/** Datasets of which a cell is opened. */
const SOME = 4;

/** Numbers that look random and are the same on every run. */
function* lottery(most: number): Generator<number> {
  for (let state = 20170720; ; state = (state * 1103515245 + 12345) % 2 ** 31)
    yield Math.floor((state / 2 ** 31) * most);
}

describeInBrowser('a reader of the catalogue', (open) => {
  const site = catalogueSite();

  // built-site.test.ts holds it of the pages of all cells; the panel shows their fragments.
  it('comes from a number to the characters that it was read from, for a cell of each of some datasets', {
    timeout: 300_000,
  }, async () => {
    const cells = [...CATALOGUE.cells.values()];
    const drawn = new Map<string, Cell>();
    for (const at of lottery(cells.length)) {
      const cell = cells[at];
      if (cell !== undefined && !drawn.has(cell.dataset)) drawn.set(cell.dataset, cell);
      if (drawn.size === SOME) break;
    }
    const { page, faults, done } = await open(site.url('kk/index.html'));
    for (const { id, dataset, name, raw, charStart, charEnd, lineStart } of drawn.values()) {
      await page.goto(site.url(`kk/data/${dataset}.html`));
      await page
        .locator(`#values a.v[href$="#${encodeURIComponent(name)}"]`)
        .first()
        .click();
      const panel = page.locator('dialog[open]');
      await panel.locator('.source mark').first().waitFor();
      const marks = await panel.locator('.source mark').allTextContents();
      expect(`${id} ${marks.join('\n')}`).toBe(`${id} ${raw}`);
      expect(marks.join('\n')).toBe(TEXT_LAYER.slice(charStart, charEnd));
      expect(await panel.locator('.source .own .number').first().textContent()).toBe(String(lineStart));
      const checks = CATALOGUE.checksOfCell.get(id) ?? [];
      expect(await panel.locator('.proof article.check').count(), id).toBe(checks.length);
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
    }
    expect(faults).toEqual(NO_FAULTS);
    await done();
  });

  it('finds poverty in rural South Kazakhstan, sees it drawn, checks it, and downloads it', async () => {
    const { page, faults, done } = await open(site.url('en/index.html'));
    await page.getByRole('searchbox').fill('poverty in rural South Kazakhstan, 2010-2015');
    await page.locator('.results a').first().click();
    await page.waitForURL(/poverty_rate\.html\?region=KZ-YUZ&area=R/);
    const figure = page.locator('#chart');
    await expect
      .poll(() => figure.locator('figcaption').textContent())
      .toContain('South Kazakhstan Region · Rural areas');
    expect(await figure.locator('svg:visible').textContent()).toContain('7.5');
    expect(await page.locator('.row-count').textContent()).toContain('1 of 51');
    const values = await page.locator('#values tbody tr:visible td.n').allTextContents();
    expect(values.map((value) => Number.parseFloat(value))).toEqual(published());
    await page.locator('#values tbody tr:visible td.n > a.v').last().click();
    const panel = page.locator('dialog[open]');
    expect(await panel.locator('mark').textContent()).toBe('7,5');
    expect(await panel.locator('.own .text').textContent()).toContain('Оңтүстік Қазақстан');
    expect(await panel.locator('article.check.holds').count()).toBeGreaterThan(0);
    await panel.getByRole('button', { name: 'Close' }).click();
    const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('#save-table').click()]);
    expect(readFileSync(await saved.path(), 'utf8')).toContain('South Kazakhstan Region,Rural areas,13.3,');
    const [whole] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'poverty_rate.csv' }).click(),
    ]);
    expect(readFileSync(await whole.path(), 'utf8')).toBe(
      readFileSync('output/csv/poverty_rate.csv', 'utf8'),
    );
    expect(faults).toEqual(NO_FAULTS);
    await done();
  });

  it('goes from home to a dataset to a cell and back with the keyboard alone', async () => {
    const { page, faults, done } = await open(site.url('en/index.html'));
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to content');
    await tabTo(page, 'Share of the population below the subsistence minimum');
    await page.keyboard.press('Enter');
    await page.waitForURL(/data\/poverty_rate\.html/);
    await tabTo(page, '6.5▲');
    await page.keyboard.press('Enter');
    await page.locator('dialog[open] mark').waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('6.5▲');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('table') !== null)).toBe(true);
    expect(faults).toEqual(NO_FAULTS);
    await done();
  });

  it('sorts, filters, moves the year of the map, and shares what is chosen', async () => {
    const { page, faults, done } = await open(site.url('en/data/poverty_rate.html'));
    await page.getByRole('button', { name: '2015' }).click();
    const first = page.locator('#values tbody tr').first();
    await page.getByRole('button', { name: '2015' }).click();
    expect(await page.locator('th[aria-sort=descending]').textContent()).toBe('2015');
    expect(await first.textContent()).toContain('7.5');
    await page.locator('select[name=area]').selectOption('U');
    expect(page.url()).toContain('?area=U');
    expect(await page.locator('#values tbody tr:visible').count()).toBe(17);
    expect(await page.locator('#map figcaption').textContent()).toContain('· Urban areas per cent, 2015');
    await page.locator('#map input').fill('2010');
    expect(await page.locator('#map output').textContent()).toBe('2010');
    expect(await page.locator('.tile[data-code=KZ-YUZ] a.v').textContent()).toContain('8.5');
    await page.getByRole('link', { name: 'Русский' }).click();
    await page.waitForURL(/\/ru\/data\/poverty_rate\.html\?area=U/);
    expect(await page.locator('#values tbody tr:visible').count()).toBe(17);
    expect(faults).toEqual(NO_FAULTS);
    await done();
  });

  it('reads in the title of each chart what is chosen, the unit once', async () => {
    const { page, faults, done } = await open(site.url('ru/data/income_inequality.html'));
    const [chart, map] = [page.locator('#chart figcaption'), page.locator('#map figcaption')];
    const atFirst = await chart.textContent();
    await page.locator('select[name=measure]').selectOption('FUNDS_RATIO');
    await expect.poll(() => chart.textContent()).toContain('Республика Казахстан · Коэффициент фондов');
    expect(await map.textContent()).toContain('Неравенство доходов по регионам · Коэффициент фондов');
    expect(await map.locator('.unit').textContent()).toBe('2015');
    expect(await page.locator('.tile[data-code=KZ-KAR] a.v').textContent()).toBe('6,4');
    await page.locator('#filter button').click();
    await expect.poll(() => chart.textContent()).toBe(atFirst);
    expect(await map.textContent()).toContain('Коэффициент Джини по 10-процентным группам');
    await page.goto(site.url('en/data/socioeconomic_indicators.html?indicator=unemployment_rate'));
    await expect.poll(() => page.locator('#chart:visible figcaption').textContent()).toContain('2010–2015');
    expect(await page.locator('#chart figcaption').textContent()).not.toMatch(/per cent\W+per cent/);
    expect(faults).toEqual(NO_FAULTS);
    await done();
  });

  it('searches from every page, sees how much there is of each kind, and can go back to the search', async () => {
    const { page, faults, done } = await open(site.url('kk/report.html'));
    await page.getByRole('searchbox').fill('безработица');
    await page.keyboard.press('Enter');
    await page.waitForURL(/kk\/search\.html\?q=/);
    const all = page.locator('.kinds button[data-kind=""] .count');
    await expect.poll(() => all.textContent(), PATIENCE).toMatch(/^\d+$/);
    const counts = (await page.locator('.kinds button .count').allTextContents()).map(Number);
    expect(counts[0]).toBe(counts.slice(1).reduce((sum, each) => sum + each, 0));
    await page.locator('.kinds button[data-kind="paragraph"]').click();
    await page.locator('.results a').first().click();
    await page.waitForURL(/report(\/\d+)?\.html#p\d+/);
    await page.goBack();
    await expect
      .poll(() => page.locator('.kinds [aria-pressed="true"]').textContent(), PATIENCE)
      .toContain('Тармақтар');
    expect(await page.locator('#query').inputValue()).toBe('безработица');
    expect(faults).toEqual(NO_FAULTS);
    await done();
  });

  it('compares two regions, reads a year by the keyboard, opens a point, saves the chart, and goes back', async () => {
    const address = 'ru/data/drug_seizures.html?region=KZ-YUZ&region=KZ-ALA';
    const { page, faults, done } = await open(site.url(address));
    const chart = page.locator('#chart');
    await expect
      .poll(() => chart.locator('figcaption ~ ul.lines').textContent(), PATIENCE)
      .toContain('город Алматы');
    await page.locator('#chart .drawing').focus();
    for (const key of ['End', 'ArrowLeft']) await page.keyboard.press(key);
    const told = await chart.locator('.readout').textContent();
    for (const region of ['KZ-YUZ', 'KZ-ALA'])
      expect(told?.replace(/\s/g, ' ')).toContain(
        formatDecimal(seized(region, '2014'), 'ru').replace(/\s/g, ' '),
      );
    const save = async (kind: string): Promise<string> => {
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        chart.locator(`[data-save=${kind}]`).click(),
      ]);
      return await saved.path();
    };
    const csv = readFileSync(await save('csv'), 'utf8')
      .trim()
      .split('\n');
    expect(csv).toHaveLength(3);
    for (const region of ['KZ-YUZ', 'KZ-ALA']) expect(csv.join()).toContain(seized(region, '2010'));
    const svg = readFileSync(await save('svg'), 'utf8');
    for (const part of [
      'CC0',
      '● Южно-Казахстанская',
      '■ город Алматы',
      'region=KZ-YUZ',
      'граммов',
      '▲ Доклад',
    ])
      expect(svg.replace('Creative Commons Zero', 'CC0')).toContain(part);
    expect(svg).not.toContain('var(--');
    expect(
      readFileSync(await save('png'))
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    const point = await chart.locator('svg:visible path[transform][fill]').first().boundingBox();
    await page.mouse.click(
      (point?.x ?? 0) + (point?.width ?? 0) / 2,
      (point?.y ?? 0) + (point?.height ?? 0) / 2,
    );
    await page.locator('dialog[open] mark').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('select[name=region]').selectOption('KZ-AKM');
    expect(page.url()).toContain('region=KZ-AKM&region=KZ-ALA');
    await page.goBack();
    await expect
      .poll(() => chart.locator('figcaption ~ ul.lines').textContent(), PATIENCE)
      .toContain('Южно-Казахстанская');
    expect(page.url()).toContain(address);
    expect(faults).toEqual(NO_FAULTS);
    await done();
  });

  it('arrives at the part that has it by the address of a cell from before its page had parts', async () => {
    const [name, parts] = [...CATALOGUE.evidenceParts].find(([, own]) => own.length > 2) ?? ['', []];
    const cell = encodeURIComponent(parts[2]?.[0]?.name ?? '');
    const { page, faults, done } = await open(site.url(`en/source/${name}.html#${cell}`));
    await page.waitForURL(
      (url) => url.pathname.endsWith(`/source/${name}/3.html`) && url.hash === `#${cell}`,
    );
    await page.locator('article:target mark').first().waitFor();
    await page.locator('.part-steps a[rel=prev]').first().click();
    await page.waitForURL((url) => url.pathname.endsWith(`/source/${name}/2.html`));
    expect(faults).toEqual(NO_FAULTS);
    await done();
  });

  it('opens a recipe in the SQL page, and a repair in the report', async () => {
    const { page, done } = await open(site.url('en/data/drug_crimes.html'));
    await page.locator('.recipes a').click();
    await page.waitForURL(/sql\.html#q=/);
    expect(await page.locator('#sql-editor').inputValue()).toContain('from drug_crimes');
    await page.goto(site.url('en/report.html#p5'));
    await page.getByRole('button', { name: 'Show all repairs' }).click();
    expect(await page.locator('#p5 .repair-note:visible mark').first().textContent()).toBe('1-қосымшада');
    await page.locator('#p5 a.annex').click();
    await page.waitForURL(/index\.html#annex-1/);
    await done();
  });
});

function published(): readonly number[] {
  return CATALOGUE.rows('poverty_rate')
    .filter(({ region, area }) => region === 'KZ-YUZ' && area === 'R')
    .map(({ percent }) => Number(percent));
}

function seized(region: string, year: string): string {
  const row = CATALOGUE.rows('drug_seizures').find((each) => each.region === region && each.year === year);
  return row?.grams ?? 'none';
}

async function focused(page: Page): Promise<string> {
  return await page.evaluate(() => document.activeElement?.textContent ?? '');
}

async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === text) return;
  }
  throw new Error(`"${text}" is not reached by Tab`);
}
