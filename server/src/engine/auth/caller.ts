import type { Role } from '@portico/shared/accounts';

/** Who calls, proven by a session. */
export interface Caller {
  readonly id: string;
  readonly username: string;
  readonly role: Role;
  /** The public half of the session's id. */
  readonly sessionId: string;
}
