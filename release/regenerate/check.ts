import { type Finding, SourceFault } from '../../pipeline/finding.ts';
import { CHECKSUMS, readChecksums } from '../../pipeline/publish/checksums.ts';
import { sha256 } from '../../pipeline/publish/written-file.ts';
import { folderFiles } from '../copy/files.ts';

/** Holds every file of an output against its checksum; throws a finding for each that is damaged, missing or extra. */
export function checkCopy(folder: string): void {
  const files = folderFiles(folder);
  const sums = readChecksums(new TextDecoder().decode(files.get(CHECKSUMS) ?? new Uint8Array()));
  const paths = new Set([...files.keys(), ...sums.keys()]);
  paths.delete(CHECKSUMS);
  const findings = [...paths].flatMap((path): Finding[] => {
    const bytes = files.get(path);
    const found = bytes === undefined ? 'no such file' : sha256(bytes);
    const expected = sums.get(path) ?? `no file that ${CHECKSUMS} does not list`;
    return found === expected
      ? []
      : [{ kind: 'output', place: { file: `${folder}/${path}` }, expected, found }];
  });
  if (findings.length > 0) throw new SourceFault(findings);
}
