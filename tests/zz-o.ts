import { read, annexes,text } from './project.ts';
console.log(text.length, annexes.length);
const n=read(annexes); const c:Record<string,number>={}; for(const o of n.owned) c[o.element]=(c[o.element]??0)+1; console.log(c); console.log(n.cells.length)
