/** Heading of the part of a section that is generated; all else in it is written by people. */
const GENERATED = '### Difference from ';

/** The section of a version, with its heading; undefined when there is none. */
export function sectionOf(changelog: string, version: string): string | undefined {
  const found = sectionsOf(changelog).sections.find((section) => isOf(section, version));
  return found?.trimEnd();
}

/** A release as the changelog tells it. */
export interface Entry {
  readonly version: string;
  /** ISO date. */
  readonly date: string;
  /** Version before it; undefined for the first release, which differs from nothing. */
  readonly old: string | undefined;
  /** The difference, as Markdown. */
  readonly difference: string;
}

/**
 * The changelog with the difference of a release in its section, which is made at the top if it is not there. What
 * people wrote in it stays, above the difference; done twice, it is as if done once.
 */
export function withEntry(changelog: string, { version, date, old, difference }: Entry): string {
  const { head, sections } = sectionsOf(changelog);
  const existing = sections.find((section) => isOf(section, version));
  const [, ...lines] = (existing ?? '').split('\n');
  const written = lines.join('\n').split(GENERATED)[0]?.trim() ?? '';
  const generated = old === undefined ? '' : `${GENERATED}${old}\n\n${difference}`;
  const first = old === undefined && written === '' ? '- First release.' : written;
  const section = [`## ${version} (${date})`, first, generated].filter((part) => part !== '').join('\n\n');
  const others = sections.filter((each) => each !== existing).map((each) => each.trimEnd());
  return `${[head.trimEnd(), section, ...others].join('\n\n')}\n`;
}

function sectionsOf(changelog: string): { readonly head: string; readonly sections: readonly string[] } {
  const [head = '', ...sections] = changelog.split(/^(?=## )/m);
  return head.startsWith('## ') ? { head: '', sections: [head, ...sections] } : { head, sections };
}

function isOf(section: string, version: string): boolean {
  return section.startsWith(`## ${version} `) || section.startsWith(`## ${version}\n`);
}
