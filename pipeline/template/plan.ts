import type { Label } from '../locale/look-alikes.ts';
import type { Notation, SymbolMeaning } from './notation.ts';
import type { Slot } from './slot.ts';
import type { TablePlan } from './tables/table-plan.ts';

export type { Slot } from './slot.ts';

/** A declared text that stands in a cell instead of a number, such as `норма 2012 жылы енгізілді`. */
export interface CellPhrase {
  /** As declared, `{value}` standing for the number of a sentence. */
  readonly text: string;
  readonly before: string;
  /** A sentence cell has a number between the two parts; a spanning cell has none. */
  readonly after?: string;
  readonly columns: number;
}

/** What a column admits; used to refuse readings that no printed value of the column can have. */
export interface ColumnForm {
  readonly decimals: readonly number[];
  readonly minimum: number;
  readonly maximum: number;
}

/** The rules a row is read by. */
export interface RowForm {
  readonly columns: readonly ColumnForm[];
  readonly marks: readonly string[];
  readonly phrases: readonly CellPhrase[];
  readonly notation: Notation;
  /** What an empty cell says; undefined where it says nothing, and is a finding. */
  readonly blank?: SymbolMeaning;
  /** Characters that cells may hold besides digits and what stands in every notation. */
  readonly ink: string;
}

/** One step of a table's body, in printed order. */
export type BodyItem =
  | { readonly kind: 'heading'; readonly text: string; readonly match: Label }
  | {
      readonly kind: 'row';
      readonly label: string;
      /** Names the row in messages: its codes. */
      readonly name: string;
      readonly match: Label;
      readonly form: RowForm;
      readonly slots: readonly Slot[];
    };

/** A printed table with its texts and slots spelt out. */
export interface GridPlan {
  readonly kind: 'grid';
  readonly file: string;
  readonly table: string;
  /** The codes that tell this table of a family from the others. */
  readonly codes: Readonly<Record<string, string>>;
  readonly title: string;
  /** Header cells that head no values, then those of the columns. */
  readonly header: readonly string[];
  readonly columnHeaders: readonly string[];
  /** Title, header and column headers, word by word, as `matchHeading` takes them. */
  readonly heading: readonly (readonly string[])[];
  /** The words of the title that the table goes on under on another page, where one is declared. */
  readonly continued?: readonly string[];
  /** What the column headers are meant to say, where a correction declares that they are printed wrongly. */
  readonly meantHeaders?: readonly string[];
  readonly body: readonly BodyItem[];
}

/** A step of a sentence. */
export type SentencePart =
  | { readonly kind: 'text'; readonly text: string; readonly ink: string }
  | { readonly kind: 'optional'; readonly ink: string }
  | { readonly kind: 'value'; readonly slot: Slot; readonly months: boolean };

/** A sentence, or a list as one long sentence, that carries values. */
export interface SentencePlan {
  readonly kind: 'sentence';
  readonly file: string;
  readonly table: string;
  readonly parts: readonly SentencePart[];
}

/** Footnotes: each with its mark, its words in any order because links among them are displaced. */
export interface NotesPlan {
  readonly kind: 'notes';
  readonly file: string;
  readonly table: string;
  readonly notes: readonly { readonly mark: string; readonly words: readonly (readonly string[])[] }[];
}

/** Something that is printed in an annex. */
export type Element = GridPlan | SentencePlan | NotesPlan;

/** An annex: the stamp that opens it, then its elements in printed order. */
export interface AnnexPlan {
  readonly annex: string;
  readonly stamp: string;
  readonly stampInk: string;
  readonly elements: readonly Element[];
}

/** A member of a series: where its figure is published, and the words it is found by. */
export interface FigurePlan {
  readonly slot: Slot;
  /** A year that is printed before the figure, in whatever form the language prints years. */
  readonly labelYear: string | undefined;
  /** The ink before and behind the figure; both empty when the figure is just the next one. */
  readonly before: string;
  readonly after: string;
  /** The label as declared, for messages. */
  readonly label: string;
  /** What the unit is called in the document's language: it names the scale (`млрд. теңге`). */
  readonly unitName: string;
  readonly minimum: number;
  readonly maximum: number;
}

/** A stretch of a paragraph with its members in printed order. */
export interface SeriesPlan {
  readonly file: string;
  readonly series: string;
  readonly paragraph: number;
  /** The words that the stretch begins and ends with, as declared; nothing: the paragraph's own ends. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly figures: readonly FigurePlan[];
  /** Words whose numbers are no members. */
  readonly asides: readonly string[];
}

/** All annexes with every slot that must be filled. */
export interface Plan {
  /** Sentences of the running text that repeat values of the annexes. */
  readonly quotes: readonly SentencePlan[];
  /** Series that the running text prints. */
  readonly series: readonly SeriesPlan[];
  readonly annexes: readonly AnnexPlan[];
  readonly slots: readonly Slot[];
  /** Tables that are matched by the places of their cells. */
  readonly tables: readonly TablePlan[];
  /** Texts outside of tables that are left out; `*` stands for any text. */
  readonly ignored: readonly string[];
}
