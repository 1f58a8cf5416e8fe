import { CDATA, type ChildNode, Element, type ParentNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { fault } from '../../page/finding.ts';
import { refuseDeep } from './tree.ts';

/** Elements without an end: a browser takes `</br>` for another `<br>`. */
const EMPTY = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const NAMESPACES = /^http:\/\/www\.w3\.org\/(?:1999\/xhtml|1998\/Math\/MathML|2000\/svg)$/;
const ENTITY = /<!ENTITY\b/;
const IN_STYLES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/**
 * A page of XML (`.xhtml`) as the same page of HTML. There an element may end where it begins, and text may stand in
 * brackets of its own: `<span hidden=""/>5` would hide the 5 in HTML, `<![CDATA[5]]>` would be a comment.
 *
 * Throws a finding when the page declares entities of its own: what they stand for is not put in.
 */
export function htmlOfXml(xml: string, file: string): string {
  if (ENTITY.test(xml)) {
    const found = 'one that declares entities of its own';
    const action = 'put in what they stand for';
    throw fault({ kind: 'file', place: { file }, expected: 'a page without declarations', found, action });
  }
  const tree = parseDocument(xml, { xmlMode: true, decodeEntities: false });
  refuseDeep(tree, file);
  return `<!DOCTYPE html>${written(tree, new Set(prefixesIn(tree)))}`;
}

function prefixesIn(node: ParentNode): readonly string[] {
  return node.children.flatMap((child) => {
    if (!(child instanceof Element)) return [];
    const own = Object.entries(child.attribs).flatMap(([name, value]) =>
      name.startsWith('xmlns:') && NAMESPACES.test(value) ? [name.slice('xmlns:'.length)] : [],
    );
    return [...own, ...prefixesIn(child)];
  });
}

function written(node: ParentNode, prefixes: ReadonlySet<string>): string {
  return node.children.map((child) => nodeMarkup(child, prefixes)).join('');
}

function nodeMarkup(node: ChildNode, prefixes: ReadonlySet<string>): string {
  if (node instanceof CDATA)
    return node.children.map((child) => ('data' in child ? escaped(child.data) : '')).join('');
  if (node.type === 'text') return node.data;
  if (!(node instanceof Element)) return '';
  const [prefix = '', local] = node.name.split(':');
  const name = local !== undefined && prefixes.has(prefix) ? local : node.name;
  if (name === 'script') return '';
  const attributes = Object.entries(node.attribs)
    .map(([each, value]) => ` ${each}="${value.replaceAll('"', '&quot;')}"`)
    .join('');
  if (EMPTY.has(name)) return `<${name}${attributes}>`;
  const content = written(node, prefixes);
  return `<${name}${attributes}>${name === 'style' ? plain(content) : content}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** What stands in `<style>` is read as it is. */
function plain(content: string): string {
  return content.replace(/&(?:lt|gt|amp);/g, (entity) => IN_STYLES[entity] ?? entity);
}
