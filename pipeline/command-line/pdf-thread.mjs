// A thread does not inherit how TypeScript is loaded, and so begins with a module that needs no loading.
import { register } from 'tsx/esm/api';

register();
await import('./pdf-worker.ts');
