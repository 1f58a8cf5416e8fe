import { type Finding, renderFinding } from '../page/finding.ts';
import type { Labels } from '../template/head.ts';
import type { Publication } from './publication.ts';

/** The file that says of a folder that it is a preview, and what is missing in it. */
export const PARTIAL_FILE = 'PARTIAL.md';
const MARK = 'PARTIAL, not for use';

/**
 * A publication of a document that is at fault, marked as such wherever it is told what it is: in its titles and
 * descriptions, which stand in every metadata file, in `datapackage.json` by a member `partial`, and by a file beside it
 * with what is wrong. Nothing else of this program takes a folder that is marked so.
 */
export function markedPartial(publication: Publication, findings: readonly Finding[]): Publication {
  const { description, texts = [] } = publication;
  return {
    ...publication,
    description: {
      ...description,
      title: marked(description.title),
      description: marked(description.description),
      isPartial: true,
    },
    texts: [...texts, { path: PARTIAL_FILE, content: textOf(findings) }],
  };
}

function marked({ en, ...others }: Labels): Labels {
  const mark = (text: string): string => `${MARK}: ${text}`;
  const rest = Object.entries(others).map(([language, text]) => [language, mark(text ?? '')]);
  return { ...Object.fromEntries(rest), en: mark(en) };
}

function textOf(findings: readonly Finding[]): string {
  return [
    '# PARTIAL: a preview, not for use',
    'The document could not be read whole. Rows, tables or text are missing here; sums and checks that need them too.',
    'What keeps it from being published:',
    ...findings.map((finding) => `- ${renderFinding(finding).replace(/\n +/g, ' ')}`),
  ]
    .join('\n\n')
    .replace(/\n\n- /g, '\n- ')
    .concat('\n');
}
