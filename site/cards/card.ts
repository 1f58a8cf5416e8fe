import type { Markup } from '../html/markup.ts';

/** What a link to a page shows elsewhere: a picture with the page's own chart. */
export interface Card {
  /** Where it stands among the cards of a language, without an ending: `data/wells`. */
  readonly path: string;
  /** What is drawn; made only where the card is. */
  readonly content: () => CardContent;
}

/** What is drawn on a card. */
export interface CardContent {
  readonly title: string;
  /** The unit and the years, or what the page is. */
  readonly scope: string;
  readonly picture: CardPicture;
}

/** The picture of a card. */
export type CardPicture =
  | {
      readonly kind: 'chart';
      readonly legend: readonly LegendEntry[];
      readonly draw: (size: Size) => Markup;
    }
  | { readonly kind: 'panels'; readonly panels: readonly CardPanel[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] };

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A line of the chart by its name, its colour from 1, and its shape. */
export interface LegendEntry {
  readonly label: string;
  readonly colour: number;
  readonly shape: Markup;
}

/** One of several small charts. */
export interface CardPanel {
  readonly title: string;
  readonly draw: () => Markup;
}

/** A number as it is written, and what it counts. */
export interface Fact {
  readonly amount: string;
  readonly noun: string;
}

/** What stands around the picture of every card. */
export interface CardFrame {
  readonly brand: string;
  readonly source: string;
  /** Where the site stands, as people write it: `example.org/data`. */
  readonly address: string;
}
