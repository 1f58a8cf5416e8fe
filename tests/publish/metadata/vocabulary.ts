/** A JSON-LD value as it is parsed. */
export type Node = Readonly<Record<string, unknown>>;

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that may be one or many, as a list of things. */
export function nodes(value: unknown): readonly Node[] {
  return (Array.isArray(value) ? value : [value]).filter(isNode);
}

/** Every thing within a thing, itself included, but not the context. */
export function within(node: Node): readonly Node[] {
  const inner = Object.entries(node).flatMap(([name, value]) => (name === '@context' ? [] : nodes(value)));
  return [node, ...inner.flatMap(within)];
}

/**
 * Properties of schema.org that the metadata use, by the types that schema.org lists them for; what is not here is
 * a slip or has to be looked up and added.
 */
const SCHEMA_ORG: Readonly<Record<string, string>> = {
  Dataset:
    'url name alternateName description identifier version datePublished dateModified inLanguage isAccessibleForFree license keywords creator publisher spatialCoverage temporalCoverage isBasedOn variableMeasured distribution usageInfo',
  DataDownload: 'name contentUrl encodingFormat contentSize sha256',
  MediaObject: 'name alternateName url sha256 description',
  CreativeWork: 'name alternateName url description text',
  Report: 'name reportNumber description url',
  Organization: 'name',
  Place: 'name alternateName identifier sameAs',
  PropertyValue: 'name propertyID description unitText',
};

/** Properties of a thing that its type does not have. */
export function unknownProperties(node: Node, known = SCHEMA_ORG): readonly string[] {
  if ('@value' in node) return [];
  const type = String(node['@type']).replace(/^sc:/, '');
  const own = new Set(known[type]?.split(' ') ?? []);
  return Object.keys(node).flatMap((name) =>
    own.has(name) || name.startsWith('@') ? [] : [`${type}: unknown property ${name}`],
  );
}
