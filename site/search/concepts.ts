import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { LANGUAGES } from '../catalogue/language.ts';
import type { Concept, Phrase } from './entry.ts';

const CONCEPTS = 'concepts.yaml';
const PLACES = 'places.yaml';

/** What the catalogue knows of words: those of one meaning, and what places are also called, by their code. */
export interface Vocabulary {
  readonly concepts: readonly Concept[];
  readonly places: ReadonlyMap<string, readonly string[]>;
}

/** Reads the declared words; throws when a file is not of its form. */
export function readVocabulary(folder = import.meta.dirname): Vocabulary {
  const concepts: unknown = parse(readFileSync(join(folder, CONCEPTS), 'utf8'));
  const places: unknown = parse(readFileSync(join(folder, PLACES), 'utf8'));
  if (!Array.isArray(concepts)) throw new Error(`${CONCEPTS}: expected a list of concepts`);
  return {
    concepts: concepts.map(conceptOf),
    places: new Map(
      Object.entries(record(places, PLACES)).map(([code, names]) => [code, texts(names, PLACES)]),
    ),
  };
}

function conceptOf(value: unknown, at: number): Concept {
  const where = `${CONCEPTS}, concept ${at + 1}`;
  const byLanguage = record(value, where);
  const phrases = LANGUAGES.flatMap((language) =>
    texts(byLanguage[language], where).map((text): Phrase => [language, text]),
  );
  return { asked: phrases, meant: phrases };
}

function record(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new Error(`${where}: expected names with lists`);
  return { ...value };
}

function texts(value: unknown, where: string): readonly string[] {
  if (!Array.isArray(value) || value.some((each) => typeof each !== 'string' || each === ''))
    throw new Error(`${where}: expected a list of words, found ${JSON.stringify(value)}`);
  return value.map(String);
}
