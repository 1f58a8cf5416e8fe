import fc from 'fast-check';
import { annexes, differences, read, original, document, source } from './project.ts';
const rnd = (seed:number)=>{ let s=seed>>>0||1; return ()=>{ s^=s<<13; s>>>=0; s^=s>>>17; s^=s<<5; s>>>=0; return s/4294967296; }; };
type T=(text:string,r:()=>number)=>string;
const ts: Record<string,T> = {
  rewrap: (t,r)=>t.replace(/\s+/g, w=> r()<0.3 ? (r()<0.5?'\n':' ') : w),
  allspaces: (t)=>t.replace(/\s+/g,' '),
  alllines: (t)=>t.replace(/\s+/g,'\n'),
  joinlines: (t,r)=>t.replace(/\n+/g, w=> r()<0.2 ? ' ' : w),
  pagebreaks: (t,r)=>t.replace(/\n\n\n\n/g,'\n').replace(/\n/g, w=> r()<0.05 ? '\n\n\n\n' : w),
  empty: (t,r)=>t.replace(/\n+/g, w=> r()<0.3 ? '\n' : r()<0.5 ? w+'\n' : w),
  trailing: (t)=>t.replace(/ +$/gm,''),
  addtrailing: (t)=>t.replace(/$/gm,'  '),
  odd: (t,r)=>t.replace(/ /g, w=> r()<0.3 ? '\u00a0\u202f\u2009\t\u2007\u3000'.charAt(Math.floor(r()*6)) : w),
  crlf: t=>t.replaceAll('\n','\r\n'),
  cr: t=>t.replaceAll('\n','\r'),
  nfd: t=>t.normalize('NFD'),
  nfkd: t=>t.normalize('NFD').replaceAll('-','\u2010'),
  ff: t=>t.replace(/\n\n\n\n/g,'\n\f'),
  bom: t=>'\ufeff'+t,
  dashes: (t,r)=>t.replace(/[-–]/g, ()=>'-‐‑‒–—―−'.charAt(Math.floor(r()*8))),
  latin: (t,r)=>t.replace(/[АВСЕНІКМОРТХаеіорсух]/g, c=> r()<0.3? 'ABCEHIKMOPTXaeiopcyx'.charAt('АВСЕНІКМОРТХаеіорсух'.indexOf(c)):c),
  softhyphen: (t,r)=>t.replace(/\p{L}(?=\p{L})/gu, c=> r()<0.1? c+'\u00ad':c),
  letterspaceAllLetters: (t)=>t.replace(/\p{L}(?=\p{L})/gu, c=>c+' '),
};
const only=process.argv[2];
for (const [name,f] of Object.entries(ts)) {
  if (only && name!==only) continue;
  let shown=0, bad=0, ms=0; const N=only?40:6;
  for (let i=1;i<=N;i++) { const t=f(annexes, rnd(i*7919)); const a=performance.now(); let d:readonly string[]; try{d=differences(t)}catch(e){d=['CRASH '+(e as Error).stack]} ms+=performance.now()-a; if(d.length){bad++; if(shown++<3) for(const x of d.slice(0,6)) console.log('     ',x.slice(0,250));} }
  console.log(name, bad?`FAIL ${bad}/${N}`:'ok', (ms/N).toFixed(0)+'ms');
}
// labels letter-spaced
const text=annexes; const base=read(text);
