import { html, type Markup } from '../html/markup.ts';
import { contentSecurityPolicy } from '../security-policy.ts';

/** A page in all languages at once, which a reader goes on from: the root, that of several documents, "not found". */
interface ChoicePage {
  readonly title: string;
  readonly description: string;
  readonly robots: 'index' | 'noindex';
  /** Where the site begins, seen from the page: nothing, or an address that ends in a slash. */
  readonly root: string;
  /** The style within the site. */
  readonly style: string;
  /** What stands in the head besides. */
  readonly head?: Markup;
  readonly sections: readonly Markup[];
}

/** The whole page around what each language says. */
export function choicePage({ title, description, robots, root, style, head, sections }: ChoicePage): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(false)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="robots" content="${robots}">
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${root}assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}${style}">
${head}</head>
<body class="choice">
<main id="content">
<h1>${title}</h1>
${sections}
</main>
</body>
</html>
`;
}
