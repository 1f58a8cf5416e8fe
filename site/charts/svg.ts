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

function shortened(number: string): string {
  return String(Math.round(Number(number) * 10) / 10);
}
