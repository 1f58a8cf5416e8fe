import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceFault } from '../../../pipeline/page/finding.ts';
import {
  checkSignature,
  nameOf,
  publicKeyOf,
  readPublicKey,
  writePublicKey,
  writeSignature,
} from '../../../release/signature/minisign.ts';
import { openPrivateKey } from '../../../release/signature/private-key.ts';
import { emptyFolder } from '../../publish/folder.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519').privateKey;
const bytes = Buffer.from('place,mm\nA,1\n');
const keyOf = (key: KeyObject) => readPublicKey(writePublicKey(publicKeyOf(key)), 'release.pub');
const signature = writeSignature(bytes, privateKey, 'rain-1.0.0.zip');

/** The file "test" as minisign itself signed it, published with the verifier minisign-verify. */
const MINISIGN = {
  key: 'RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3',
  signature: [
    'untrusted comment: signature from minisign secret key',
    'RUQf6LRCGA9i559r3g7V1qNyJDApGip8MfqcadIgT9CuhV3EMhHoN1mGTkUidF/z7SrlQgXdy8ofjb7bNJJylDOocrCo8KLzZwo=',
    'trusted comment: timestamp:1556193335\tfile:test',
    'y/rUw2y8/hOUYjZU71eHp/Wo1KZ40fGy2VJEDl34XMJM+TX48Ss/17u3IvIfbVR1FkZZSNCisQbuQY+bHwhEBg==',
    '',
  ].join('\n'),
};

/** All that a signature says: the bytes of both, and its comment. */
function saidBy(text: string): string {
  const [, own = '', comment = '', all = ''] = text.split('\n');
  return [
    Buffer.from(own, 'base64').toString('hex'),
    comment,
    Buffer.from(all, 'base64').toString('hex'),
  ].join();
}

describe('a signature', () => {
  it('that minisign made is one, by the number that minisign prints', () => {
    const signed = checkSignature(
      MINISIGN.signature,
      Buffer.from('test'),
      readPublicKey(MINISIGN.key, 'minisign.pub'),
    );
    expect(signed).toEqual({
      kind: 'signed',
      by: 'E7620F1842B4E81F',
      comment: 'timestamp:1556193335\tfile:test',
    });
  });

  it('of ours is one over those bytes by that key, with a comment that is signed too', () => {
    expect(checkSignature(signature, bytes, keyOf(privateKey))).toEqual({
      kind: 'signed',
      by: nameOf(publicKeyOf(privateKey).id),
      comment: 'rain-1.0.0.zip',
    });
  });

  it.each([
    ['over other bytes', signature, Buffer.from('place,mm\nA,2\n'), privateKey, 'not over these bytes'],
    ['by another key', writeSignature(bytes, other, 'x'), bytes, privateKey, 'by another key'],
    [
      'with another comment',
      signature.replace('rain-1', 'rain-2'),
      bytes,
      privateKey,
      'with a changed comment',
    ],
    ['that is cut off', signature.slice(0, 120), bytes, privateKey, 'no signature of minisign'],
    ['that is none', 'hello\n', bytes, privateKey, 'no signature of minisign'],
    ['that is nothing', '', bytes, privateKey, 'no signature of minisign'],
  ])('is wrong: %s', (_, text, content, key, why) => {
    expect(checkSignature(text, content, keyOf(key))).toEqual({
      kind: 'wrong',
      why: expect.stringContaining(why),
    });
  });

  it('is wrong under the number of the right key, if another one made it', () => {
    const [, line = ''] = writeSignature(bytes, other, 'rain-1.0.0.zip').split('\n');
    const forged = Buffer.from(line, 'base64');
    Buffer.from(publicKeyOf(privateKey).id).copy(forged, 2);
    const text = signature.split('\n').toSpliced(1, 1, forged.toString('base64')).join('\n');
    expect(checkSignature(text, bytes, keyOf(privateKey))).toEqual({
      kind: 'wrong',
      why: 'not over these bytes',
    });
  });

  it('is wrong whatever character of it is another', () => {
    const places = fc.nat(signature.length - 1).filter((at) => at > signature.indexOf('\n'));
    fc.assert(
      fc.property(places, fc.constantFrom(...'ABCabc019+/= \n'), (at, letter) => {
        const changed = signature.slice(0, at) + letter + signature.slice(at + 1);
        const signed = checkSignature(changed, bytes, keyOf(privateKey));
        // Base64 ends in bits that say nothing; a text that says the same is the same signature.
        if (saidBy(changed) !== saidBy(signature)) expect(signed.kind).toBe('wrong');
        else expect(signed.kind).toBe('signed');
      }),
    );
  });
});

describe('a key', () => {
  it.each(['', 'untrusted comment: none\n', 'RWQf6LRC\n', `${MINISIGN.key}\n${MINISIGN.key}\n`, 'hello'])(
    'that is none is refused: %j',
    (text) => {
      expect(() => readPublicKey(text, 'x.pub')).toThrow(
        'x.pub: release\n  expected a public key of minisign, found none',
      );
    },
  );

  it('of a maintainer is opened with its passphrase alone, and nothing of either is shown', () => {
    const file = join(emptyFolder(), 'release.pem');
    const passphrase = 'correct horse';
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase });
    writeFileSync(file, pem);
    chmodSync(file, 0o600);
    expect(publicKeyOf(openPrivateKey(file, passphrase)).id).toEqual(publicKeyOf(privateKey).id);
    for (const wrong of [undefined, 'battery staple']) {
      let said = '';
      try {
        openPrivateKey(file, wrong);
      } catch (error) {
        said = error instanceof SourceFault ? error.message : 'something else';
      }
      expect(said).toContain('expected a private key (Ed25519, PEM) that can be opened');
      expect(said).not.toContain('staple');
      expect(said.split('\n')).toHaveLength(2);
    }
  });

  it('of another kind is refused', () => {
    const file = join(emptyFolder(), 'release.pem');
    const { privateKey: elliptic } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    writeFileSync(file, elliptic.export({ type: 'pkcs8', format: 'pem' }));
    expect(() => openPrivateKey(file, undefined)).toThrow('expected a private key (Ed25519, PEM)');
  });
});
