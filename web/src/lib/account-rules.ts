import { atLeast, atMost, matches, type Rule, required } from './rules.ts';

/** The same limits as the API's, said in words before anything is sent. */
export const usernameRules: readonly Rule[] = [
  required('Choose a username'),
  atLeast(3, 'A username has at least 3 characters'),
  atMost(30, 'A username has at most 30 characters'),
  matches(
    /^[A-Za-z0-9][A-Za-z0-9_-]*$/,
    'Use letters, digits, - and _ only, starting with a letter or digit',
  ),
];

export const emailRules: readonly Rule[] = [
  required('Enter your e-mail address'),
  matches(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Enter an address like name@example.com'),
];

export const newPasswordRules: readonly Rule[] = [
  required('Choose a password'),
  (password) => (Array.from(password).length < 8 ? 'A password has at least 8 characters' : undefined),
  (password) => (Array.from(password).length > 128 ? 'A password has at most 128 characters' : undefined),
];
