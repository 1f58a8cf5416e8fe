import { readFileSync } from 'node:fs';

/** The SQL recipes of the README. */
export const RECIPES = [...readFileSync('README.md', 'utf8').matchAll(/^```sql\n([\s\S]*?)^```/gm)].map(
  ([, code = '']) => code,
);
/** True for the recipe that needs the Parquet extension, which the page does not have. */
export const isOfParquet = (sql: string): boolean => sql.includes('.parquet');
