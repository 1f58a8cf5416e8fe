/** The objects of a message whose lists pdf.js fills anew once it is posted: the message, its chunk, the lists. */
const COPIED_LEVELS = 3;

/**
 * The way between the two halves of pdf.js, which both run in this thread. In place of it pdf.js would clone every
 * message, operator by operator and glyph by glyph, which takes a quarter of the time that a PDF takes; here a
 * message is handed over as it is, but for the lists that its sender empties. What a sender lists as transferred
 * it does not touch again; what is neither list nor transferred (glyphs, fonts) both halves only read.
 */
export class PdfPort extends EventTarget implements Worker {
  readonly onmessage = null;
  readonly onmessageerror = null;
  readonly onerror = null;
  #reason: Error | undefined;

  postMessage(message: unknown): void {
    this.#reason ??= reasonIn(message);
    const data = handedOver(message, COPIED_LEVELS);
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
  }

  /**
   * Why something broke off since this was last asked. The operators of a page that come before it, or none at all, are
   * handed on by pdf.js as if they were the whole page, though it was told.
   */
  brokenOff(): Error | undefined {
    const reason = this.#reason;
    this.#reason = undefined;
    return reason;
  }

  /** There is no thread to end. */
  terminate(): void {}
}

/** Why a message says that others have come to an end before theirs. */
function reasonIn(message: unknown): Error | undefined {
  if (typeof message !== 'object' || message === null || !('stream' in message)) return undefined;
  const reason: unknown = Reflect.get(message, 'reason');
  return reason instanceof Error && reason.name !== 'AbortException' ? reason : undefined;
}

function handedOver(value: unknown, levels: number): unknown {
  if (levels === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.slice();
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) copy[key] = handedOver(part, levels - 1);
  return copy;
}
