import type { ActType } from '../jurisdiction/act-kinds.ts';
import { count, entry, listOf, mapOf, someOf, text, written } from './forms.ts';
import { readYaml, type SourceFile } from './yaml-file.ts';

/** An act that a document cites by a name which no rule of its language knows, such as a programme by its short name. */
export interface NamedAct {
  readonly type: ActType;
  readonly issuer?: string;
  /** What it is called, in its plain form. */
  readonly title: string;
  /** The words that cite it, as they are printed; `*` stands for the ending of a word. */
  readonly names: readonly string[];
  /** Where they mean this act; everywhere if nothing is said. */
  readonly paragraphs?: readonly number[];
}

/** References of one act that what they print of it would tell apart. */
export interface OneAct {
  /** Each reference by its name, with words that its quote has. */
  readonly references: Readonly<Record<string, string>>;
  readonly because: string;
}

/** `acts.yaml`: what a person knows of the acts that a document cites. */
export interface DeclaredActs {
  /** The file, for what is told of it. */
  readonly path: string;
  readonly names: readonly NamedAct[];
  readonly same: readonly OneAct[];
}

const declaredActsSchema = entry(
  {},
  {
    names: listOf(
      entry(
        { type: written('^[a-z_]+$', 'a kind of act'), title: text, names: someOf(text) },
        { issuer: written('^[a-z_]+$', 'a code of an issuer'), paragraphs: someOf(count) },
      ),
    ),
    same: listOf(entry({ references: { ...mapOf(text), minProperties: 2 }, because: text }, {})),
  },
);

/** Reads `acts.yaml`. */
export function readDeclaredActs(file: SourceFile): DeclaredActs {
  const { names = [], same = [] } = readYaml<Partial<DeclaredActs>>(file, () => declaredActsSchema);
  return { path: file.path, names, same };
}
