/**
 * Every printed number that one small slip could have turned into this one: one digit another, two digits
 * swapped, the decimal sign moved, two groups of three swapped. Values as text, `-?\d+(\.\d+)?`, without the
 * number itself.
 */
export function smallEdits(value: string): readonly string[] {
  const [sign = '', digits = ''] = value.startsWith('-') ? ['-', value.slice(1)] : ['', value];
  const edits = [
    ...otherDigits(digits),
    ...swappedDigits(digits),
    ...movedPoints(digits),
    ...swappedGroups(digits),
  ];
  return [...new Set(edits.map((edit) => `${sign}${edit}`))].filter(
    (edit) => edit !== value && isPrintable(edit),
  );
}

function isPrintable(value: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value);
}

function* otherDigits(digits: string): Generator<string> {
  for (const [index, digit] of [...digits].entries()) {
    if (digit === '.') continue;
    for (let other = 0; other <= 9; other += 1)
      yield `${digits.slice(0, index)}${other}${digits.slice(index + 1)}`;
  }
}

function* swappedDigits(digits: string): Generator<string> {
  for (let first = 0; first < digits.length; first += 1) {
    for (let second = first + 1; second < digits.length; second += 1) {
      const characters = [...digits];
      const [a, b] = [characters[first], characters[second]];
      if (a === undefined || b === undefined || a === '.' || b === '.') continue;
      characters[first] = b;
      characters[second] = a;
      yield characters.join('');
    }
  }
}

function* movedPoints(digits: string): Generator<string> {
  const bare = digits.replace('.', '');
  for (let at = 1; at < bare.length; at += 1) yield `${bare.slice(0, at)}.${bare.slice(at)}`;
  yield bare.replace(/^0+(?=\d)/, '');
}

function* swappedGroups(digits: string): Generator<string> {
  const [whole = '', fraction] = digits.split('.');
  const groups = whole.match(/\d{1,3}(?=(\d{3})*$)/g) ?? [];
  for (let index = 0; index + 1 < groups.length; index += 1) {
    const swapped = [...groups];
    [swapped[index], swapped[index + 1]] = [groups[index + 1] ?? '', groups[index] ?? ''];
    yield `${swapped.join('')}${fraction === undefined ? '' : `.${fraction}`}`;
  }
}
