import { readFileSync } from 'node:fs';
import { choicesOf } from '../synthesis/choices.ts';
import type { Area } from './areas.ts';
import { type CodeMutation, mutationsOf, switched } from './code-mutations.ts';

/** A change with the number by which it is switched on. */
export interface Mutant extends CodeMutation {
  readonly number: number;
  readonly area: string;
  readonly file: string;
}

/** Every change of some areas, numbered in the order of the program. */
export function mutantsOf(areas: readonly Area[]): readonly Mutant[] {
  return areas
    .flatMap(({ name, files }) =>
      files.flatMap((file) =>
        mutationsOf(file, readFileSync(file, 'utf8')).map((each) => ({ ...each, area: name, file })),
      ),
    )
    .map((each, number) => ({ ...each, number }));
}

/** The files of the program with all these changes in them, by path. */
export function switchedFiles(mutants: readonly Mutant[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const file of new Set(mutants.map((each) => each.file))) {
    const own = mutants.filter((each) => each.file === file);
    files.set(file, switched(readFileSync(file, 'utf8'), own, own[0]?.number ?? 0));
  }
  return files;
}

/** So many of each area, drawn by a seed; all where there are no more. */
export function sampleOf(mutants: readonly Mutant[], most: number, seed: number): readonly Mutant[] {
  const drawn: Mutant[] = [];
  for (const area of new Set(mutants.map((each) => each.area))) {
    const left = mutants.filter((each) => each.area === area);
    const { below } = choicesOf(seed);
    for (let count = 0; count < most && left.length > 0; count += 1)
      drawn.push(...left.splice(below(left.length), 1));
  }
  return drawn.sort((a, b) => a.number - b.number);
}
