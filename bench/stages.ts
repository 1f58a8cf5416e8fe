import { publishRead, stagesOf } from '../pipeline/build.ts';
import { openDocument, openSource } from '../pipeline/command-line/folders.ts';

/** Seconds of processor time of each stage of one build, the first of its process, as JSON: `stages.ts DOCUMENT OUT`. */
const [name, out = ''] = process.argv.slice(2);
const times: Record<string, number> = {};
let begun = process.cpuUsage();
const lap = (stage: string): void => {
  const { user, system } = process.cpuUsage(begun);
  times[stage] = (user + system) / 1e6;
  begun = process.cpuUsage();
};
const document = openDocument(name);
const source = openSource(undefined, document);
lap('declarations');
const stages = stagesOf(
  () => source,
  document,
  async (_, make) => make(),
);
await stages.extract();
lap('extract');
await stages.normalise();
lap('normalise');
await stages.validate();
lap('validate');
const read = await stages.publish();
await publishRead(
  async () => read,
  out,
  () => undefined,
  {},
);
lap('publish');
console.log(JSON.stringify(times));
