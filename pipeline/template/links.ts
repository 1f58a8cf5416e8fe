/** The schemes that a published address may have: whoever follows one reads a page or writes a letter. */
const SCHEMES: ReadonlySet<string> = new Set(['https', 'http', 'mailto']);

/** What a browser passes over in an address before it looks for its scheme: `java\nscript:` is one to it. */
const PASSED_OVER = /[\p{Cc}\p{Cf}\p{Z}]+/gu;

/**
 * The scheme for which an address is refused, because following it would do something else than open a page
 * (`javascript:`, `data:`, `file:`); undefined for one that is fit, and for a name without a scheme, such as that of
 * a file.
 *
 *     unfitScheme('https://example.org/')    // undefined
 *     unfitScheme('report.pdf')              // undefined
 *     unfitScheme(' JavaScript:alert(1)')    // 'javascript'
 */
export function unfitScheme(address: string): string | undefined {
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(PASSED_OVER, '')) ?? [];
  const name = scheme?.toLowerCase();
  return name === undefined || SCHEMES.has(name) ? undefined : name;
}
