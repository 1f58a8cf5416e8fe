// Publishes one of two versions of a small publication: `small-build.ts OUT old|new`.
import { publish } from '../../pipeline/publish/publish.ts';
import { smallPublication } from './small-publication.ts';

const [out = '', version = 'old'] = process.argv.slice(2);
await publish(smallPublication(version), out);
