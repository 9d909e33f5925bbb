import type { Role } from '@portico/shared/accounts';

/** Who calls, proven by a session or a token: which of the two nobody needs to know. */
export interface Caller {
  readonly id: string;
  readonly username: string;
  readonly role: Role;
  /** The public half of the session's id. */
  readonly sessionId: string;
  /** When they last proved who they are. */
  readonly authenticatedAt: Date;
  /** What they may do of what their role allows: everything, or what their token was made for. */
  readonly scopes: 'all' | readonly string[];
}
