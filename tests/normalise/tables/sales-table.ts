/** A table that is printed, what declares it, and how its numbers are printed. */
export const SALES = [
  ['Region', '2010', '2011'],
  ['North', '12', '1,300'],
  ['South', '7', '84'],
];
export const TABLE = `
title: Sales by region
columns: { year: { range: [2010, 2011] } }
rows: { region: { labels: { north: North, south: South } } }
`;
export const NUMBERS = 'numbers: { decimal: ".", group: [","] }\n';
