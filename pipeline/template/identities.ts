import type { Vocabulary } from '../identities/binding.ts';
import {
  CHECK_KINDS,
  ERRATUM_KINDS,
  type IdentityLayout,
  type Instance,
  instancesOf,
} from '../identities/instance.ts';
import { LanguageFault } from '../identities/language.ts';
import type { View } from '../identities/sql.ts';
import { identityView } from '../identities/sql.ts';
import { fault } from '../page/finding.ts';
import { entry, listOf, text, written } from './forms.ts';
import type { TableSchema } from './schema/table-schema.ts';
import { lineNaming, type SourceFile } from './yaml-file.ts';

/** The JSON schema of the `identities` of a layout file. */
export const identitiesSchema = listOf(
  entry(
    {
      id: written('^[a-z0-9_]+$', 'a name of small letters, digits and underscores'),
      kind: { enum: CHECK_KINDS },
      // Brackets within brackets are read by functions within functions.
      says: { ...text, maxLength: 1000 },
      because: text,
    },
    { erratum: { enum: ERRATUM_KINDS } },
  ),
);

/** An identity with the file that declares it. */
export interface DeclaredIdentity {
  readonly file: string;
  /** The line that declares it. */
  readonly line: number;
  readonly identity: IdentityLayout;
}

/** The identities that a file declares, with their lines. */
export function declaredIn(
  { path, text }: SourceFile,
  identities: readonly IdentityLayout[] = [],
): DeclaredIdentity[] {
  return identities.map((identity) => ({
    file: path,
    line: lineNaming(text, `"${identity.says}"`),
    identity,
  }));
}

/** Binds every declared identity to the printed values; a statement that cannot be bound is a finding. */
export function bindIdentities(
  declared: readonly DeclaredIdentity[],
  vocabulary: Vocabulary,
): readonly Instance[] {
  const seen = new Map<string, string>();
  return declared.flatMap(({ file, line, identity }) => {
    const place = { file, line, row: identity.id };
    const first = seen.get(identity.id);
    if (first !== undefined) {
      throw fault({
        kind: 'layout',
        place,
        expected: 'each identity once',
        found: `"${identity.id}" in ${first} too`,
      });
    }
    seen.set(identity.id, file);
    return placed({ file, line, identity }, () => instancesOf(identity, vocabulary));
  });
}

/** The declared identities as views of the published database. */
export function identityViews(
  declared: readonly DeclaredIdentity[],
  vocabulary: Vocabulary,
  schemas: ReadonlyMap<string, TableSchema>,
): readonly View[] {
  return declared.map((each) => placed(each, () => identityView(each.identity, vocabulary, schemas)));
}

/** Tells a fault of a statement with the place that declares it. */
function placed<T>({ file, line, identity }: DeclaredIdentity, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof LanguageFault)) throw error;
    throw fault({
      kind: 'layout',
      place: { file, line, row: identity.id },
      expected: error.expected,
      found: error.found,
      action: 'correct its statement',
    });
  }
}
