import packageFile from '../../../package.json' with { type: 'json' };
import { writeCatalogue } from '../../publish/corpus/catalogue.ts';
import { inCorpus, refuseNoCorpus } from '../../publish/corpus/corpus-folder.ts';
import { corpusPackage } from '../../publish/corpus/corpus-package.ts';
import { checkDeclared, dimensionsOf } from '../../publish/corpus/declared.ts';
import { CATALOGUE } from '../../publish/corpus/layout.ts';
import { pruneCorpus } from '../../publish/corpus/prune.ts';
import { writeInto } from '../../publish/corpus/store.ts';
import { type Today, verifiedCorpus } from '../../publish/corpus/verify.ts';
import { CORPUS_CATALOGUE } from '../../publish/folder/kinds.ts';
import { replaceFolder } from '../../publish/folder/replace.ts';
import { type CorpusDeclaration, readCorpusDeclaration } from '../../template/corpus/declaration.ts';
import { bytesOf, sharedSchemas } from '../folders.ts';
import { MOST_TEXT_BYTES } from '../limits.ts';
import { digestBelow } from '../up-to-date.ts';
import type { MergeCommand } from './arguments.ts';
import { inputsOf } from './build-document.ts';
import { programDigest } from './build-many.ts';
import { listDigest, namedDocuments } from './documents.ts';

/** What a merge did. */
export interface MergeOutcome {
  readonly folder: string;
  readonly documents: number;
  readonly published: number;
  readonly refused: number;
  readonly findings: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly identities: number;
  /** How many checks between documents came to each verdict. */
  readonly across: Readonly<Record<string, number>>;
  readonly pruned: readonly string[];
  /** Whether what was built was held against the documents as they are today. */
  readonly isOfToday: boolean;
}

const UNDECLARED: CorpusDeclaration = { title: 'Corpus' };

/**
 * Makes one catalogue of all that shards have built into a corpus, once every file was held against the records and these
 * against today's program and documents. Throws a SourceFault where anything is of another day, is missing, was harmed
 * or is listed by nobody; then the catalogue stays what it was.
 */
export async function merge({ folder: named, corpus, isPruning }: MergeCommand): Promise<MergeOutcome> {
  await refuseNoCorpus(named);
  const declaredIn = corpus ?? 'corpus.yaml';
  const declaration =
    corpus === undefined
      ? UNDECLARED
      : readCorpusDeclaration({ path: corpus, text: decoded(bytesOf(corpus, undefined, MOST_TEXT_BYTES)) });
  return inCorpus(named, async (place) => {
    const { folder } = place;
    const today = todayOf();
    const pruned = isPruning ? await pruneCorpus(named, today) : [];
    const facts = await verifiedCorpus(named, today);
    checkDeclared(facts, declaration, declaredIn);
    const dimensions = dimensionsOf(facts, declaration);
    const { files, across } = await replaceFolder(`${folder}/${CATALOGUE}`, CORPUS_CATALOGUE, (replacement) =>
      writeCatalogue({ folder, facts, declaration, dimensions, declaredIn }, replacement),
    );
    await writeInto(place, 'datapackage.json', corpusPackage(facts, declaration, dimensions, files));
    const { tables, documents, published, refused, findings, identities, isOfToday } = facts;
    return {
      folder: named,
      documents,
      published,
      refused,
      findings,
      tables: tables.length,
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      files: tables.reduce((sum, table) => sum + table.files, 0),
      identities,
      across,
      pruned,
      isOfToday,
    };
  });
}

/** What a build of today would be made of. */
function todayOf(): Today {
  const schemas = digestBelow(sharedSchemas());
  return {
    program: programDigest(),
    programName: `${packageFile.name} ${packageFile.version}`,
    listOf: async (pattern) => {
      const list = await namedDocuments(pattern);
      return list.length === 0 ? undefined : listDigest(list);
    },
    inputsOf: (folder) => inputsOf(folder, schemas),
  };
}

const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);
