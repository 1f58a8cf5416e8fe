/** Behind a unit of length that ends a text, such as `km` or `кв. м`, a raised 2 or 3 is no mark of a note. */
export const ENDS_IN_LENGTH = /(?:^|[^\p{L}])(?:[kcdmh]?m|ft|[кдс]?м|мм)$/u;
