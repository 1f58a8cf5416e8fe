import { TEXT, testWorld } from './orchard.ts';

/** The text of the orchards after a change, and after another. */
export const NEWER = TEXT.replace('7,0', '7,5');
export const NEWEST = TEXT.replace('7,0', '8,0');
/** The world at a time. */
export const at = (time: string) => testWorld({ now: () => new Date(time) });
