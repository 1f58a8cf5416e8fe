import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, type ParsedNode } from 'yaml';

/** The parts of a JSON schema that say which form a value takes. */
interface Form {
  readonly type?: unknown;
  /** A mapping from codes, whose order counts: it is read as a `Map`. */
  readonly ordered?: boolean;
  readonly properties?: Readonly<Record<string, object>>;
  readonly additionalProperties?: unknown;
  readonly items?: object;
  readonly anyOf?: readonly object[];
  readonly oneOf?: readonly object[];
}

const WHOLE = /^-?(0|[1-9]\d*)$/;
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** A key that is no text, a number or a word, such as a list. */
export class StrangeKey extends Error {
  readonly offset: number;

  constructor(found: string, node: unknown) {
    super(found);
    this.offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  }
}

/**
 * A key as it is written. YAML would make a number of `01`, a truth of `true` and nothing of `~`, and so another code of
 * the code that is declared.
 */
export function keyText(key: unknown): string {
  if (!isScalar(key)) throw new StrangeKey('a list or a mapping as a key', key);
  const text = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
  if (text === '') throw new StrangeKey('an empty key', key);
  return text;
}

/** Whether two keys of a mapping are the same code: `"1"` and `1` are, `01` is another. */
export function isSameKey(one: ParsedNode, other: ParsedNode): boolean {
  return isScalar(one) && isScalar(other) && keyText(one) === keyText(other);
}

/**
 * The value of a document in the form that a JSON schema asks for. Keys are as they are written, and so is a number
 * where a text is asked for (`district: 01`). A JavaScript object puts keys that are whole numbers first and sorts
 * them, which exchanges the columns of a table; where the order of a mapping counts its schema says `ordered`, and it
 * becomes a `Map`, unless `plain`.
 */
export function typedValue(document: Document, schema: object, plain: boolean): unknown {
  const read = (node: unknown, forms: readonly Form[], above: readonly Node[]): unknown => {
    if (isAlias(node)) return read(node.resolve(document), forms, above);
    if (!isNode(node)) return null;
    if (above.includes(node)) throw new StrangeKey('a value that holds itself', node);
    const within = [...above, node];
    const known = forms.flatMap(alternatives);
    if (isSeq(node)) {
      const items = known.flatMap((form) => (form.items === undefined ? [] : [form.items]));
      return node.items.map((item) => read(item, items, within));
    }
    if (isMap(node)) {
      const entries = node.items.map(({ key, value }): [string, unknown] => {
        const name = keyText(isAlias(key) ? key.resolve(document) : key);
        return [
          name,
          read(
            value,
            known.flatMap((form) => formsOf(form, name)),
            within,
          ),
        ];
      });
      const isOrdered = !plain && known.some(({ ordered }) => ordered === true);
      return isOrdered ? new Map(entries) : Object.fromEntries(entries);
    }
    if (!isScalar(node)) return null;
    const { value, source = String(value) } = node;
    return typeof value === 'number' && !isPlainNumber(source, known) ? source : value;
  };
  return read(document.contents, [schema], []);
}

/** A form and those that it lets choose from. */
function alternatives(form: Form): readonly Form[] {
  const among = [...(form.anyOf ?? []), ...(form.oneOf ?? [])];
  return among.length === 0 ? [form] : among.flatMap(alternatives);
}

/** What the value of a key must be. */
function formsOf({ properties = {}, additionalProperties }: Form, name: string): readonly Form[] {
  const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (own !== undefined) return [own];
  return typeof additionalProperties === 'object' && additionalProperties !== null
    ? [additionalProperties]
    : [];
}

/**
 * Whether a number is one, and not a text or the code of one: `01` and `1e3` may be codes wherever they stand, `1.0` is
 * no whole number, and where texts are asked for, every number is a text.
 */
function isPlainNumber(source: string, forms: readonly Form[]): boolean {
  // A list or a mapping may be asked for beside it: `header: 2019` is the text of a header.
  const plain = forms.filter(({ type }) => type !== 'array' && type !== 'object');
  if (plain.length > 0 && plain.every(({ type }) => type === 'string')) return false;
  const isWhole = plain.length > 0 && plain.every(({ type }) => type === 'integer');
  return (isWhole ? WHOLE : NUMBER).test(source);
}
