import { DESCRIPTOR, type Descriptor } from '../../pipeline/command-line/copy/descriptor.ts';
import type { Finding } from '../../pipeline/page/finding.ts';
import { unfitScheme } from '../../pipeline/template/links.ts';

/**
 * Refuses an address in the description of a copy that is no page and no letter: whoever shows the licence or the
 * sources makes links of them, and `javascript:` would run there.
 */
export function linkFindings({ about }: Descriptor): readonly Finding[] {
  return addressesIn(about).flatMap((address): Finding[] => {
    const scheme = unfitScheme(address);
    if (scheme === undefined) return [];
    const expected = 'addresses that begin with https:, http: or mailto:, or name a file';
    const found = `one that begins with ${scheme}:`;
    return [{ kind: 'file', place: { file: DESCRIPTOR }, expected, found }];
  });
}

/** The values of every member `path`, however deep. */
function addressesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === 'path' && typeof each === 'string' ? [each] : addressesIn(each),
  );
}
