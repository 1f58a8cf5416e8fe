/** The names of the stages, in their order. */
export const STAGES = ['extract', 'normalise', 'validate', 'publish'] as const;
export type Stage = (typeof STAGES)[number];
