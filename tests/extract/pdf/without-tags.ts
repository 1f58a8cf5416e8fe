/** The same file as a producer writes it that does not tag what it prints. */
export function withoutTags(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll('/StructTreeRoot', '/StruckOutOfIt_'), 'latin1');
}
