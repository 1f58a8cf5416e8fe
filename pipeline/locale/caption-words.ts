/**
 * What a numbered table is called above it, in the languages that statistical reports are most often printed in; folded to
 * small letters. The number stands behind the word (`Table 3.5`) or before it (`3-кесте`).
 */
const WORDS = [
  'table|tab|exhibit',
  'tabelle|tabellen|übersicht',
  'tableau',
  'tabla|cuadro',
  'tabella|tavola',
  'tabela|quadro',
  'tabel|tabell|taulukko|tafla',
  'táblázat|tabulka|tabuľka|tabelul|tabelė|lentelė|tablica|preglednica',
  'tablo|çizelge|cədvəl|jadval',
  'таблица|табл|таблиця|табліца|кесте|таблицы',
  'πίνακας|ცხრილი|աղյուսակ',
  '表|표',
].join('|');

const NUMBER = String.raw`(?:[\p{Lu}]{0,3}[-.]?\p{Nd}+(?:[.\-–/]\p{Nd}+)*\p{Ll}?|[IVXLC]+|\p{Lu}(?:[.-]\p{Nd}+)*)`;
const NUMBERED = new RegExp(String.raw`^(?<number>${NUMBER})(?![\p{L}\p{Nd}])`, 'u');
const WORD = new RegExp(String.raw`^(?:${WORDS})(?!\p{L})\.?\s*(?:№|no\.?|nr\.?|n°|#)?\s*`, 'iu');
const BEFORE = new RegExp(
  String.raw`^(?<number>\p{Nd}+(?:\.\p{Nd}+)*)\s*(?:[-–.]\s*)?(?:${WORDS})(?!\p{L})`,
  'iu',
);

/**
 * The number of the table that a line names at its beginning; undefined where it names none.
 *
 *     captionNumber('Table 8.13 - Own brands')   // '8.13'
 *     captionNumber('3-кесте. Халық саны')       // '3'
 */
export function captionNumber(text: string): string | undefined {
  const plain = text.normalize('NFC').trim();
  const word = WORD.exec(plain)?.[0];
  const found = word === undefined ? BEFORE.exec(plain) : NUMBERED.exec(plain.slice(word.length));
  return found?.groups?.number;
}

/** Behind a unit of length that ends a text, such as `km` or `кв. м`, a raised 2 or 3 is no mark of a note. */
export const ENDS_IN_LENGTH = /(?:^|[^\p{L}])(?:[kcdmh]?m|ft|[кдс]?м|мм)$/u;
