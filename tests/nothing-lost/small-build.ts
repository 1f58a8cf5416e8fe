// Publishes one of two versions of a small publication, on a disk that may fail: `DISK=kill:3 small-build.mjs OUT VERSION`.
import './faulty-disk.ts';
import { publish } from '../../pipeline/publish/publish.ts';
import { smallPublication } from './small-publication.ts';

const [out = '', version = ''] = process.argv.slice(2);
await publish(smallPublication(version), out);
process.exitCode = 0;
