import { readFileSync } from 'node:fs';
import { readTextFile } from '/work/main/pipeline/extract/text-file.ts';
import { kk } from '/work/main/pipeline/languages/kk.ts';
import { readOutline } from '/work/main/pipeline/document/outline.ts';
import { readProse } from '/work/main/pipeline/normalise/prose/prose.ts';
const dir = '/work/main/sources/kz-icescr-2';
const layer = readTextFile(readFileSync(`${dir}/text-layer.txt`), 'text-layer.txt');
const outline = readOutline({ path: 'outline.yaml', text: readFileSync(`${dir}/outline.yaml`, 'utf8') });
for (let k=0;k<6;k++){ const c=process.cpuUsage(); const t=performance.now(); readProse(layer, layer.lines[2784]!.start, kk, outline); const d=process.cpuUsage(c); console.log('wall', (performance.now()-t).toFixed(0), 'cpu', (d.user+d.system)/1000);}
