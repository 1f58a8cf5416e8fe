import type { NotationEvidence } from './notation-evidence.ts';
import { type Remark, yamlText } from './yaml-text.ts';

/** What the file of the document is written from. */
export interface DocumentToDraft {
  readonly id: string;
  readonly title: string | undefined;
  /** The name of the source within the document's folder, and its checksum. */
  readonly source: { readonly file: string; readonly sha256: string };
  readonly notation: NotationEvidence;
  readonly tables: readonly string[];
  /** For each symbol the line of the document that says what it means, where there is one. */
  readonly legends: ReadonlyMap<string, string>;
}

/** `document.yaml`: checksum, title, how numbers are printed with what told it, and the list of tables. */
export function draftedDocument({ id, title, source, notation, tables, legends }: DocumentToDraft): string {
  const { numbers, marks, because, questions } = notation;
  const value = {
    id,
    title: title ?? id,
    source,
    ...(Object.keys(numbers).length > 0 && { numbers }),
    ...(marks.length > 0 && { marks }),
    tables,
  };
  const symbols = Object.keys(numbers.symbols ?? {});
  const asked = Object.keys(numbers).length > 0 ? 'numbers' : 'tables';
  const remarks: readonly Remark[] = [
    ...(title === undefined
      ? [
          {
            path: ['title'],
            text: 'TODO title: none of the document is seen; it is published, no number rests on it',
          },
        ]
      : []),
    ...Object.entries(because).map(([key, text]) => ({
      path: key === 'marks' ? ['marks'] : ['numbers', key],
      text,
    })),
    ...questions.map(({ text }) => ({ path: [asked], text: `TODO numbers: ${text}` })),
    ...symbols.map((symbol) => ({
      path: ['numbers', 'symbols'],
      text: symbolRemark(symbol, legends.get(symbol)),
    })),
  ];
  return yamlText([], value, remarks, []);
}

function symbolRemark(symbol: string, legend: string | undefined): string {
  const asked = `TODO symbols: what "${symbol}" says in a number's place: missing, nil (zero), not_applicable or not_available`;
  return legend === undefined ? asked : `${asked}; the document says "${legend}"`;
}
