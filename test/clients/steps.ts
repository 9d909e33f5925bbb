/** The steps of the scenario, in their order: what every client must do against the live server. */
export const steps = [
  'register',
  'log-in',
  'iterate-three-pages',
  'unknown-enum-value',
  'unknown-union-variant',
  'retry-under-one-key',
  'typed-field-errors',
  'stream-to-its-end',
  'timeout',
  'cancel',
  'refresh-once',
  'upload-with-progress',
  'download-same-bytes',
  'date-with-milliseconds',
  'null-against-absent',
  'typed-not-found',
  'unknown-error-code',
] as const;

/** A step of the scenario. */
export type Step = (typeof steps)[number];
