import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeInBrowser, NO_FAULTS } from './browser.ts';
import { catalogueSite } from './catalogue-site.ts';
import { PHONE, type Reader, readerOf } from './reader.ts';

/** What a person of a language types, and reads in the answer. */
interface Speaker {
  readonly language: 'kk' | 'ru';
  readonly rural: { readonly types: string; readonly reads: RegExp; readonly value: RegExp };
  readonly gini: { readonly types: string; readonly reads: RegExp };
  readonly seizures: { readonly types: string; readonly reads: readonly RegExp[] };
  readonly violence: {
    readonly types: string;
    readonly reads: RegExp;
    readonly cited: (number: string) => RegExp;
  };
  readonly region: { readonly types: string; readonly reads: RegExp };
  readonly misspelt: string;
  readonly proven: RegExp;
  readonly source: string;
}

const SPEAKERS: readonly Speaker[] = [
  {
    language: 'kk',
    rural: {
      types: 'кедейлік Оңтүстік Қазақстан ауыл',
      reads: /Оңтүстік Қазақстан · Ауылдық жер/,
      value: /7,5/,
    },
    gini: { types: 'джини Алматы қаласы', reads: /Алматы қаласы/ },
    seizures: { types: 'есірткі тәркілеу', reads: [/Астана/, /Алматы/] },
    violence: {
      types: 'тұрмыстық зорлық-зомбылық',
      reads: /зорлық/,
      cited: (number) => new RegExp(`нұсқасы: «${number}-тармақ»\\. 20\\d\\d-`),
    },
    region: { types: 'Павлодар', reads: /Павлодар/ },
    misspelt: 'кедейлк',
    proven: /Ауыр/,
    source: 'Дереккөз',
  },
  {
    language: 'ru',
    rural: {
      types: 'бедность ЮКО село',
      reads: /Южно-Казахстанская область · Сельская местность/,
      value: /7,5/,
    },
    gini: { types: 'джини город Алматы', reads: /город Алматы/ },
    seizures: { types: 'изъятые наркотики', reads: [/город Астана/, /Алматинская/] },
    violence: {
      types: 'домашнее насилие',
      reads: /зорлық/,
      cited: (number) => new RegExp(`«Пункт ${number}»`),
    },
    region: { types: 'Павлодарская область', reads: /Павлодарская/ },
    misspelt: 'беднсть',
    proven: /Тяжелые/,
    source: 'Источник',
  },
];

const search = ({ page }: Reader) => page.getByRole('searchbox').first();
const first = ({ page }: Reader) => page.locator('.results a').first();

async function finds(reader: Reader, words: string): Promise<void> {
  await reader.type(search(reader), words);
  await reader.press(first(reader));
}

/** What a person comes for, and the most presses that it may take from the home page. */
const TASKS: readonly {
  readonly name: string;
  readonly most: number;
  readonly does: (reader: Reader, speaker: Speaker) => Promise<void>;
}[] = [
  {
    name: 'rural poverty in South Kazakhstan',
    most: 2,
    does: async (reader, { rural }) => {
      await finds(reader, rural.types);
      await reader.sees(reader.page.locator('#chart figcaption'), rural.reads);
      await reader.sees(reader.page.locator('#chart svg:visible'), rural.value);
    },
  },
  {
    name: 'Gini of Almaty city, and the chart saved with its source',
    most: 3,
    does: async (reader, { gini, source }) => {
      await finds(reader, gini.types);
      await reader.sees(reader.page.locator('#chart figcaption'), gini.reads);
      const coming = reader.page.waitForEvent('download');
      await reader.press(reader.page.locator('[data-save=svg]'));
      expect(readFileSync(await (await coming).path(), 'utf8')).toContain(source);
    },
  },
  {
    name: 'seizures of two regions on one chart',
    most: 5,
    does: async (reader, { seizures }) => {
      const { page } = reader;
      await finds(reader, seizures.types);
      await reader.choose(page.locator('select[name=region]'), 'KZ-ALM');
      await reader.press(page.locator('details.compare summary').first());
      await reader.press(page.locator('input[name=region][value=KZ-AST]'));
      for (const name of seizures.reads) await reader.sees(page.locator('#chart ul.lines'), name);
    },
  },
  {
    name: 'domestic violence found in the text, its paragraph cited, and that for a list of literature',
    most: 4,
    does: async (reader, { violence }) => {
      await finds(reader, violence.types);
      const paragraph = reader.page.locator('.paragraph:target');
      await reader.sees(paragraph, violence.reads);
      const number = paragraph.locator('.number');
      const cite = paragraph.locator('.cite-part > summary');
      await reader.press(cite);
      await reader.sees(
        paragraph.locator('.cite:visible'),
        violence.cited((await number.textContent()) ?? ''),
      );
      const address = reader.page.url().replace(/report\/\d+\.html/, 'report.html');
      expect(await paragraph.locator('.cite .address').textContent()).toBe(address);
      expect(reader.presses()).toBeLessThanOrEqual(3);
      await paragraph.locator('.recipes summary').first().focus();
      await reader.key('Enter');
      await reader.sees(paragraph.locator('.recipes code:visible'), /^@misc\{[\w-]+-p\d+,\n/);
      expect(await paragraph.locator('.recipes code:visible').textContent()).toContain(`url = {${address}}`);
      for (const target of [number, cite])
        expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(43.5);
    },
  },
  {
    name: 'the contradictions that matter most and are proven',
    most: 2,
    does: async (reader, { proven }) => {
      const { page } = reader;
      await reader.press(page.locator('.menu a[href$="errata.html"]'));
      await reader.choose(page.locator('select[name=certainty]'), 'proven');
      await expect
        .poll(() => page.locator('article.erratum:visible:not([data-certainty=proven])').count())
        .toBe(0);
      await reader.sees(page.locator('main > section:visible h2').first(), proven);
    },
  },
  {
    name: 'the profile of a region',
    most: 2,
    does: async (reader, { region }) => {
      await finds(reader, region.types);
      await reader.sees(reader.page.locator('h1'), region.reads);
      const { page } = reader;
      // All that a row says is seen without moving it.
      const ends = await page
        .locator('.profile tbody tr')
        .first()
        .evaluate((row) => [...row.children].map((cell) => cell.getBoundingClientRect().right));
      for (const end of ends) expect(end).toBeLessThanOrEqual(360);
    },
  },
  {
    name: 'a misspelt search',
    most: 2,
    does: async (reader, { misspelt }) => {
      await finds(reader, misspelt);
      await reader.page.waitForURL(/data\/poverty_/);
    },
  },
];

describeInBrowser('on a phone a person comes for', (open) => {
  const site = catalogueSite();

  it.each(SPEAKERS.flatMap((speaker) => TASKS.map((task) => ({ ...task, speaker, in: speaker.language }))))(
    '$name ($in) and has it within $most presses',
    async ({ name, most, does, speaker }) => {
      const { page, faults, done } = await open(site.url(`${speaker.language}/index.html`), PHONE);
      const reader = readerOf(page);
      await does(reader, speaker);
      expect(reader.presses()).toBeLessThanOrEqual(most);
      expect(faults).toEqual(NO_FAULTS);
      await reader.keep(`${name} ${speaker.language}`);
      await done();
    },
  );
});
