import { kk } from '../../locale/kk.ts';
import type { LegalWords } from '../act-kinds.ts';
import type { LegalLanguage } from '../legal-language.ts';
import { kkActWords } from './kk-act-words.ts';
import { registerIdInKazakhstan } from './register.ts';

const GENITIVE = '(?:[нтд][ыі]ң)?';
const MINISTER = '(?: (?:министрі|министрлі[гк]і)(?:н[ыі]ң)?)?';

/** A ministry by its abbreviation and by its name; the name alone counts before brackets or its minister. */
const ministry = (issuer: string, short: string, name: string): { issuer: string; name: string } => ({
  issuer: `ministry_of_${issuer}`,
  name: `${short}(?:-?н[ыі]ң)?|${name}(?:${MINISTER}(?=\\s"|\\s\\()| министр\\p{L}*)`,
});

/** Legal acts in Kazakh. */
const kkActs: LegalWords = {
  acts: [
    { type: 'constitutional_law', stem: 'конституциялық заң' },
    { type: 'draft_law', stem: 'заң(?:ы?ның) жоба' },
    // Занының is printed for Заңының.
    { type: 'law', stem: 'заң|зан(?=ының)|қрз' },
    { type: 'constitution', stem: 'конституция' },
    { type: 'draft_code', stem: 'кодекс(?:і?нің) жоба' },
    { type: 'code', stem: 'кодекс' },
    { type: 'decree', stem: 'жарлы[қғ]' },
    { type: 'normative_resolution', stem: 'нормативтік қаулы' },
    { type: 'resolution', stem: 'қаулы' },
    { type: 'order', stem: 'бұйры[қғ]' },
    { type: 'standard', stem: 'стандарт' },
    { type: 'programme', stem: 'бағдарлама' },
    { type: 'covenant', stem: 'халықаралық пакт' },
    { type: 'convention', stem: 'конвенция' },
    { type: 'protocol', stem: 'хаттама' },
    { type: 'agreement', stem: 'келісім' },
    { type: 'treaty', stem: 'шарт' },
    { type: 'declaration', stem: 'декларация' },
    { type: 'platform_for_action', stem: 'іс-әрекет платформа' },
    { type: 'memorandum', stem: 'меморандум' },
  ],
  endings:
    '(?:[лдт][ае]р)?(?:[сз]?[ыі]ң?)?(?:[нтд][ыі]ң|[ғгқк][ае]|н[ае]|[нтд][ыі]|н?[дт][ае](?:[ғг][ыі])?|[дтн][ае]н|[мбп]ен|н)?',
  plural: /^[лдт][ае]р/u,
  issuers: [
    { issuer: 'government', name: `(?:республикасы |қр )?үкімет(?:і${GENITIVE})?(?= |$)` },
    { issuer: 'president', name: `президент(?:і)?${GENITIVE}` },
    { issuer: 'supreme_court', name: `жоғарғы сот(?:ы${GENITIVE})?(?! кеңес)` },
    { issuer: 'supreme_council', name: `жоғарғы кеңес(?:і${GENITIVE})?` },
    { issuer: 'ilo', name: 'хеұ(?:-?н[ыі]ң)?|халықаралық еңбек ұйымының(?: \\(хеұ\\))?' },
    ministry('health_and_social_development', 'дсәдм', 'денсаулық сақтау және әлеуметтік даму'),
    ministry('health', 'дсм', 'денсаулық сақтау'),
    ministry('education_and_science', 'бғм', 'білім және ғылым'),
    ministry('national_economy', 'ұэм', 'ұлттық экономика'),
    ministry('internal_affairs', 'іім', 'ішкі істер'),
    ministry('labour_and_social_protection', 'еңбекмині', 'еңбек және халықты әлеуметтік қорғау'),
    ministry('justice', 'әділетмині', 'әділет'),
    ministry('finance', 'қаржымині', 'қаржы'),
  ],
  treatyBodies: ['ilo'],
  issuerOf: { decree: 'president' },
  resolutionOf: {
    government: 'government_resolution',
    supreme_court: 'normative_resolution',
  },
  withoutIssuer: ['law', 'constitutional_law', 'draft_law', 'code', 'draft_code', 'constitution'],
  treaties: [
    'covenant',
    'convention',
    'protocol',
    'agreement',
    'treaty',
    'declaration',
    'platform_for_action',
    'memorandum',
  ],
  onlyTitled: ['standard', 'programme'],
  titleEnd: /туралы(?: \([^()]*\))?"$/u,
  approved: /^\s(?:бекітілген|мақұлданған)/u,
  approvedBefore: /^(?:\s\p{L}+){0,3}\s$/u,
  ratification: /ратификациялау туралы"$/u,
  made: /^(?:\s\([^()]*\))?(?:\s\p{L}+){0,2}?\s(?:қабылдан|бекітіл|қол қой)/u,
  adopted: /^(?:\s\p{L}+){0,2}?\s(?:қабылданған|бекітілген|қол қойылған)\s/u,
  and: /^\s(?:және|мен|пен|бен)\s$/u,
  inForce: /^\sкүшіне ен/u,
  filler:
    /^(?:қр(?:-?н[ыі]ң)?|қазақстан республикасы\p{L}*|жаңа|жаңадан|ең төмен|әлеуметтік|бірлескен|[,–()\s-])*$/u,
  joint: /^\s?бірлескен/u,
  codes: [
    { stem: 'қылмыстық-процестік', title: 'Қылмыстық-процестік кодекс' },
    { stem: 'қылмыстық-атқару', title: 'Қылмыстық-атқару кодексі' },
    { stem: 'қылмыстық', title: 'Қылмыстық кодекс' },
    { stem: 'азаматтық процестік', title: 'Азаматтық процестік кодекс' },
    { stem: 'азаматтық', title: 'Азаматтық кодекс' },
    { stem: 'әкімшілік құқық бұзушылық(?:тар)? туралы', title: 'Әкімшілік құқық бұзушылық туралы кодекс' },
    { stem: 'еңбек', title: 'Еңбек кодексі' },
    { stem: 'кәсіпкерлік', title: 'Кәсіпкерлік кодекс' },
    { stem: 'салық', title: 'Салық кодексі' },
    { stem: 'кеден', title: 'Кеден кодексі' },
    { stem: 'бюджет', title: 'Бюджет кодексі' },
    { stem: 'жер', title: 'Жер кодексі' },
    { stem: 'экологиялық', title: 'Экологиялық кодекс' },
  ],
  treatyNames: [
    {
      type: 'covenant',
      stem: 'экономикалық, әлеуметтік және мәдени құқықтар туралы',
      title: 'Экономикалық, әлеуметтік және мәдени құқықтар туралы халықаралық пакт',
    },
    {
      type: 'convention',
      stem: 'бала(?:ның)? құқықтары туралы',
      title: 'Бала құқықтары туралы конвенция',
    },
    {
      type: 'convention',
      stem: 'мүгедектердің құқықтары туралы',
      title: 'Мүгедектердің құқықтары туралы конвенция',
    },
    {
      type: 'convention',
      stem: 'әйелдерге қа(?:рсы|тысты) кемсітушіліктің барлық түрлерін жою туралы',
      title: 'Әйелдерге қатысты кемсітушіліктің барлық түрлерін жою туралы конвенция',
    },
    {
      type: 'convention',
      stem: 'балаларды қорғау және баланы шетелдік асырап алуға қатысты ынтымақтастық туралы',
      title: 'Балаларды қорғау және баланы шетелдік асырап алуға қатысты ынтымақтастық туралы конвенция',
    },
    {
      type: 'convention',
      stem: 'балаларды халықаралық ұрлаудың азаматтық-құқықтық аспектілері туралы',
      title: 'Балаларды халықаралық ұрлаудың азаматтық-құқықтық аспектілері туралы конвенция',
    },
    {
      type: 'treaty',
      stem: 'еуразиялық экономикалық қоғамдастық туралы',
      title: 'Еуразиялық экономикалық қоғамдастық туралы шарт',
    },
    {
      type: 'treaty',
      stem: 'еуразиялық экономикалық одақ туралы',
      title: 'Еуразиялық экономикалық одақ туралы шарт',
    },
  ],
  shortNames: [
    { type: 'code', stem: 'қк', title: 'Қылмыстық кодекс' },
    { type: 'code', stem: 'қпк', title: 'Қылмыстық-процестік кодекс' },
    { type: 'code', stem: 'апк', title: 'Азаматтық процестік кодекс' },
  ],
  // `N-бабының M-бөлігіне`, `N-бабы M-тармағының K) тармақшасы`, `(N-б. M-т.)`, `N және M-баптарына`.
  parts: new RegExp(
    String.raw`^(?:\s?\(бұдан әрі[^()]*\))?\s?(?:бекітілген\s?)?\(?(?<article>\d+(?:-\d+)?(?:(?:,\s|\sжәне\s)\d+(?:-\d+)?)*)(?:-(?:ба[бп]\p{L}*|б\.)|\sб\.)` +
      String.raw`(?:,?\s(?:(?<part>\d+)-(?:бөлі[гкм]\p{L}*|б\.)|(?<ordinal>бірінші|екінші|үшінші)\sбөлі[гкм]\p{L}*))?` +
      String.raw`(?:,?\s(?<point>\d+)-(?:тарма[қғ](?!ша)\p{L}*|т\.))?` +
      String.raw`(?:,?\s(?<subpoint>\d+)\)\sтармақша\p{L}*)?`,
    'u',
  ),
  ordinals: { бірінші: '1', екінші: '2', үшінші: '3' },
  registerId: registerIdInKazakhstan,
  standards: /(?:қр (?:мс|ст)|мемст|гост)\s(?<number>\d[\d.]*(?:-\d+)*)/gu,
};

/** Kazakh as it is written in Kazakhstan: with the words for its acts, and how they are cited. */
export const kkInKazakhstan: LegalLanguage = { ...kk, prose: kkActWords, acts: kkActs };
