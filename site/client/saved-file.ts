/** A browser asks for what a page gives it to save when it has time; the address must hold until then. */
const HELD_MS = 60_000;

/** Gives a file to whoever looks at the page, who saves it. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), HELD_MS);
}
