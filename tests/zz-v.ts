import { documentOf, fixtureFile } from './made-up-document.ts';
import { normalise } from '../pipeline/normalise/normalise.ts';
import { validate } from '../pipeline/validate/validate.ts';
import { readTextFile } from '../pipeline/extract/text-file.ts';
const f=process.argv[2]!; const d=documentOf(f); const n=normalise(readTextFile(new TextEncoder().encode(process.argv[3]?.replaceAll('\\n','\n')??fixtureFile(f,'input.txt')),'input.txt'),d);
for (const c of n.cells) console.log(c.cellId, c.raw.replace(/\s+/g,'_'), c.decision, c.reading);
const v=validate(n,d); for (const x of v.datasets) if (['check_result','erratum'].includes(x.schema.name)) console.log(x.schema.name, x.rows);
