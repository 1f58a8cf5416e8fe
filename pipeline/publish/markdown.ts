/** A text with its white space as single spaces, because a line end would end a heading or a table's row. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A text without characters that Markdown would read as markup. */
export function escaped(text: string): string {
  return text
    .replace(/[\\*_|<>`[\]]/g, '\\$&')
    .replace(/^([^\S\n\r\u2028\u2029]*)([#+-]|\d+\.)(?=\s)/gm, '$1\\$2');
}

/** A table of texts that are Markdown already. */
export function tableMarkdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
