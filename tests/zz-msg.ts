import { fixtures, documentOf, fixtureFile } from './made-up-document.ts';
import { normalise } from '../pipeline/normalise/normalise.ts';
import { validate } from '../pipeline/validate/validate.ts';
import { readTextFile } from '../pipeline/extract/text-file.ts';
import { writeFileSync } from 'node:fs';
for (const f of fixtures) { 
  if (!f.startsWith('refused-') && !process.argv[2]) continue;
  if (process.argv[2] && f!==process.argv[2]) continue;
  let m='NOTHING'; try { const d=documentOf(f); validate(normalise(readTextFile(new TextEncoder().encode(fixtureFile(f,'input.txt')),'input.txt'),d),d);} catch(e){ m=(e as Error).message; if(!(e as any).findings) m='CRASH '+(e as Error).stack; }
  console.log('== '+f+'\n'+m);
  if (process.argv[3]==='write') writeFileSync(`tests/fixtures/damage/${f}/message.txt`, m+'\n');
}
