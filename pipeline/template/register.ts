import { fault } from '../page/finding.ts';
import { entry, someOf, written } from './forms.ts';
import { lineNaming, type SourceFile } from './yaml-file.ts';

/** What `extract` reads, by the media type that a register gives it: the ending of the file's name. */
export const ENDINGS = {
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
} as const;
export type MediaType = keyof typeof ENDINGS;

/** `register` of `document.yaml`: where the document is asked for again, and what may be taken from there. */
export interface Register {
  readonly url: string;
  /** Scheme, host and port of everything that may be asked; plain http only where one says so. */
  readonly origins: readonly string[];
  readonly media_types: readonly MediaType[];
  /** The largest document that is taken, unpacked. */
  readonly most_megabytes: number;
  /** The day on which a person saw that the address gives the document; until then only runs by hand ask it. */
  readonly checked?: string;
}

/** The JSON schema of `register`. */
export const registerSchema = entry(
  {
    url: written('^https?://[^\\s/?#@]+(/[^\\s#]*)?$', 'an address that begins with https:// or http://'),
    origins: someOf(
      written('^https?://[a-z0-9.-]+(:\\d+)?$', 'the beginning of an address: https:// and a host'),
    ),
    media_types: someOf({ enum: Object.keys(ENDINGS) }),
    most_megabytes: { type: 'number', exclusiveMinimum: 0, maximum: 256 },
  },
  { checked: written('^\\d{4}-\\d\\d-\\d\\d$', 'a day such as 2026-01-31') },
);

/** Throws a finding when the address of a register is none, or leads where its own origins do not allow. */
export function checkRegister({ path, text }: SourceFile, { url, origins }: Register): void {
  const origin = URL.canParse(url) ? new URL(url).origin : undefined;
  if (origin !== undefined && origins.includes(origin)) return;
  throw fault({
    kind: 'layout',
    place: { file: path, line: lineNaming(text, `"url: ${url}"`) },
    expected: `an address below ${origins.join(' or ')}`,
    found: `"${url}"`,
    action: 'correct the address or list its scheme and host under origins',
  });
}
