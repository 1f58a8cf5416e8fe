import { differences } from './project.ts';
import { typeset, type Typesetting } from './typesetting.ts';
import { plain, grouped, wrap, columnLines, paged } from './typesettings.ts';
import { writeFileSync, mkdirSync } from 'node:fs';
const wrapAfter = (w:number):Partial<Typesetting> => ({ row: (label, cells) => { const l = wrap(label,w); return [...l.slice(0,-1).map(x=>x+' '), `${l.at(-1)} ${cells.join(' ')}`]; } });
const besideLine = (w:number, gap=' '):Partial<Typesetting> => ({ row: (label, cells) => { const [a='',...r]=wrap(label,w); return [`${a}${gap}${cells.join(gap)}`, ...r]; } });
const middle = (w:number):Partial<Typesetting> => ({ row: (label, cells) => { const l=wrap(label,w); const m=Math.floor((l.length-1)/2); return l.map((x,i)=> i===m? `${x} ${cells.join(' ')}`:x); } });
const letter = (v:string)=>{ const [i='',f]=v.split('.'); const n=i.replace('-','- '); const g=grouped('  ')(i); const [h,...r]=g.split('  '); return r.length===0 ? v.replace('.',',') : `${[...(h??'')].join(' ')}  \n${r.join(' ')}${f===undefined?'':`,${f}`}`; };
const spacedAll = (v:string)=> { const [i='',f]=v.split('.'); return [...(i+(f===undefined?'':','+f))].join(' '); };
const ways: Record<string, Partial<Typesetting>> = {
  plain: {},
  'note mark behind': { note: (m,t)=>`${t}${m})` }, 'note mark behind sp': { note: (m,t)=>`${t} ${m})` }, 'note mark superscript line': { note: (m,t)=>`${m})\n${t}` },
  'label mark spaced': { labelMark: ' ' }, 'label mark line': { labelMark: '\n' },
  'label beside+label mark': { labelMark: ' ', ...besideLine(60) },
  'layout grouped wrapped cells w30': { number: grouped(' '), row: (l,c,n)=>columnLines([l,...c],[30,...c.map(()=>32)]) },
  'layout grouped wrapped cells nolabel': { number: grouped(' '), row: (l,c,n)=>[l,...columnLines(c,c.map((x)=>x.length>20?40:8))] },

  ...Object.fromEntries([12,20,30,45,60].map(w=>['label wrapped at '+w, wrapAfter(w)])),
  ...Object.fromEntries([12,20,30,45,60].map(w=>['label beside at '+w, besideLine(w)])),
  ...Object.fromEntries([12,20,30,45].map(w=>['numbers in the middle line at '+w, middle(w)])),
  'numbers below': { row: (label, cells) => [...wrap(label,40), cells.join(' ')] },
  'one cell a line': { row: (label, cells) => [label, ...cells] },
  'one cell a line with empty': { row: (label, cells) => [label, ...cells.flatMap(c=>['',c])] },
  'grouped space': { number: grouped(' ') },
  'grouped nbsp': { number: grouped('\u00a0') },
  'grouped narrow nbsp': { number: grouped('\u202f') },
  'grouped, one cell a line': { number: grouped(' '), row: (label, cells) => [label, ...cells] },
  'wrapped at group': { number: (v)=> { const g=grouped(' ')(v); const at=g.lastIndexOf(' '); return at<0?g:g.slice(0,at)+' \n'+g.slice(at+1);} },
  'letter-spaced first group': { number: letter },
  'letter-spaced all': { number: spacedAll },
  'marks alone': { mark: (n,m)=>`${n}\n${m})` },
  'marks spaced': { mark: (n,m)=>`${n} ${m})` },
  'marks broken bracket': { mark: (n,m)=>`${n}${m}\n\n)` },
  'header one a line': { header: (t,x,c)=>[t,...x,...c] },
  'header words one a line': { header: (t,x,c)=>[...wrap(t,30),...[...x,...c].flatMap(h=>wrap(h,1))] },
  'header interleaved': { header: (t,x,c)=>[...wrap(t,60),...columnLines([...x,...c],[...x,...c].map(()=>12))] },
  'header interleaved, texts above': { header: (t,x,c)=>[...wrap(t,60),...x.flatMap(h=>wrap(h,20)),...columnLines(c,c.map(()=>12))] },
  'header interleaved 8': { header: (t,x,c)=>[...wrap(t,60),...columnLines([...x,...c],[...x,...c].map(()=>8))] },
  'header columns before texts': { header: (t,x,c)=>[...wrap(t,60),c.join(' '),...x] },
  'columns above title': { header: (t,x,c)=>[c.join(' '),t,...x] },
  'page breaks': { pages: paged(9, ()=>'', false) },
  'headers repeated': { pages: paged(9, ()=>'', true) },
  'headers repeated without title': {},
  'page numbers': { pages: paged(9, p=>String(p), false) },
  'page numbers with dashes': { pages: paged(9, p=>`- ${p} -`, false) },
  'page numbers indented': { pages: paged(9, p=>`                                     ${p}`, false) },
  'no empty lines': { pages: b=>b.flatMap(x=>x.lines).join('\n')+'\n' },
  'no line breaks at all': { prose: t=>[t], pages: b=>b.flatMap(x=>x.lines).join(' ').replaceAll('\n',' ')+'\n' },
  'minus U+2212': { number: v=>v.replace('.',',').replace('-','\u2212') },
  'minus en dash spaced': { number: v=>v.replace('.',',').replace('-','– ') },
  'layout': { row: (l,c,n)=>{ const lines=wrap(l,34); const cells=c.map(x=>x.padStart(14)).join(''); return lines.map((x,i)=> i===0? x.padEnd(36)+cells : x); }, header: (t,x,c)=>[...wrap(t,100),...x.map(y=>' '.repeat(10)+y),...columnLines(['',...c],[36,...c.map(()=>12)])] , prose: t=>wrap(t,100).map(l=>'      '+l)},
  'layout centred': { row: (l,c,n)=>{ const lines=wrap(l,34); const m=Math.floor((lines.length-1)/2); const cells=c.map(x=>x.padStart(14)).join(''); return lines.map((x,i)=> i===m? x.padEnd(36)+cells : x); }, header: (t,x,c)=>[...wrap(t,100),...columnLines([...x,...c],[...x.map(()=>34),...c.map(()=>12)])] },
  'layout grouped wrapped cells': { number: grouped(' '), row: (l,c,n)=>columnLines([l,...c],[30,...c.map(()=>9)]) },
  'layout, cells bottom': { row: (l,c,n)=>{ const lines=wrap(l,34); const cells=c.map(x=>x.padStart(14)).join(''); return lines.map((x,i)=> i===lines.length-1? x.padEnd(36)+cells : x); } },
  'letter-spaced labels': { row: (l,c)=>[`${l.split(' ').map(w=>[...w].join(' ')).join('  ')} ${c.join(' ')}`] },
  'hyphenated labels': { row: (l,c)=>[`${l.split(' ').map(w=>w.length>8 && /^\p{L}+$/u.test(w)?w.slice(0,5)+'-\n'+w.slice(5):w).join(' ')} ${c.join(' ')}`] },
  'uppercase labels': { row: (l,c)=>[`${l.toUpperCase()} ${c.join(' ')}`] },
  'tabs': { row: (l,c)=>[[l,...c].join('\t')] },
  'grouped in label beside 30': { number: grouped(' '), ...besideLine(30) },
  'grouped+wrapped label': { number: grouped(' '), ...wrapAfter(30) },
  'wrapped+marks alone': { number: (v)=> { const g=grouped(' ')(v); const at=g.lastIndexOf(' '); return at<0?g:g.slice(0,at)+' \n'+g.slice(at+1);}, mark: (n,m)=>`${n}\n${m})` },
};
ways['headers repeated without title'] = { pages: (b)=>paged(9,()=>'',true)(b.map(x=>({...x, header: x.header.slice(1)}))) };
mkdirSync('/tmp/ways',{recursive:true});
for (const [name, way] of Object.entries(ways)) {
  if (process.argv[2] && !name.includes(process.argv[2])) continue;
  const text = typeset({...plain, ...way}); writeFileSync(`/tmp/ways/${name.replaceAll('/','_')}.txt`, text);
  const a=performance.now(); let d: readonly string[]; try { d = differences(text); } catch (e) { d=['CRASH '+String((e as Error).stack)]; } const ms=(performance.now()-a).toFixed(0);
  console.log(d.length===0?'ok  ':'FAIL', name, ms+'ms', d.length); for (const x of d.slice(0,process.argv[2]?20:4)) console.log('       '+x.slice(0,230));
}
