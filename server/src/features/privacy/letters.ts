import type { Letter } from '../../engine/mail/letter.ts';

/** Tells somebody who asked for it when their account will be gone, and how to keep it. */
export function leavingLetter(name: string, deleteAfter: Date, origin: string): Letter {
  const day = deleteAfter.toISOString().slice(0, 10);
  return {
    subject: 'Your account will be deleted',
    name,
    paragraphs: [
      `You asked for the deletion of your account. Everything in it will be deleted after ${day}; until then nobody can sign in to it.`,
    ],
    action: { label: 'Keep my account', url: `${origin}/keep-account` },
    closing: ['If this was not you, keep your account and change your password.'],
  };
}
