import { annexes, read, layerOfText, document } from './project.ts';
import { normalise } from '../pipeline/normalise/normalise.ts';
import { validate } from '../pipeline/validate/validate.ts';
const base=read(annexes);
for (const id of ['poverty_headcount_by_household_size:KZ-MAN.2.2011','poverty_headcount_by_household_size:KZ-KZY.3.2011','drug_crimes:KZ-ALA.2015']) {
 const c=base.cells.find(x=>x.cellId===id)!;
 const t= id.startsWith('drug')? annexes.slice(0,c.end)+' '+c.raw+annexes.slice(c.end): annexes.slice(0,c.start)+annexes.slice(c.end);
 try { const v=validate(normalise(layerOfText(t),document),document); console.log(id,'PUBLISHED', v.datasets.length);} catch(e){console.log(id,(e as Error).message)}
}
