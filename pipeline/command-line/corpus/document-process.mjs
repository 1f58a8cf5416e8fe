// A process of the pool does not inherit how TypeScript is loaded: it runs what document-worker.ts is compiled to.
import { compiledUrl } from '../compiled.mjs';

const url = await compiledUrl('pipeline/command-line/corpus/document-worker.ts');
if (url === undefined) throw new Error('what reads documents cannot be compiled');
const { default: work } = await import(url);

export default work;
