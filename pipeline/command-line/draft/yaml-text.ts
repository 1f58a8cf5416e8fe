import {
  Document,
  isCollection,
  isNode,
  isPair,
  isScalar,
  type Node,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** A remark of a draft: where it stands in the value, and its lines. */
export interface Remark {
  /** Keys and places from the top: `['rows', 3]`. */
  readonly path: readonly (string | number)[];
  readonly text: string;
}

const LINE_WIDTH = 110;
/** A list or a mapping of plain values stands on one line up to this many characters. */
const LONGEST_FLOW = 90;

/**
 * A value as YAML, with remarks as comments above what they are about. Small lists and mappings stand on one line each,
 * so that a row is a line.
 */
export function yamlText(
  head: readonly string[],
  value: object,
  remarks: readonly Remark[],
  tail: readonly string[],
): string {
  const document = new Document(value);
  for (const { path, text } of remarks) {
    const node = nodeAt(document, path);
    if (node === undefined) continue;
    const lines = [node.commentBefore ?? '', ...commented(text).map((line) => line.slice(1))];
    node.commentBefore = lines.filter((line) => line !== '').join('\n');
  }
  visit(document, {
    Collection: (_, node) => {
      if (node !== document.contents && isPlain(node)) node.flow = true;
    },
  });
  const body = document.toString({ lineWidth: LINE_WIDTH, flowCollectionPadding: true }).trimEnd();
  const proposals = tail.map((line) => (line === '' ? '#' : `# ${line}`));
  return [...head.flatMap(commented), body, ...(tail.length === 0 ? [] : ['', ...proposals]), ''].join('\n');
}

/** A short collection of plain values that nothing is remarked on. */
function isPlain(node: YAMLMap | YAMLSeq): boolean {
  const isBare = (part: unknown): boolean => isScalar(part) && !part.commentBefore;
  const areBare = node.items.every((item) =>
    isPair(item) ? isBare(item.key) && isBare(item.value) : isBare(item),
  );
  return areBare && JSON.stringify(node.toJSON()).length <= LONGEST_FLOW;
}

/** The node that a comment is set before: the key of a pair, or an item of a list. */
function nodeAt(document: Document, path: readonly (string | number)[]): Node | undefined {
  const last = path.at(-1);
  const parent: unknown = path.length < 2 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isCollection(parent)) return undefined;
  for (const item of parent.items) {
    if (isPair(item) && isScalar(item.key) && String(item.key.value) === String(last)) return item.key;
  }
  const item = typeof last === 'number' ? parent.items[last] : undefined;
  return isNode(item) ? item : undefined;
}

/** A text in lines of comments, those behind the first further in. */
function commented(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE_WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${lines.length === 0 ? '# ' : '#   '}${word}`);
  }
  return lines;
}
