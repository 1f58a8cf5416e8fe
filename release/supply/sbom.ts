import { spawnSync } from 'node:child_process';
import { fault } from '../../pipeline/page/finding.ts';
import { sha256 } from '../../pipeline/page/sha256.ts';

/**
 * The software bill of materials of the project in `folder`, as CycloneDX JSON. npm makes it of `package-lock.json`
 * alone, so that it lists the packages for all platforms; `created` stands for the clock.
 */
export function writeSbom(folder: string, created: string): string {
  const words = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
  const { status, stdout, stderr, error } = spawnSync('npm', words, { cwd: folder, encoding: 'utf8' });
  if (error === undefined && status === 0) return fixed(JSON.parse(stdout), created);
  const found = error?.message ?? stderr.split('\n')[0] ?? '';
  throw fault({ kind: 'release', place: { file: 'package-lock.json' }, expected: 'an SBOM by npm', found });
}

/**
 * The same without the clock, the name of the folder, the version of npm, and chance: the serial number is made of
 * the content, so that it is another one when anything else is.
 */
export function fixed(sbom: unknown, created: string): string {
  const plain = record(sbom);
  const metadata = record(plain.metadata);
  const component = record(metadata.component);
  const name = String(component['bom-ref']).replace(/@[^@]*$/, '');
  const content = {
    ...plain,
    serialNumber: undefined,
    metadata: {
      ...metadata,
      timestamp: created,
      tools: [{ vendor: 'npm', name: 'cli' }],
      component: { ...component, name },
    },
  };
  const serialNumber = `urn:uuid:${uuidOf(sha256(JSON.stringify(content)))}`;
  return `${JSON.stringify({ ...content, serialNumber }, null, 2)}\n`;
}

/** A UUID of version 8, which is for those that an application makes its own way (RFC 9562). */
function uuidOf(hex: string): string {
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
