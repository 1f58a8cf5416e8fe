import { publishRead, stagesOf } from '../pipeline/build.ts';
import { openDocument, openSource } from '../pipeline/command-line/folders.ts';

/**
 * Seconds of processor time of each stage of one build, the first of its process, and of normalise and validate once they
 * are warm, as JSON: `stages.ts DOCUMENT OUT`.
 */
const [name, out = ''] = process.argv.slice(2);
/** So many readings before, V8 has made of what is hot all that it makes of it. */
const WARM_AFTER = 9;
const times: Record<string, number> = {};
let begun = process.cpuUsage();
/** Seconds since it was last asked. */
const lap = (): number => {
  const { user, system } = process.cpuUsage(begun);
  begun = process.cpuUsage();
  return (user + system) / 1e6;
};
const document = openDocument(name);
const source = openSource(undefined, document);
times.declarations = lap();
const reading = () =>
  stagesOf(
    () => source,
    document,
    async (_, make) => make(),
  );
const stages = reading();
await stages.extract();
times.extract = lap();
await stages.normalise();
times.normalise = lap();
await stages.validate();
times.validate = lap();
const read = await stages.publish();
await publishRead(
  async () => read,
  out,
  () => undefined,
  {},
);
times.publish = lap();
for (let before = 1; before < WARM_AFTER; before += 1) await reading().validate();
const last = reading();
await last.extract();
lap();
await last.validate();
console.log(JSON.stringify({ stages: times, warm: lap() }));
