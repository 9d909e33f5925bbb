/** Attempts that could be guesses (passwords, codes, links), counted by all processes together. */

/** How many attempts somebody has. */
export interface Budget {
  /** Whose it is, such as an account and an address; only a hash of it is kept. */
  readonly key: string;
  readonly calls: number;
  /** The window, in seconds. */
  readonly seconds: number;
}

/** An attempt that was allowed. */
export interface Attempt {
  /** It was right, so it was no guess: gives back what it took. */
  forgive(): Promise<void>;
}

/** Counts attempts. */
export interface Attempts {
  /**
   * Takes one attempt from each budget, before it is known whether the attempt is right, so that many at once cannot slip
   * through. Budgets come in order, the narrowest first: past one that is used up nothing is taken, so that a guesser who
   * is stopped cannot use up what the account has elsewhere.
   * @param policy the name under which clients know the limit
   * @throws Failure `rate_limited`
   */
  take(policy: string, budgets: readonly Budget[]): Promise<Attempt>;
  /** Removes what has expired. */
  sweep(): Promise<void>;
}
