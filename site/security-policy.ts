/**
 * What a page of the site may load: its own files and nothing else, no inline script, no inline style.
 * Declared once: the pages carry it in a `<meta>`, because a static host sets no headers, and `make serve` sends it.
 * `blob:` is a picture that the page itself has drawn, to be saved as PNG.
 * `wasm-unsafe-eval` lets the SQL page compile its WebAssembly; it does not allow `eval`.
 */
const DIRECTIVES: readonly (readonly [directive: string, value: string])[] = [
  ['default-src', "'none'"],
  ['script-src', "'self' 'wasm-unsafe-eval'"],
  ['style-src', "'self'"],
  ['img-src', "'self' blob:"],
  ['font-src', "'self'"],
  ['connect-src', "'self'"],
  ['worker-src', "'self'"],
  ['manifest-src', "'self'"],
  ['base-uri', "'none'"],
  ['form-action', "'self'"],
];

/** The policy of one page, for its `<meta http-equiv="Content-Security-Policy">`: only the SQL page compiles anything. */
export function contentSecurityPolicy(runsWasm: boolean): string {
  return runsWasm ? CONTENT_SECURITY_POLICY : CONTENT_SECURITY_POLICY.replace(" 'wasm-unsafe-eval'", '');
}

/** The policy for a whole site, as the server sends it. */
export const CONTENT_SECURITY_POLICY = DIRECTIVES.map((directive) => directive.join(' ')).join('; ');

/** The headers of every answer of the site's server; `frame-ancestors` has a meaning in a header only. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** The headers of a chart that other sites may show in a frame: it has no script and nothing to press but its source. */
export const FRAMED_HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  'content-security-policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors *`,
  'cross-origin-resource-policy': 'cross-origin',
};
