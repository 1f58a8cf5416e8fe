// Publishes one of two versions of a small publication: `small-build.ts OUT VERSION`.
import { publish } from '../../pipeline/publish/publish.ts';
import { smallPublication } from './small-publication.ts';

const [out = '', version = ''] = process.argv.slice(2);
await publish(smallPublication(version), out);
