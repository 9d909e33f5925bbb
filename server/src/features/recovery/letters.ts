import type { Letter } from '../../engine/mail/letter.ts';

const notYou = 'If you did not ask for this, nothing needs to be done: without this link nothing happens.';

/** Lets somebody choose a new password. */
export function resetLetter(name: string, url: string): Letter {
  return {
    subject: 'Choose a new password',
    name,
    paragraphs: ['You asked to choose a new password.'],
    action: { label: 'Choose a new password', url },
    closing: [
      'The link works for 30 minutes, once. With the new password every device is signed out.',
      notYou,
    ],
  };
}

/** Lets somebody sign in without a password. */
export function magicLetter(name: string, url: string): Letter {
  return {
    subject: 'Your link to sign in',
    name,
    paragraphs: ['You asked for a link to sign in without a password.'],
    action: { label: 'Sign in', url },
    closing: ['The link works for 10 minutes, once. Give it to nobody.', notYou],
  };
}
