import ts from 'typescript';

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
const EXCHANGED: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.AsteriskToken, '/'],
  [ts.SyntaxKind.SlashToken, '*'],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
]);

/**
 * Every small change of a file that its types allow to run: an operator for its neighbour, a number for the next one,
 * `true` for `false`, a `!` left out, the two ends of `a ? b : c` exchanged. Types, messages in templates, the settings
 * of a module, and what stands for an element of a list that the types do not know to be there are left alone.
 *
 *     mutationsOf('a.ts', 'export const f = (x: number) => x < 3;')   // x <= 3, x < 4
 */
export function mutationsOf(file: string, code: string): readonly CodeMutation[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.ES2022, true);
  const found: CodeMutation[] = [];
  const add = (
    kind: CodeMutation['kind'],
    of: ts.Node,
    start: number,
    end: number,
    text: string,
    changes: ts.Node = of,
  ): void => {
    const from = of.getStart(source);
    const changed = `${code.slice(from, start)}${text}${code.slice(end, of.end)}`;
    const oneLine = (long: string): string => long.replace(/\s+/g, ' ').slice(0, 80);
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    const shown = `${oneLine(code.slice(from, of.end))} -> ${oneLine(changed)}`;
    found.push({
      kind,
      line,
      start,
      end,
      text,
      shown,
      of: { start: changes.getStart(source), end: changes.end },
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isTemplateExpression(node)) return;
    if (ts.isBinaryExpression(node)) {
      const { operatorToken, left, right } = node;
      const other = EXCHANGED.get(operatorToken.kind);
      const isText = [left, right].some(
        (side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side),
      );
      const isJoin = isText && operatorToken.kind === ts.SyntaxKind.PlusToken;
      if (other !== undefined && !isJoin)
        add('operator', node, operatorToken.getStart(source), operatorToken.end, other);
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      add('negation', node, node.getStart(source), node.operand.getStart(source), '');
    const constant = (text: string): void =>
      add('constant', node.parent, node.getStart(source), node.end, text, node);
    const isName =
      node.parent !== undefined && ts.isPropertyAssignment(node.parent) && node.parent.name === node;
    if (ts.isNumericLiteral(node) && !isName && !isDefaultOfElement(node))
      constant(String(Number(node.text) + 1));
    if (node.kind === ts.SyntaxKind.TrueKeyword) constant('false');
    if (node.kind === ts.SyntaxKind.FalseKeyword) constant('true');
    if (ts.isConditionalExpression(node)) {
      const { whenTrue, whenFalse } = node;
      const swapped = `${whenFalse.getText(source)} : ${whenTrue.getText(source)}`;
      add('choice', node, whenTrue.getStart(source), whenFalse.end, swapped);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Whether a constant is `0` in `list[at] ?? 0`, `list[at]?.length ?? 0` or `list.at(-1) ?? 0`. */
function isDefaultOfElement(node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isBinaryExpression(parent) || parent.right !== node) return false;
  if (parent.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken) return false;
  let list: ts.Expression = parent.left;
  while (ts.isPropertyAccessExpression(list) && list.questionDotToken !== undefined) list = list.expression;
  if (ts.isElementAccessExpression(list)) return true;
  if (!ts.isCallExpression(list) || !ts.isPropertyAccessExpression(list.expression)) return false;
  return list.expression.name.text === 'at';
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
