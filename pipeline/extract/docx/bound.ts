import { Element } from 'domhandler';
import { markupText, selectedWithin } from '../html/tree.ts';
import type { Parts } from './archive.ts';
import { at, rootOf } from './xml.ts';

const DATA = /^customXml\/item\d+\.xml$/;
/** The last step of the path to what a control shows: `/ns0:survey[1]/ns0:total[1]`. */
const LAST_STEP = /(?:^|\/)(?:[\w.-]+:)?([\w.-]+)(?:\[\d+\])?\/?$/;
/** What these show is made of what is bound, and is not that. */
const MADE = ['w:date', 'w:dropDownList', 'w:comboBox', 'w14:checkbox', 'w:picture'];

/**
 * Marks the controls of a body that are bound to data of the file and hold another text: a word processor shows the data,
 * and what the control holds is an old value. Something that nobody can read is put before it.
 */
export function markStaleControls(body: Element, parts: Parts, file: string): void {
  const bound = selectedWithin(body, '*').filter((element) => element.name === 'w:sdt');
  const stale = bound.filter((control) => {
    const properties = at(control, 'w:sdtPr');
    const path = at(properties, 'w:dataBinding')?.attribs['w:xpath'];
    if (path === undefined || MADE.some((name) => at(properties, name) !== undefined)) return false;
    const texts = textsOf(LAST_STEP.exec(path)?.[1], parts, file);
    const shown = bare(
      selectedWithin(control, '*')
        .filter(({ name }) => name === 'w:t')
        .map(markupText)
        .join(''),
    );
    return texts.length > 0 && !texts.includes(shown);
  });
  for (const control of stale) {
    const content = at(control, 'w:sdtContent');
    const paragraph = selectedWithin(control, '*').find(({ name }) => name === 'w:p');
    const target = paragraph ?? content;
    target?.children.unshift(new Element('w:r', {}, [new Element('w:object', {})]));
  }
}

/** What the data of a file hold in elements of a name. */
function textsOf(name: string | undefined, parts: Parts, file: string): readonly string[] {
  return [...parts.keys()]
    .filter((path) => DATA.test(path))
    .flatMap((path) => rootOf(parts, path, file) ?? [])
    .flatMap((root) => [root, ...selectedWithin(root, '*')])
    .filter((element) => element.name.replace(/^.*:/, '') === name)
    .map((element) => bare(markupText(element)));
}

function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
