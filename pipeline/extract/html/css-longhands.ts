import { partsOf } from './css-functions.ts';

const SIDES = ['top', 'bottom', 'left', 'right'];
/** Other names under which a property is said, on a page that is read from left to right. */
const SAME_AS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '-webkit-mask': 'mask',
    '-webkit-mask-image': 'mask',
    'block-size': 'height',
    'border-image-source': 'border-image',
    'border-block-end': 'border-bottom',
    'border-block-start': 'border-top',
    'border-bottom-style': 'border-bottom',
    'border-inline-end': 'border-right',
    'border-inline-start': 'border-left',
    'border-left-style': 'border-left',
    'border-right-style': 'border-right',
    'border-top-style': 'border-top',
    'flex-flow': 'flex-direction',
    'inline-size': 'width',
    'inset-block-end': 'bottom',
    'inset-block-start': 'top',
    'inset-inline-start': 'left',
    'max-block-size': 'max-height',
    'max-inline-size': 'max-width',
    'margin-inline-end': 'margin-right',
    'margin-inline-start': 'margin-left',
    'overflow-x': 'overflow',
    'overflow-y': 'overflow',
    'padding-inline-end': 'padding-right',
    'padding-inline-start': 'padding-left',
  }),
);
const FONT_SIZE =
  /(?:^|\s)((?:[\d.]+(?:em|%|rem|px|pt)|0|(?:xx-|x-)?(?:small|large)|smaller|larger))(?:\s*\/\s*\S+)?\s/;
/** A ground that is a picture, or may be; the words of one that is not, and those of them that are no colour. */
const PICTURED = /\b(?:url|[a-z-]*gradient|image|image-set|element|cross-fade|var)\(/;
const OF_A_GROUND =
  /^(?:none|repeat|round|space|scroll|fixed|local|left|right|top|bottom|center|auto|cover|contain|text)$|-/;
/** A colour by itself, without a picture or a gradient, which may be of any. */
const PLAIN_COLOUR =
  /^(?:#[\da-f]+|[a-z]+|var\([^()]*\)|(?:rgba?|hsla?|hwb|(?:ok)?l(?:ab|ch)|color|color-mix|light-dark|contrast-color)\(.*\))$/;

/**
 * What a property says that sets several at once or has another name, as far as it decides what is read:
 *
 *     longhands('overflow-x', 'hidden')   // [['overflow', 'hidden']]
 */
export function longhands(property: string, value: string): readonly (readonly [string, string])[] {
  switch (property) {
    case 'font': {
      const [said, size] = FONT_SIZE.exec(`${value} `) ?? [];
      return said === undefined || size === undefined
        ? []
        : [
            ['font-size', size],
            ['font-family', value.slice(value.indexOf(said) + said.length).trim()],
          ];
    }
    case 'background': {
      // What says nothing of a picture says a colour, and how it is repeated.
      const own = PICTURED.test(value)
        ? value
        : (partsOf(value, ' ').find((word) => PLAIN_COLOUR.test(word) && !OF_A_GROUND.test(word)) ?? value);
      const isPlain = PLAIN_COLOUR.test(own) && own !== 'none';
      return [
        ['background-color', isPlain ? own : 'transparent'],
        ['background-image', isPlain || value === 'none' ? 'none' : value],
      ];
    }
    case 'border':
    case 'border-style':
      return SIDES.map((side) => [`border-${side}`, value]);
    case 'border-inline':
      return [
        ['border-left', value],
        ['border-right', value],
      ];
    case 'margin':
    case 'padding': {
      const [top = '', right = top, , left = right] = value.split(/\s+/);
      return [
        [`${property}-top`, top],
        [`${property}-right`, right],
        [`${property}-left`, left],
      ];
    }
    case 'inset': {
      const [top = '', right = top, bottom = top, left = right] = value.split(/\s+/);
      return Object.entries({ top, right, bottom, left });
    }
    case 'contain':
      return [
        ['contain', value],
        ...(/paint|strict|content/.test(value) ? [['overflow', 'clip'] as const] : []),
      ];
    case 'rotate': {
      const [, axis = '', angle = value] = /^([xyz])\s(.*)$/.exec(value) ?? [];
      return [['transform', `rotate${axis}(${angle})`]];
    }
    case 'translate':
    case 'scale':
      return [['transform', `${property}(${value.split(/\s+/).join(',')})`]];
    default:
      return [[SAME_AS.get(property) ?? property, value]];
  }
}
