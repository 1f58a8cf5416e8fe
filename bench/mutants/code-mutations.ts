import type { Node } from 'oxc-parser';
import { eachNode, programOf } from '../syntax.ts';

/** A small change of a program: which characters are replaced by what. */
export interface CodeMutation {
  readonly kind: 'operator' | 'constant' | 'negation' | 'choice';
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The expression that it changes: where the program can ask whether it is made. */
  readonly of: { readonly start: number; readonly end: number };
  /** As it is told to a person: `a < b` -> `a <= b`. */
  readonly shown: string;
}

/** What each operator is exchanged for: its neighbour at the boundary, or its opposite. */
const EXCHANGED: ReadonlyMap<string, string> = new Map([
  ['+', '-'],
  ['-', '+'],
  ['*', '/'],
  ['/', '*'],
  ['<', '<='],
  ['<=', '<'],
  ['>', '>='],
  ['>=', '>'],
  ['===', '!=='],
  ['!==', '==='],
  ['&&', '||'],
  ['||', '&&'],
]);

/**
 * Every small change of a file that its types allow to run: an operator for its neighbour, a number for the next one,
 * `true` for `false`, a `!` left out, the two ends of `a ? b : c` exchanged. Types, messages in templates, the settings
 * of a module, and what stands for an element of a list that the types do not know to be there are left alone.
 *
 *     mutationsOf('a.ts', 'export const f = (x: number) => x < 3;')   // x <= 3, x < 4
 */
export function mutationsOf(file: string, code: string): readonly CodeMutation[] {
  const found: CodeMutation[] = [];
  const add = (
    kind: CodeMutation['kind'],
    of: Node,
    [start, end, text]: readonly [start: number, end: number, text: string],
    changes: Node = of,
  ): void => {
    const changed = `${code.slice(of.start, start)}${text}${code.slice(end, of.end)}`;
    const oneLine = (long: string): string => long.replace(/\s+/g, ' ').slice(0, 80);
    const line = code.slice(0, start).split('\n').length;
    const shown = `${oneLine(code.slice(of.start, of.end))} -> ${oneLine(changed)}`;
    found.push({ kind, line, start, end, text, shown, of: { start: changes.start, end: changes.end } });
  };
  eachNode(programOf(file, code), (node, parent) => {
    if (isLeftAlone(node)) return false;
    if (node.type === 'BinaryExpression' || node.type === 'LogicalExpression') {
      const { left, right, operator } = node;
      const other = EXCHANGED.get(operator);
      const isJoin = operator === '+' && [left, right].some(isText);
      if (other !== undefined && !isJoin) {
        // Between the two ends stand white space and comments besides.
        const start = left.end + code.slice(left.end, right.start).indexOf(operator);
        add('operator', node, [start, start + operator.length, other]);
      }
    }
    if (node.type === 'UnaryExpression' && node.operator === '!')
      add('negation', node, [node.start, node.argument.start, '']);
    if (node.type === 'Literal' && parent !== undefined) {
      const isName = parent.type === 'Property' && parent.key === node;
      const isMutable = typeof node.value !== 'number' || !(isName || isDefaultOfElement(node, parent));
      const other = isMutable ? otherConstant(node.value) : undefined;
      if (other !== undefined) add('constant', parent, [node.start, node.end, other], node);
    }
    if (node.type === 'ConditionalExpression') {
      const { consequent, alternate } = node;
      const swapped = [alternate, consequent].map(({ start, end }) => code.slice(start, end)).join(' : ');
      add('choice', node, [consequent.start, alternate.end, swapped]);
    }
    return true;
  });
  return found;
}

function otherConstant(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value + 1);
  return typeof value === 'boolean' ? String(!value) : undefined;
}

/** A type that is no expression, what is imported, a text with values in it. */
function isLeftAlone({ type }: Node): boolean {
  const isType = type.startsWith('TS') && !/^TS(?:As|Satisfies|NonNull)/.test(type);
  return isType || type === 'ImportDeclaration' || type === 'TemplateLiteral';
}

function isText(node: Node): boolean {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
}

/** Whether a constant is `0` in `list[at] ?? 0`, `list[at]?.length ?? 0` or `list.at(-1) ?? 0`. */
function isDefaultOfElement(node: Node, parent: Node): boolean {
  if (parent.type !== 'LogicalExpression' || parent.operator !== '??' || parent.right !== node) return false;
  let list: Node = parent.left.type === 'ChainExpression' ? parent.left.expression : parent.left;
  while (list.type === 'MemberExpression' && !list.computed && list.optional) list = list.object;
  if (list.type === 'MemberExpression') return list.computed;
  if (list.type !== 'CallExpression' || list.callee.type !== 'MemberExpression') return false;
  const { property } = list.callee;
  return property.type === 'Identifier' && property.name === 'at';
}

/**
 * The program with all changes in it, each made while `isMade(its number)` is true: the first has the number `first`. So
 * it is loaded once, however many changes are tried.
 *
 *     switched('x < 3', mutations, 7)   // (isMade(7) ? x <= 3 : x < (isMade(8) ? 4 : 3))
 */
export function switched(code: string, mutations: readonly CodeMutation[], first: number): string {
  const numbered = mutations.map((mutation, at) => ({ mutation, number: first + at }));
  const text = (start: number, end: number, among: typeof numbered): string => {
    let done = start;
    let made = '';
    for (;;) {
      // The next expression that is in none of the others; the changes of one expression stand together.
      const next = among
        .map(({ mutation }) => mutation.of)
        .filter((of) => of.start >= done)
        .sort((a, b) => a.start - b.start || b.end - a.end)[0];
      if (next === undefined) return made + code.slice(done, end);
      const isOfNext = ({ mutation: { of } }: (typeof numbered)[number]): boolean =>
        of.start === next.start && of.end === next.end;
      const inside = among.filter(
        (each) => !isOfNext(each) && each.mutation.of.start >= next.start && each.mutation.of.end <= next.end,
      );
      const changed = among
        .filter(isOfNext)
        .map(({ mutation: { start: from, end: to, text: by }, number }) => {
          const other = `${code.slice(next.start, from)}${by}${code.slice(to, next.end)}`;
          return `globalThis.isMade(${number}) ? ${other} : `;
        });
      made += `${code.slice(done, next.start)}(${changed.join('')}${text(next.start, next.end, inside)})`;
      done = next.end;
    }
  };
  return text(0, code.length, numbered);
}
