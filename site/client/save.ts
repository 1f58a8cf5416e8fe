import { LINE_SIGNS } from '../charts/number-line.ts';
import { saveFile } from './saved-file.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Measures of a saved picture, in its own pixels; a letter is taken to be a share of its height wide. */
const PICTURE = { margin: 24, line: 22, letter: 0.62, title: 17, small: 12, scale: 2 } as const;

/** Saves the chart that is seen as a picture that stands by itself: with title, lines, source, licence and address. */
export async function savePicture(
  figure: HTMLElement,
  source: string,
  name: string,
  format: 'svg' | 'png',
): Promise<void> {
  const picture = pictureOf(figure, source);
  if (picture === undefined) return;
  const text = new XMLSerializer().serializeToString(picture);
  const svg = new Blob([text], { type: 'image/svg+xml' });
  if (format === 'svg') saveFile(svg, `${name}.svg`);
  else saveFile(await rastered(svg, picture), `${name}.png`);
}

/** Saves a text as a file. */
export function saveText(text: string, name: string, type: string): void {
  saveFile(new Blob([`\ufeff${text}`], { type }), name);
}

function pictureOf(figure: HTMLElement, source: string): SVGSVGElement | undefined {
  const seen = [...figure.querySelectorAll<SVGSVGElement>('.drawing svg')].find(
    (each) => each.getBoundingClientRect().width > 0,
  );
  if (seen === undefined) return undefined;
  const { width: inner, height } = seen.viewBox.baseVal;
  const { margin, line } = PICTURE;
  const width = inner + 2 * margin;
  const text = (selector: string): string => figure.querySelector(selector)?.textContent?.trim() ?? '';
  const picture = document.createElementNS(SVG, 'svg');
  let y = margin;
  const write = (said: string, size: number, colour: string, weight = '400'): void => {
    for (const part of wrapped(said, Math.floor(inner / (PICTURE.letter * size)))) {
      y += line;
      const element = document.createElementNS(SVG, 'text');
      for (const [key, value] of Object.entries({
        x: margin,
        y,
        'font-size': size,
        fill: colour,
        'font-weight': weight,
      }))
        element.setAttribute(key, String(value));
      element.textContent = part;
      picture.append(element);
    }
  };
  write(text('figcaption b'), PICTURE.title, 'var(--ink)', '700');
  write(text('figcaption .unit'), 14, 'var(--quiet)');
  for (const entry of figure.querySelectorAll<HTMLElement>('figcaption ~ ul.lines:not([hidden]) > li'))
    write(`${signOf(entry.className)} ${entry.textContent?.trim() ?? ''}`, 14, `var(--${entry.className})`);
  write(text('.flag-note:not([hidden])'), 14, 'var(--alarm)');
  const copy = seen.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return undefined;
  for (const [key, value] of Object.entries({ x: margin, y: y + 10, width: inner, height }))
    copy.setAttribute(key, String(value));
  picture.append(copy);
  y += 10 + height;
  write(source, PICTURE.small, 'var(--quiet)');
  write(location.href, PICTURE.small, 'var(--quiet)');
  const whole = y + margin;
  const ground = document.createElementNS(SVG, 'rect');
  for (const [key, value] of Object.entries({ width, height: whole, fill: 'var(--paper)' }))
    ground.setAttribute(key, String(value));
  picture.prepend(ground);
  for (const [key, value] of Object.entries({
    width,
    height: whole,
    viewBox: `0 0 ${width} ${whole}`,
    'font-family': 'sans-serif',
    color: 'var(--ink)',
  }))
    picture.setAttribute(key, String(value));
  resolveColours(picture);
  return picture;
}

/** The shape of a line's points, by the class of its entry: `s1` and on. */
function signOf(className: string): string {
  return LINE_SIGNS[Number(className.slice(1)) - 1] ?? LINE_SIGNS[0];
}

/** A picture by itself knows no style of the page: its colours are written out. */
function resolveColours(picture: SVGSVGElement): void {
  const style = getComputedStyle(document.documentElement);
  for (const element of [picture, ...picture.querySelectorAll('*')])
    for (const { name, value } of [...element.attributes])
      if (value.includes('var(--'))
        element.setAttribute(
          name,
          value.replace(/var\((--[\w-]+)\)/g, (_, variable: string) =>
            style.getPropertyValue(variable).trim(),
          ),
        );
}

function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.pop();
    if (last === undefined) lines.push(word);
    else if (last.length + word.length + 1 > most) lines.push(last, word);
    else lines.push(`${last} ${word}`);
  }
  return lines;
}

async function rastered(svg: Blob, { viewBox }: SVGSVGElement): Promise<Blob> {
  const { width, height } = viewBox.baseVal;
  const url = URL.createObjectURL(svg);
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * PICTURE.scale;
  canvas.height = height * PICTURE.scale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(url);
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  });
}
