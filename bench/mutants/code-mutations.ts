import ts from 'typescript';

/** A small change of a program: which characters are replaced by what. */
export interface CodeMutation {
  readonly kind: 'operator' | 'constant' | 'negation' | 'choice';
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
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
 * `true` for `false`, a `!` left out, the two ends of `a ? b : c` exchanged. Types, messages in templates, and the
 * settings of a module are left alone.
 *
 *     mutationsOf('a.ts', 'export const f = (x: number) => x < 3;')   // x <= 3, x < 4
 */
export function mutationsOf(file: string, code: string): readonly CodeMutation[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.ES2022, true);
  const found: CodeMutation[] = [];
  const add = (kind: CodeMutation['kind'], of: ts.Node, start: number, end: number, text: string): void => {
    const from = of.getStart(source);
    const changed = `${code.slice(from, start)}${text}${code.slice(end, of.end)}`;
    const oneLine = (long: string): string => long.replace(/\s+/g, ' ').slice(0, 80);
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    const shown = `${oneLine(code.slice(from, of.end))} -> ${oneLine(changed)}`;
    found.push({ kind, line, start, end, text, shown });
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
    if (ts.isNumericLiteral(node)) {
      const next = String(Number(node.text) + 1);
      add('constant', node.parent, node.getStart(source), node.end, next);
    }
    if (node.kind === ts.SyntaxKind.TrueKeyword)
      add('constant', node.parent, node.getStart(source), node.end, 'false');
    if (node.kind === ts.SyntaxKind.FalseKeyword)
      add('constant', node.parent, node.getStart(source), node.end, 'true');
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

/** The program with a change made. */
export function mutated(code: string, { start, end, text }: CodeMutation): string {
  return `${code.slice(0, start)}${text}${code.slice(end)}`;
}
