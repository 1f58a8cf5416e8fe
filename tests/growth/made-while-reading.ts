/**
 * A program: tells, as JSON, every expression that is made while texts are read, those that are kept among them. Each new
 * one is noted, and works as before; nothing of the engine is loaded sooner, so that none is made unseen.
 */
const made: { readonly source: string; readonly flags: string }[] = [];
globalThis.RegExp = new Proxy(RegExp, {
  construct: (target, [given, flags]: [string | RegExp, string | undefined]) => {
    const expression = new target(given, flags);
    made.push({ source: expression.source, flags: expression.flags });
    return expression;
  },
});

const { SHAPES } = await import('../../bench/growth/shapes.ts');
const { extract } = await import('../../pipeline/extract/extract.ts');
const { normalise } = await import('../../pipeline/normalise/normalise.ts');
for (const { document, text } of SHAPES.filter(({ name }) => name.startsWith('outline'))) {
  const layer = await extract(new TextEncoder().encode(text(500)), 'text.txt');
  try {
    normalise(layer, document);
  } catch {
    // What is refused has been read as well.
  }
}
console.log(JSON.stringify(made));

export {};
