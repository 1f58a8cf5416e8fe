import { type Node, type Program, parseSync, visitorKeys } from 'oxc-parser';

/** The syntax of a program in TypeScript; a program that does not parse is an error. */
export function programOf(file: string, code: string): Program {
  const { program, errors } = parseSync(file, code);
  const [first] = errors;
  if (first !== undefined) throw new Error(`${file}: ${first.message}`);
  return program;
}

/** Visits a program from its outermost node inwards; what is in a node for which `visit` says false is left out. */
export function eachNode(node: Node, visit: (node: Node, parent: Node | undefined) => boolean): void {
  const within = (each: Node, parent: Node | undefined): void => {
    if (!visit(each, parent)) return;
    for (const key of visitorKeys[each.type] ?? []) {
      const child: unknown = Reflect.get(each, key);
      for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) within(one, each);
    }
  };
  within(node, undefined);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
