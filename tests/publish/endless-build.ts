// Publishes two versions in turn without end; the test of builds that die kills it.
import { publish } from '../../pipeline/publish/publish.ts';
import { rainfall, withRows } from './rainfall.ts';

const out = process.argv[2] ?? '';
const changed = withRows(rainfall(), 'chapter', [{ chapter: 'new', parent: null }]);
process.stdout.write('ready\n');
for (;;) {
  await publish(rainfall(), out);
  await publish(changed, out);
}
