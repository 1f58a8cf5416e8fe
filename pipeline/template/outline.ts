import { fault } from '../page/finding.ts';
import { count, entry, listOf, someOf, text, written } from './forms.ts';
import { readYaml, type SourceFile } from './yaml-file.ts';

/** What a heading is called in English, and in other languages than that of the document where that is declared. */
export interface HeadingWords {
  readonly en: string;
  readonly ru?: string;
}

/** A heading as it is printed, and in other languages. */
interface DeclaredHeading extends HeadingWords {
  readonly id: string;
  readonly title: string;
}

/** A heading within a part. */
interface DeclaredSubheading extends DeclaredHeading {
  /** Id of the heading that it stands under (`recommendation-11`, another subheading); the part if there is none. */
  readonly under?: string;
}

/** Headings that hold the numbers of recommendations, `{numbers}` standing for one or several. */
interface DeclaredRecommendations {
  /** Every number from the first to the last stands in exactly one heading. */
  readonly first: number;
  readonly last: number;
  readonly one: string;
  readonly several: string;
  readonly en: CountedWords;
  readonly ru?: CountedWords;
}

/** A heading that holds numbers, in another language: `{numbers}` stands for one or for several. */
export interface CountedWords {
  readonly one: string;
  readonly several: string;
  /** The word that joins the last two of several numbers. */
  readonly and: string;
}

/** The heading of some numbers: `Recommendations 15 and 19`. */
export function countedHeading({ one, several, and }: CountedWords, numbers: readonly number[]): string {
  const last = numbers.at(-1) ?? '';
  const listed = numbers.length < 2 ? `${last}` : `${numbers.slice(0, -1).join(', ')} ${and} ${last}`;
  return (numbers.length < 2 ? one : several).replace('{numbers}', listed);
}

export interface DeclaredPart extends DeclaredHeading {
  readonly recommendations?: DeclaredRecommendations;
  readonly subheadings?: readonly DeclaredSubheading[];
}

/** `outline.yaml`: how a document is divided. */
export interface Outline {
  /** How many numbered paragraphs there are. */
  readonly paragraphs: number;
  readonly parts: readonly DeclaredPart[];
  readonly annexes: {
    readonly count: number;
    /** The line that names an annex, `{number}` standing for its number. */
    readonly title: string;
    readonly en: string;
    readonly ru?: string;
  };
}

const id = written('^[a-z][a-z0-9-]*$', 'a name of small letters, digits and hyphens');
const holding = (placeholder: string): object =>
  written(`\\{${placeholder}\\}`, `a text with {${placeholder}} in it`);
const numbered = { one: holding('numbers'), several: holding('numbers') } as const;
const counted = entry({ ...numbered, and: text }, {});

/** The JSON schema of `outline.yaml`. */
export const outlineSchema = entry(
  {
    paragraphs: count,
    parts: someOf(
      entry(
        { id, title: text, en: text },
        {
          ru: text,
          recommendations: entry({ first: count, last: count, ...numbered, en: counted }, { ru: counted }),
          subheadings: listOf(entry({ id, title: text, en: text }, { under: id, ru: text })),
        },
      ),
    ),
    annexes: entry({ count, title: holding('number'), en: holding('number') }, { ru: holding('number') }),
  },
  {},
);

/** Reads `outline.yaml`; an id that stands twice, or a heading under one that is not declared, is a finding. */
export function readOutline(file: SourceFile): Outline {
  const outline = readYaml<Outline>(file, () => outlineSchema);
  const headings = outline.parts.flatMap((part): readonly DeclaredSubheading[] => [
    part,
    ...(part.subheadings ?? []),
  ]);
  const ids = headings.map((heading) => heading.id);
  const twice = ids.find((each, index) => ids.indexOf(each) < index);
  const lost = headings.find(
    ({ under = ids[0] ?? '' }) => !ids.includes(under) && !isRecommendation(outline, under),
  );
  if (twice === undefined && lost === undefined) return outline;
  throw fault({
    kind: 'layout',
    place: { file: file.path },
    expected: twice === undefined ? 'a heading under one that is declared' : 'each id once',
    found: twice === undefined ? `"${lost?.id}" under "${lost?.under}"` : `"${twice}" twice`,
  });
}

function isRecommendation({ parts }: Outline, under: string): boolean {
  const first = Number(/^recommendation-(\d+)(?:-\d+)*$/.exec(under)?.[1]);
  return parts.some(
    ({ recommendations }) =>
      recommendations !== undefined && recommendations.first <= first && first <= recommendations.last,
  );
}
