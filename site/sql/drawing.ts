import type { Chart, Shape } from './chart.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The SVG of a chart, named for those who do not see it; the table beneath says the same in numbers. */
export function drawingOf({ width, height, shapes }: Chart, name: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', name);
  svg.append(...shapes.map(elementOf));
  return svg;
}

/** A short piece of a line, to tell in the legend which it is by its colour and its dashes. */
export function swatchOf(series: number): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 32 10');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(
    elementOf({ tag: 'path', attributes: { class: `sql-line sql-series-${series}`, d: 'M0 5H32' } }),
  );
  return svg;
}

function elementOf({ tag, attributes, text, title }: Shape): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  if (text !== undefined) element.textContent = text;
  if (title !== undefined) {
    const tip = document.createElementNS(SVG, 'title');
    tip.textContent = title;
    element.append(tip);
  }
  return element;
}
