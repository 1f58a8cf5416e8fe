// Writes the files of a small release: `small-edition.ts OUT`.
import { writeEdition } from '../../release/edition/edition.ts';

const [out = ''] = process.argv.slice(2);
const names = ['.zenodo.json', 'RELEASE-NOTES.md', 'diff.json', 'sbom.cdx.json', 'rain-1.0.0.zip'];
await writeEdition(new Map(names.map((name) => [name, `${name} of ${process.pid}`])), out);
