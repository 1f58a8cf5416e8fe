import { entriesOf, numberOf, partsOf, type RawObjects, referred } from './dictionaries.ts';

/** Whether one of some marks of a page, which is told by its object, may stand in a table of the file's structure. */
export type MarksInTables = (page: number | undefined, marks: ReadonlySet<number>) => boolean;

/** The structure of a file, as far as it tells what a mark is part of. */
interface Structure {
  readonly objects: RawObjects;
  /** The number of its root. */
  readonly root: number;
  /** The elements of the marks of each page, as they are written, by the numbers that pages have here. */
  readonly elements: ReadonlyMap<number, string>;
  /** What the roles of this file stand for. */
  readonly roles: ReadonlyMap<string, string>;
  /** The elements that are known by now, and whether each may be a part of a table. */
  readonly known: Map<number, boolean>;
}

const ROOT_NAME = '/StructTreeRoot';
const ROOT = /\/Type\s*\/StructTreeRoot\b/;
const TABLE = '/Table';

/**
 * Which marks may stand in tables. It is asked before pdf.js reads the structure of a page, which takes as long as the
 * page itself: where tables are ruled, what is left of a page stands in none. Only what the file says plainly is
 * believed; whatever is missing, or says another thing than it should, is a reason to ask pdf.js.
 *
 *     const mayBeInTables = tableMarks(objectsIn(bytes));
 *     mayBeInTables(page.ref?.num, new Set([0, 1])); // false where both are of headings
 */
export function tableMarks(objects: RawObjects): MarksInTables {
  let structure: Structure | undefined;
  return (page, marks) => {
    if (marks.size === 0) return false;
    structure ??= structureIn(objects);
    const own = page === undefined ? undefined : entriesOf(objects.get(page)).get('StructParents');
    const written = structure?.elements.get(Number(own ?? Number.NaN));
    if (structure === undefined || written === undefined) return true;
    const elements = partsOf(written);
    for (const mark of marks) if (mayStandInTable(mark, numberOf(elements[mark]), structure)) return true;
    return false;
  };
}

/** Undefined where it is not known which object is the root. */
function structureIn(objects: RawObjects): Structure | undefined {
  const roots: number[] = [];
  for (const [number, text] of objects) if (text.includes(ROOT_NAME) && ROOT.test(text)) roots.push(number);
  const [root] = roots;
  if (root === undefined || roots.length > 1) return undefined;
  const entries = entriesOf(objects.get(root));
  const elements = new Map(listsIn(referred(entries.get('ParentTree'), objects), objects));
  const roles = entriesOf(referred(entries.get('RoleMap'), objects));
  return { objects, root, elements, roles, known: new Map() };
}

/** The lists of a tree of numbers, each with its number. */
function listsIn(tree: string | undefined, objects: RawObjects, levels = 64): (readonly [number, string])[] {
  if (levels === 0) return [];
  const entries = entriesOf(tree);
  const numbers = partsOf(referred(entries.get('Nums'), objects) ?? '[]');
  const own = numbers.flatMap((number, at): (readonly [number, string])[] => {
    const list = at % 2 === 0 ? referred(numbers[at + 1], objects) : undefined;
    return list === undefined ? [] : [[Number(number), list]];
  });
  const kids = partsOf(referred(entries.get('Kids'), objects) ?? '[]');
  return [...own, ...kids.flatMap((kid) => listsIn(referred(kid, objects), objects, levels - 1))];
}

/** Whether a mark may: its element has to hold it, and to stand in no table itself. */
function mayStandInTable(mark: number, element: number | undefined, structure: Structure): boolean {
  const { objects } = structure;
  if (element === undefined) return true;
  const kids = partsOf(referred(entriesOf(objects.get(element)).get('K'), objects) ?? '');
  const isHeld = kids.some(
    (kid) => Number(kid) === mark || Number(entriesOf(referred(kid, objects)).get('MCID')) === mark,
  );
  return !isHeld || mayBeOfTable(element, structure);
}

function mayBeOfTable(element: number, structure: Structure, levels = 64): boolean {
  const { objects, root, roles, known } = structure;
  if (element === root) return false;
  const before = known.get(element);
  if (before !== undefined) return before;
  const entries = entriesOf(objects.get(element));
  const role = entries.get('S');
  const parent = numberOf(entries.get('P'));
  const may =
    role === undefined ||
    parent === undefined ||
    levels === 0 ||
    role === TABLE ||
    roles.get(role.slice(1)) === TABLE ||
    mayBeOfTable(parent, structure, levels - 1);
  known.set(element, may);
  return may;
}
