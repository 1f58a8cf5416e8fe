import { fault } from '../page/finding.ts';
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
export const registerSchema: object = {
  type: 'object',
  additionalProperties: false,
  required: ['url', 'origins', 'media_types', 'most_megabytes'],
  properties: {
    url: {
      type: 'string',
      pattern: '^https?://[^\\s/?#@]+(/[^\\s#]*)?$',
      description: 'an address that begins with https:// or http://',
    },
    origins: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'string',
        pattern: '^https?://[a-z0-9.-]+(:\\d+)?$',
        description: 'the beginning of an address: https:// and a host',
      },
    },
    media_types: { type: 'array', minItems: 1, items: { enum: Object.keys(ENDINGS) } },
    checked: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$', description: 'a day such as 2026-01-31' },
    most_megabytes: { type: 'number', exclusiveMinimum: 0, maximum: 256 },
  },
};

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
