/**
 * What Plot drew, fit for a strict policy: its style element is taken out (the site's style has its rules) and
 * coordinates lose their sixteenth decimal. Works on a detached element, in the browser and while building.
 */
export function cleaned(svg: Element, label: string): Element {
  for (const style of [...svg.querySelectorAll('style')]) style.remove();
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      if (name === 'aria-label' || name === 'aria-description') element.removeAttribute(name);
      else if (/\d\.\d{3}/.test(value)) element.setAttribute(name, value.replace(/\d+\.\d{3,}/g, shortened));
    }
  }
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.removeAttribute('font-family');
  return svg;
}

/** The broken line at the foot of an axis that does not begin at nought; `x` and `y` are where the axis ends. */
export function cutMark(document: Document, x: number, y: number): Element {
  const mark = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  mark.setAttribute('class', 'cut');
  mark.setAttribute('d', `M${x - 7} ${y + 4}l4 -8m2 8l4 -8`);
  mark.setAttribute('stroke', 'var(--quiet)');
  mark.setAttribute('stroke-width', '1.5');
  return mark;
}

function shortened(number: string): string {
  return String(Math.round(Number(number) * 10) / 10);
}
