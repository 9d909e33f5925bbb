import type { Letter } from '../../engine/mail/letter.ts';

const notYou = 'If this was not you, nothing needs to be done: without this link nothing happens.';

/** Asks a new user to show that the address is theirs. */
export function verificationLetter(name: string, url: string): Letter {
  return {
    subject: 'Confirm your e-mail address',
    name,
    paragraphs: ['Please confirm that this is your e-mail address.'],
    action: { label: 'Confirm the address', url },
    closing: [
      'The link works for 24 hours, once.',
      'If you did not create an account, you may ignore this mail.',
    ],
  };
}

/** Asks whether a new address is the user's. */
export function newAddressLetter(name: string, url: string): Letter {
  return {
    subject: 'Confirm your new e-mail address',
    name,
    paragraphs: ['Your account is to use this e-mail address from now on. Please confirm that it is yours.'],
    action: { label: 'Use this address', url },
    closing: ['The link works for an hour, once.', notYou],
  };
}

/** Tells the old address that a new one is about to take its place. */
export function addressRequestedLetter(name: string, newEmail: string): Letter {
  return {
    subject: 'Your e-mail address is about to change',
    name,
    paragraphs: [
      `Somebody who is signed in to your account asked to use ${newEmail} instead of this address. It changes when that address is confirmed.`,
      'If this was not you, sign in now, change your password, and end the sessions you do not know.',
    ],
  };
}

/** Tells the old address that it was replaced. */
export function addressChangedLetter(name: string, newEmail: string): Letter {
  return {
    subject: 'Your e-mail address was changed',
    name,
    paragraphs: [
      `Your account now uses ${newEmail}. This address receives no more mail about it.`,
      'If this was not you, somebody has taken over your account: tell us at once.',
    ],
  };
}

/** Tells somebody who has an account that an account was asked for under their address. */
export function addressTakenLetter(name: string, origin: string): Letter {
  return {
    subject: 'You already have an account',
    name,
    paragraphs: [
      'Somebody, perhaps you, wanted to use this e-mail address for an account. You have one already: sign in, or choose a new password if you forgot yours.',
    ],
    action: { label: 'Sign in', url: `${origin}/login` },
    closing: ['If this was not you, nothing needs to be done: nobody was told that you have an account.'],
  };
}
