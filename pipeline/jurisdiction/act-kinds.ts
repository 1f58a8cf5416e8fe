/** The closed list of `legal_reference.act_type`. */
export type ActType =
  | 'constitution'
  | 'constitutional_law'
  | 'law'
  | 'draft_law'
  | 'code'
  | 'draft_code'
  | 'decree'
  | 'resolution'
  | 'government_resolution'
  | 'normative_resolution'
  | 'order'
  | 'standard'
  | 'programme'
  | 'strategy'
  | 'concept'
  | 'plan'
  | 'road_map'
  | 'covenant'
  | 'convention'
  | 'protocol'
  | 'agreement'
  | 'treaty'
  | 'declaration'
  | 'platform_for_action'
  | 'memorandum';

/** A word for an act, alone or with what stands before it. Patterns are matched against folded text. */
interface ActWord {
  readonly type: ActType;
  /** Without its ending. */
  readonly stem: string;
}

/** Who issued an act. */
interface IssuerWord {
  /** Code of `legal_reference.issuer`. */
  readonly issuer: string;
  readonly name: string;
}

/** What a language calls legal acts and how it says that they were made. */
export interface LegalWords {
  /** Of two that begin at one place the first one counts. */
  readonly acts: readonly ActWord[];
  /** Endings of a word for an act. */
  readonly endings: string;
  /** Several acts: the ending of `Laws`. */
  readonly plural: RegExp;
  /** Abbreviations and names of issuers; a name that is also a common word only counts before brackets. */
  readonly issuers: readonly IssuerWord[];
  /** Kinds of act that one issuer alone makes, with it. */
  readonly issuerOf: Partial<Record<ActType, string>>;
  /** A resolution of this issuer is an act of this type. */
  readonly resolutionOf: Readonly<Record<string, ActType>>;
  /** Kinds of act that parliament makes: no issuer is given for them. */
  readonly withoutIssuer: readonly ActType[];
  /** Bodies that treaties are made in; the parties to a treaty do not issue it. */
  readonly treatyBodies: readonly string[];
  /** Treaties, whose title may stand without quotation marks and which a year may name. */
  readonly treaties: readonly ActType[];
  /** Kinds of act that count only under a quoted title: many things are adopted as a programme. */
  readonly onlyTitled: readonly ActType[];
  /** The word that ends the quoted title of an act. */
  readonly titleEnd: RegExp;
  /** The words behind an act that approves what is named next: `approved`. */
  readonly approved: RegExp;
  /** What may stand between what is approved and the brackets with the act that approves it: `is carried out`. */
  readonly approvedBefore: RegExp;
  /** A treaty's ratification as a title: the title of the law that ratifies, not of the treaty. */
  readonly ratification: RegExp;
  /** The words for an act being made, behind its name: `was adopted`. */
  readonly made: RegExp;
  /** The same before its name: `adopted in 2015`. */
  readonly adopted: RegExp;
  /** All that stands between two acts named together: `and`. */
  readonly and: RegExp;
  /** A date behind which these words stand is not the act's own: it came into force then. */
  readonly inForce: RegExp;
  /** What may stand between a title, a date, a number and the word for the act: the state, `new`. */
  readonly filler: RegExp;
  /** An act of several issuers, whose title follows: `joint`. */
  readonly joint: RegExp;
  /** Codes by the stem of their name and the name itself: `criminal`. */
  readonly codes: readonly { readonly stem: string; readonly title: string }[];
  /** Treaties that are cited by their names alone, by the stem of the name before their word, and the name itself. */
  readonly treatyNames: readonly { readonly type: ActType; readonly stem: string; readonly title: string }[];
  /** Short names that stand for an act without a word for it. */
  readonly shortNames: readonly { readonly type: ActType; readonly stem: string; readonly title: string }[];
  /** Articles, parts and points right behind the word for an act: the groups article, part or ordinal, point, subpoint. */
  readonly parts: RegExp;
  /** The numbers of the words that the group `ordinal` holds. */
  readonly ordinals: Readonly<Record<string, string>>;
  /** The id of an act in the register of the jurisdiction by the register's pattern. */
  readonly registerId: (type: ActType, number: string, date: string) => string | undefined;
  /** Standards by their own signs; the group `number` is their number. */
  readonly standards: RegExp;
}
