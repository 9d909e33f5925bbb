import { expect, test } from 'vitest';
import { createSeal } from '../../../server/src/engine/auth/seal.ts';

const secret = 'a secret of the server, thirty-two characters or more';
const seal = createSeal(secret, 'totp');

test('what was sealed opens again, and looks different each time', () => {
  const [one, other] = [seal.close('JBSWY3DPEHPK3PXP ü'), seal.close('JBSWY3DPEHPK3PXP ü')];
  expect(one.equals(other)).toBe(false);
  expect(one.includes('JBSWY3DPEHPK3PXP')).toBe(false);
  expect([seal.open(one), seal.open(other)]).toEqual(['JBSWY3DPEHPK3PXP ü', 'JBSWY3DPEHPK3PXP ü']);
});

test('what was sealed under the previous secret opens, and can be sealed anew, once', () => {
  const changed = createSeal('another secret of the server, long enough', 'totp', secret);
  const sealed = seal.close('secret');
  expect(changed.open(sealed)).toBe('secret');
  const renewed = changed.renew(sealed);
  expect(
    createSeal('another secret of the server, long enough', 'totp').open(renewed ?? Buffer.alloc(0)),
  ).toBe('secret');
  expect(seal.open(renewed ?? Buffer.alloc(0))).toBeNull();
  expect(changed.renew(renewed ?? Buffer.alloc(0))).toBeNull();
  expect(changed.renew(Buffer.alloc(40))).toBeNull();
  expect(seal.renew(sealed)).toBeNull();
});

test('another key, another purpose, an altered or a short text open nothing', () => {
  const sealed = seal.close('secret');
  expect(createSeal(`${secret}!`, 'totp').open(sealed)).toBeNull();
  expect(createSeal(secret, 'mail').open(sealed)).toBeNull();
  for (let index = 0; index < sealed.length; index += 1) {
    const altered = Buffer.from(sealed);
    altered[index] = (altered[index] ?? 0) ^ 1;
    expect(seal.open(altered)).toBeNull();
  }
  expect(seal.open(sealed.subarray(0, 20))).toBeNull();
  expect(seal.open(Buffer.alloc(0))).toBeNull();
});
