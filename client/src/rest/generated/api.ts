/* Portico 0.1.0. Generated from shared/api/openapi.json by `pnpm generate`; do not edit. */

import type { UploadFile } from '../call-options.ts';
import type { Description } from '../client.ts';
import type { Open, UnknownVariant } from '../open.ts';
import type { AddressedOperation, MayTake, Operation, PagedOperation, StreamOperation, Takes, TakesFiles, TakesNothing } from '../operation.ts';

/** Something that happened to an account */
export interface AuditEntry {
  id: string;
  at: Date;
  event: Open<AuditEventName>;
  /** Where it came from */
  address: string;
  userAgent: string;
  /** What else is known, such as the way of signing in */
  details: { [name: string]: string };
}

export type AuditEventName = 'registered' | 'signed_in' | 'sign_in_failed' | 'signed_out' | 'reauthenticated' | 'session_revoked' | 'sessions_revoked' | 'password_changed' | 'password_removed' | 'password_reset_requested' | 'password_reset' | 'magic_link_requested' | 'email_verified' | 'email_change_requested' | 'email_changed' | 'username_changed' | 'factor_added' | 'factor_removed' | 'factor_failed' | 'recovery_code_used' | 'recovery_codes_renewed' | 'token_created' | 'token_revoked' | 'token_reused' | 'connection_added' | 'connection_removed' | 'role_changed' | 'account_disabled' | 'account_enabled' | 'data_exported' | 'deletion_requested' | 'deletion_cancelled' | 'account_deleted';

/** Who wrote a post */
export interface Author {
  id: string;
  username: string;
  name: string;
  avatar: Picture | null;
}

/** A comment under a post */
export interface Comment {
  id: string;
  postId: string;
  /** Plain text */
  body: string;
  author: Author;
  createdAt: Date;
}

/** Somebody wrote a comment */
export interface CommentCreated {
  type: 'created';
  comment: Comment;
}

/** A comment is gone */
export interface CommentDeleted {
  type: 'deleted';
  id: string;
}

/** What happened to the comments under a post */
export type CommentEvent = CommentCreated | CommentDeleted | CommentsReset | UnknownVariant<'type'>;

/** What happened before is not told: read the list now, and apply what follows to it */
export interface CommentsReset {
  type: 'reset';
}

/** An account elsewhere by which one signs in */
export interface Connection {
  provider: Open<ProviderId>;
  /** Its id at the service */
  subject: string;
  /** What the service calls it */
  label: string;
  createdAt: Date;
  lastUsedAt: Date;
}

/** Where a browser goes to be vouched for */
export interface Departure {
  /** Address of the service, where the browser goes now */
  url: string;
}

/** A device that is signed in */
export interface Device {
  id: string;
  kind: Open<DeviceKind>;
  /** What a person calls it, such as `Firefox on Windows` */
  name: string;
  /** From where it signed in */
  address: string;
  /** When it signed in */
  createdAt: Date;
  /** When it was last used, to a few minutes */
  lastUsedAt: Date;
  /** Whether it is the one that asks */
  current: boolean;
}

export type DeviceKind = 'browser' | 'app';

/** What an account asks for beside the password */
export interface FactorStatus {
  /** Since when an authenticator is asked for; null when none is */
  totpConfirmedAt: Date | null;
  /** Recovery codes that were not used yet */
  recoveryCodesLeft: number;
}

/** When an account is deleted for good */
export interface Leaving {
  /** Until then the owner may change their mind */
  deleteAfter: Date;
}

/** An entry of the audit log with whom it names */
export interface ManagedAuditEntry {
  id: string;
  at: Date;
  event: Open<AuditEventName>;
  /** Where it came from */
  address: string;
  userAgent: string;
  /** What else is known, such as the way of signing in */
  details: { [name: string]: string };
  /** Whose account it is; null when nobody knows, or it is gone */
  user: ManagedAuditEntryUser | null;
  /** Who did it, where it was somebody else */
  actor: ManagedAuditEntryActor | null;
}

export interface ManagedAuditEntryUser {
  id: string;
  username: string;
}

export interface ManagedAuditEntryActor {
  id: string;
  username: string;
}

/** A user as administrators see them */
export interface ManagedUser {
  id: string;
  username: string;
  name: string;
  email: string;
  role: Open<Role>;
  standing: Open<Standing>;
  createdAt: Date;
  emailVerifiedAt: Date | null;
  disabledAt: Date | null;
  /** When the account is deleted for good, as its owner asked */
  deleteAfter: Date | null;
}

/** An amount of money */
export interface Money {
  /** In the currency’s minor unit: cents, pence, yen */
  amount: number;
  /** ISO 4217 */
  currency: Open<MoneyCurrency>;
}

export type MoneyCurrency = 'EUR' | 'USD' | 'GBP' | 'CHF' | 'JPY';

/** An uploaded picture */
export interface Picture {
  id: string;
  /** Path of the original */
  url: string;
  /** Path of a WebP, 480 pixels at its longer side */
  thumbnailUrl: string;
  /** Pixels */
  width: number;
  /** Pixels */
  height: number;
  /** What it shows, in words; empty when decorative */
  alt: string;
}

/** A post */
export interface Post {
  id: string;
  /** Readable part of its address; unique */
  slug: string;
  title: string;
  /** The first sentences, as plain text */
  excerpt: string;
  tags: string[];
  status: Open<PostStatus>;
  cover: Picture | null;
  author: Author;
  publishedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  /** Counts changes; send it back when editing */
  version: number;
  /** Markdown */
  body: string;
}

export type PostStatus = 'draft' | 'published';

/** A post without its text */
export interface PostSummary {
  id: string;
  /** Readable part of its address; unique */
  slug: string;
  title: string;
  /** The first sentences, as plain text */
  excerpt: string;
  tags: string[];
  status: Open<PostStatus>;
  cover: Picture | null;
  author: Author;
  publishedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  /** Counts changes; send it back when editing */
  version: number;
}

/** Something for sale */
export interface Product {
  id: string;
  name: string;
  description: string;
  price: Money;
  /** Pieces that can be sold */
  stock: number;
  picture: Picture | null;
  createdAt: Date;
  updatedAt: Date;
  /** Counts changes; send it back when editing */
  version: number;
}

/** What everyone may see of a user */
export interface Profile {
  id: string;
  username: string;
  /** Display name; the username where none was chosen */
  name: string;
  bio: string;
  avatar: Picture | null;
  createdAt: Date;
}

/** A service that vouches for people */
export type ProviderId = 'google' | 'github' | 'oidc';

/** Codes for the day the authenticator is lost */
export interface RecoveryCodes {
  /** Ten codes, each good for one sign-in; shown once */
  recoveryCodes: string[];
}

export type Role = 'user' | 'admin';

/** How an account stands; `leaving` is about to be deleted */
export type Standing = 'active' | 'disabled' | 'leaving';

/** An uploaded file */
export interface StoredFile {
  id: string;
  /** File name as uploaded, without path */
  name: string;
  type: Open<StoredFileType>;
  /** Bytes */
  size: number;
  visibility: Open<Visibility>;
  /** Path of the content */
  url: string;
  /** Present when the file is a picture */
  picture: Picture | null;
  createdAt: Date;
}

export type StoredFileType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'image/avif' | 'application/pdf' | 'text/plain' | 'audio/mpeg' | 'video/mp4';

/** An access token and what refreshes it */
export interface Tokens {
  tokenType: 'Bearer';
  /** Sent as `Authorization: Bearer …`; a JWT */
  accessToken: string;
  /** Seconds until the access token is over */
  expiresIn: number;
  /** Good for one refresh; keep it where the platform keeps secrets */
  refreshToken: string;
  /** When the refresh token is over if it is not used */
  refreshExpiresAt: Date;
  user: User;
}

/** What an authenticator has to be told */
export interface TotpSetup {
  /** Base32, to be typed where no code can be scanned */
  secret: string;
  /** The address that an authenticator opens */
  otpauthUrl: string;
  /** The same address as a QR code, an SVG image */
  qrSvg: string;
}

/** A user as they see themselves */
export interface User {
  id: string;
  username: string;
  /** Display name; the username where none was chosen */
  name: string;
  bio: string;
  avatar: Picture | null;
  createdAt: Date;
  email: string;
  /** Whether the user has opened the link that was mailed to the address */
  emailVerified: boolean;
  role: Open<Role>;
  /** Counts changes; send it back when editing */
  version: number;
}

export type Visibility = 'public' | 'private';

/** What `accounts.changeEmail` takes */
export interface AccountsChangeEmailInput {
  /** E-mail address */
  email: string;
}

/** What `accounts.changePassword` takes */
export interface AccountsChangePasswordInput {
  /** 8 to 128 characters, any characters */
  password: string;
  /** Whether every other device is signed out (default `true`) */
  revokeOthers?: boolean | undefined;
}

/** What `accounts.confirmEmailChange` takes */
export interface AccountsConfirmEmailChangeInput {
  /** The token of the link that was mailed */
  token: string;
}

/** What `accounts.login` takes */
export interface AccountsLoginInput {
  /** Username or e-mail address */
  username?: string | undefined;
  /** E-mail address, instead of `username` */
  email?: string | undefined;
  password: string;
  /** Where the account asks for a code beside the password */
  code?: string | undefined;
}

/** What `accounts.profile` takes */
export interface AccountsProfileInput {
  /** Id or username */
  id: string;
}

/** What `accounts.reauthenticate` takes */
export interface AccountsReauthenticateInput {
  /** Where the account has one */
  password?: string | undefined;
  /** Where the account asks for one */
  code?: string | undefined;
}

/** What `accounts.register` takes */
export interface AccountsRegisterInput {
  /** 3 to 30 letters, digits, - or _; unique whatever the case */
  username: string;
  /** E-mail address */
  email: string;
  /** 8 to 128 characters, any characters */
  password: string;
}

/** What `accounts.revokeSession` takes */
export interface AccountsRevokeSessionInput {
  id: string;
}

/** What `accounts.session` answers */
export interface AccountsSessionOutput {
  /** Null when nobody is signed in */
  user: User | null;
}

/** What `accounts.sessions` answers */
export interface AccountsSessionsOutput {
  items: Device[];
}

/** What `accounts.update` takes */
export interface AccountsUpdateInput {
  id: string;
  /** Display name */
  name?: string | undefined;
  bio?: string | undefined;
  /** 3 to 30 letters, digits, - or _; unique whatever the case */
  username?: string | undefined;
  /** An uploaded picture of yours; null removes it */
  avatarId?: string | null | undefined;
  /** The version you edited; a newer one on the server answers 412 */
  version?: number | undefined;
}

/** What `accounts.verifyEmail` takes */
export interface AccountsVerifyEmailInput {
  /** The token of the link that was mailed */
  token: string;
}

/** What `admin.disable` takes */
export interface AdminDisableInput {
  id: string;
}

/** What `admin.enable` takes */
export interface AdminEnableInput {
  id: string;
}

/** What `admin.events` takes */
export interface AdminEventsInput {
  /** How many items, at most (default `20`) */
  limit?: number | undefined;
  /** Opaque; the `nextCursor` of the page before */
  cursor?: string | undefined;
  /** What happened to this account, and what this administrator did */
  userId?: string | undefined;
  event?: AuditEventName | undefined;
}

/** What `admin.events` answers */
export interface AdminEventsOutput {
  items: ManagedAuditEntry[];
  /** Pass it as `cursor` for the next page; null on the last */
  nextCursor: string | null;
}

/** What `admin.setRole` takes */
export interface AdminSetRoleInput {
  id: string;
  role: Role;
}

/** What `admin.user` takes */
export interface AdminUserInput {
  id: string;
}

/** What `admin.users` takes */
export interface AdminUsersInput {
  /** How many items, at most (default `20`) */
  limit?: number | undefined;
  /** Opaque; the `nextCursor` of the page before */
  cursor?: string | undefined;
  /** Part of a username, a name or an e-mail address */
  q?: string | undefined;
  role?: Role | undefined;
  standing?: Standing | undefined;
}

/** What `admin.users` answers */
export interface AdminUsersOutput {
  items: ManagedUser[];
  /** Pass it as `cursor` for the next page; null on the last */
  nextCursor: string | null;
}

/** What `audit.mine` takes */
export interface AuditMineInput {
  /** How many items, at most (default `20`) */
  limit?: number | undefined;
  /** Opaque; the `nextCursor` of the page before */
  cursor?: string | undefined;
}

/** What `audit.mine` answers */
export interface AuditMineOutput {
  items: AuditEntry[];
  /** Pass it as `cursor` for the next page; null on the last */
  nextCursor: string | null;
}

/** What `comments.create` takes */
export interface CommentsCreateInput {
  postId: string;
  /** Plain text */
  body: string;
}

/** What `comments.delete` takes */
export interface CommentsDeleteInput {
  id: string;
}

/** What `comments.get` takes */
export interface CommentsGetInput {
  id: string;
}

/** What `comments.list` takes */
export interface CommentsListInput {
  /** How many items, at most (default `20`) */
  limit?: number | undefined;
  /** Opaque; the `nextCursor` of the page before */
  cursor?: string | undefined;
  postId: string;
}

/** What `comments.list` answers */
export interface CommentsListOutput {
  items: Comment[];
  /** Pass it as `cursor` for the next page; null on the last */
  nextCursor: string | null;
}

/** What `comments.live` takes */
export interface CommentsLiveInput {
  postId: string;
  /** The id of the event after which to go on */
  lastEventId?: string | undefined;
}

/** What `connections.begin` takes */
export interface ConnectionsBeginInput {
  provider: ProviderId;
  /** Path of this site to go on at (default `"/"`) */
  returnTo?: string | undefined;
}

/** What `connections.connect` takes */
export interface ConnectionsConnectInput {
  provider: ProviderId;
  /** Path of this site to go on at (default `"/"`) */
  returnTo?: string | undefined;
}

/** What `connections.finish` takes */
export interface ConnectionsFinishInput {
  ticket: string;
  /** Six digits of the authenticator, or a recovery code */
  code: string;
}

/** What `connections.mine` answers */
export interface ConnectionsMineOutput {
  items: Connection[];
}

/** What `connections.providers` answers */
export interface ConnectionsProvidersOutput {
  items: ConnectionsProvidersOutputItem[];
}

export interface ConnectionsProvidersOutputItem {
  id: Open<ProviderId>;
  /** What people call it */
  name: string;
}

/** What `connections.remove` takes */
export interface ConnectionsRemoveInput {
  provider: ProviderId;
  subject: string;
}

/** What `connections.return` takes */
export interface ConnectionsReturnInput {
  provider: ProviderId;
  state?: string | undefined;
  code?: string | undefined;
  error?: string | undefined;
  iss?: string | undefined;
}

/** What `factors.confirmTotp` takes */
export interface FactorsConfirmTotpInput {
  /** A first code of the authenticator */
  code: string;
  /** Whether every other device is signed out (default `true`) */
  revokeOthers?: boolean | undefined;
}

/** What `factors.removeTotp` takes */
export interface FactorsRemoveTotpInput {
  /** Whether every other device is signed out (default `true`) */
  revokeOthers?: boolean | undefined;
}

/** What `files.content` takes */
export interface FilesContentInput {
  id: string;
  /** True offers to save it instead of showing it */
  download?: boolean | undefined;
}

/** What `files.delete` takes */
export interface FilesDeleteInput {
  id: string;
}

/** What `files.get` takes */
export interface FilesGetInput {
  id: string;
}

/** What `files.mine` takes */
export interface FilesMineInput {
  /** How many items, at most (default `20`) */
  limit?: number | undefined;
  /** Opaque; the `nextCursor` of the page before */
  cursor?: string | undefined;
}

/** What `files.mine` answers */
export interface FilesMineOutput {
  items: StoredFile[];
  /** Pass it as `cursor` for the next page; null on the last */
  nextCursor: string | null;
}

/** What `files.thumbnail` takes */
export interface FilesThumbnailInput {
  id: string;
}

/** What `files.upload` takes */
export interface FilesUploadInput {
  file: UploadFile;
  /** What a picture shows, in words (default `""`) */
  alt?: string | undefined;
  /** (default `"public"`) */
  visibility?: Visibility | undefined;
}

/** What `posts.bySlug` takes */
export interface PostsBySlugInput {
  slug: string;
}

/** What `posts.create` takes */
export interface PostsCreateInput {
  title: string;
  /** Markdown */
  body: string;
  /** (default `[]`) */
  tags?: string[] | undefined;
  /** (default `"draft"`) */
  status?: PostStatus | undefined;
  /** An uploaded picture of yours; null for none (default `null`) */
  coverId?: string | null | undefined;
}

/** What `posts.delete` takes */
export interface PostsDeleteInput {
  id: string;
}

/** What `posts.get` takes */
export interface PostsGetInput {
  id: string;
}

/** What `posts.list` takes */
export interface PostsListInput {
  /** How many items, at most (default `20`) */
  limit?: number | undefined;
  /** Opaque; the `nextCursor` of the page before */
  cursor?: string | undefined;
  /** Username or id */
  author?: string | undefined;
  tag?: string | undefined;
  /** Words to look for */
  q?: string | undefined;
}

/** What `posts.list` answers */
export interface PostsListOutput {
  items: PostSummary[];
  /** Pass it as `cursor` for the next page; null on the last */
  nextCursor: string | null;
}

/** What `posts.mine` takes */
export interface PostsMineInput {
  /** How many items, at most (default `20`) */
  limit?: number | undefined;
  /** Opaque; the `nextCursor` of the page before */
  cursor?: string | undefined;
  status?: PostStatus | undefined;
}

/** What `posts.mine` answers */
export interface PostsMineOutput {
  items: PostSummary[];
  /** Pass it as `cursor` for the next page; null on the last */
  nextCursor: string | null;
}

/** What `posts.tags` answers */
export interface PostsTagsOutput {
  items: PostsTagsOutputItem[];
}

export interface PostsTagsOutputItem {
  tag: string;
  count: number;
}

/** What `posts.update` takes */
export interface PostsUpdateInput {
  id: string;
  title?: string | undefined;
  /** Markdown */
  body?: string | undefined;
  tags?: string[] | undefined;
  status?: PostStatus | undefined;
  /** An uploaded picture of yours; null for none */
  coverId?: string | null | undefined;
  /** The version you edited; a newer one on the server answers 412 */
  version: number;
}

/** What `privacy.cancelDeletion` takes */
export interface PrivacyCancelDeletionInput {
  /** Username or e-mail address */
  username?: string | undefined;
  /** E-mail address, instead of `username` */
  email?: string | undefined;
  password: string;
  /** Where the account asks for a code beside the password */
  code?: string | undefined;
}

/** What `products.create` takes */
export interface ProductsCreateInput {
  name: string;
  /** (default `""`) */
  description?: string | undefined;
  price: Money;
  stock: number;
  /** An uploaded picture; null for none (default `null`) */
  pictureId?: string | null | undefined;
}

/** What `products.delete` takes */
export interface ProductsDeleteInput {
  id: string;
}

/** What `products.get` takes */
export interface ProductsGetInput {
  id: string;
}

/** What `products.list` takes */
export interface ProductsListInput {
  /** How many items, at most (default `20`) */
  limit?: number | undefined;
  /** Opaque; the `nextCursor` of the page before */
  cursor?: string | undefined;
  /** Words to look for */
  q?: string | undefined;
  /** Only what can be bought now */
  inStock?: boolean | undefined;
}

/** What `products.list` answers */
export interface ProductsListOutput {
  items: Product[];
  /** Pass it as `cursor` for the next page; null on the last */
  nextCursor: string | null;
}

/** What `products.update` takes */
export interface ProductsUpdateInput {
  id: string;
  name?: string | undefined;
  description?: string | undefined;
  price?: Money | undefined;
  stock?: number | undefined;
  /** An uploaded picture; null for none */
  pictureId?: string | null | undefined;
  /** The version you edited; a newer one on the server answers 412 */
  version: number;
}

/** What `recovery.forgotPassword` takes */
export interface RecoveryForgotPasswordInput {
  /** E-mail address */
  email: string;
}

/** What `recovery.requestMagicLink` takes */
export interface RecoveryRequestMagicLinkInput {
  /** E-mail address */
  email: string;
}

/** What `recovery.resetPassword` takes */
export interface RecoveryResetPasswordInput {
  /** The token of the link that was mailed */
  token: string;
  /** 8 to 128 characters, any characters */
  password: string;
  /** Where the account asks for a code beside the link */
  code?: string | undefined;
}

/** What `recovery.useMagicLink` takes */
export interface RecoveryUseMagicLinkInput {
  /** The token of the link that was mailed */
  token: string;
  /** Where the account asks for a code beside the link */
  code?: string | undefined;
}

/** What `tokens.create` takes */
export interface TokensCreateInput {
  /** Username or e-mail address */
  username?: string | undefined;
  /** E-mail address, instead of `username` */
  email?: string | undefined;
  password: string;
  /** Where the account asks for a code beside the password */
  code?: string | undefined;
  /** What the tokens are for; everything where absent (default `["all"]`) */
  scopes?: TokensCreateInputScope[] | undefined;
}

export type TokensCreateInputScope = 'all' | 'account:read' | 'account:write' | 'posts:read' | 'posts:write' | 'comments:write' | 'files:read' | 'files:write' | 'products:write';

/** What `tokens.refresh` takes */
export interface TokensRefreshInput {
  refreshToken: string;
}

/** What `tokens.revoke` takes */
export interface TokensRevokeInput {
  refreshToken: string;
}

/** What any operation may fail with. */
export type Always = 'bad_request' | 'invalid_token' | 'not_acceptable' | 'rate_limited' | 'internal' | 'unavailable' | 'timeout';

/** Every operation of Portico. */
export interface Api {
  readonly accounts: {
    /**
     * Ask to use another address
     * Mails a link to the new address, and tells the old one. It changes when the link is opened. The answer is the same when somebody else has the address.
     * `POST /me/email` · needs role user
     */
    readonly changeEmail: Operation<Takes<AccountsChangeEmailInput>, void, Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Change my password
     * Also gives a first one to an account that has none.
     * `PUT /me/password` · needs role user
     */
    readonly changePassword: Operation<Takes<AccountsChangePasswordInput>, void, Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Use another address by the link that was mailed to it
     * `POST /email/change`
     */
    readonly confirmEmailChange: Operation<Takes<AccountsConfirmEmailChangeInput>, void, Always | 'invalid_link' | 'cross_site' | 'email_taken' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Sign in
     * Sets the session cookie. An unknown name and a wrong password have the same answer. An account with a second factor answers `second_factor_required`; send the same again with `code`.
     * `POST /login`
     */
    readonly login: Operation<Takes<AccountsLoginInput>, User, Always | 'invalid_credentials' | 'second_factor_required' | 'invalid_code' | 'account_disabled' | 'email_unverified' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Sign out
     * Ends the session; also succeeds when there is none.
     * `POST /logout`
     */
    readonly logout: Operation<TakesNothing, void, Always | 'cross_site'>;
    /**
     * Read my account
     * `GET /me` · needs role user
     */
    readonly me: Operation<TakesNothing, User, Always | 'unauthenticated' | 'insufficient_scope'>;
    /**
     * Read a user by id or username
     * `GET /users/{id}`
     */
    readonly profile: Operation<Takes<AccountsProfileInput>, Profile, Always | 'not_found' | 'invalid_input'>;
    /**
     * Prove once more who I am
     * Sensitive changes ask for it when the sign-in is more than ten minutes ago. The session gets a new token.
     * `POST /reauthentication` · needs role user
     */
    readonly reauthenticate: Operation<MayTake<AccountsReauthenticateInput>, void, Always | 'unauthenticated' | 'invalid_credentials' | 'second_factor_required' | 'invalid_code' | 'insufficient_scope' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Create an account and sign in
     * Mails a link that verifies the address. Where the server asks for verified addresses, opening it makes the account: nobody is signed in before, and a taken address has the same answer as a new one.
     * `POST /register`
     */
    readonly register: Operation<Takes<AccountsRegisterInput>, User, Always | 'cross_site' | 'username_taken' | 'email_taken' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Sign every other device out
     * `DELETE /me/sessions` · needs role user
     */
    readonly revokeOtherSessions: Operation<TakesNothing, void, Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site'>;
    /**
     * Sign a device out
     * `DELETE /me/sessions/{id}` · needs role user
     */
    readonly revokeSession: Operation<Takes<AccountsRevokeSessionInput>, void, Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'not_found' | 'invalid_input'>;
    /**
     * Mail me a link that verifies my address
     * Nothing is mailed when it is verified already.
     * `POST /me/email/verification` · needs role user
     */
    readonly sendVerification: Operation<TakesNothing, void, Always | 'unauthenticated' | 'insufficient_scope' | 'cross_site'>;
    /**
     * Ask who is signed in
     * `GET /session`
     */
    readonly session: Operation<TakesNothing, AccountsSessionOutput, Always>;
    /**
     * List the devices where I am signed in
     * `GET /me/sessions` · needs role user
     */
    readonly sessions: Operation<TakesNothing, AccountsSessionsOutput, Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required'>;
    /**
     * Edit my account
     * Changes only what is given. Administrators may edit every account.
     * `PUT /users/{id}` · needs role user
     */
    readonly update: Operation<Takes<AccountsUpdateInput>, User, Always | 'unauthenticated' | 'insufficient_scope' | 'cross_site' | 'not_found' | 'username_taken' | 'version_conflict' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Verify an address by the link that was mailed
     * `POST /email/verification`
     */
    readonly verifyEmail: Operation<Takes<AccountsVerifyEmailInput>, void, Always | 'invalid_link' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
  };
  readonly admin: {
    /**
     * Shut an account
     * Every session and every token of it ends at once; nothing of it is deleted.
     * `POST /admin/users/{id}/disable` · needs role admin
     */
    readonly disable: Operation<Takes<AdminDisableInput>, ManagedUser, Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'not_found' | 'conflict' | 'last_admin' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Open a shut account again
     * Also keeps an account whose owner had asked for its deletion.
     * `POST /admin/users/{id}/enable` · needs role admin
     */
    readonly enable: Operation<Takes<AdminEnableInput>, ManagedUser, Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'not_found' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Read the audit log, newest first
     * `GET /admin/events` · needs role admin
     */
    readonly events: PagedOperation<MayTake<AdminEventsInput>, AdminEventsOutput, ManagedAuditEntry, Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'invalid_input'>;
    /**
     * Give a user another role
     * `PUT /admin/users/{id}/role` · needs role admin
     */
    readonly setRole: Operation<Takes<AdminSetRoleInput>, ManagedUser, Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'not_found' | 'last_admin' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Read a user as an administrator
     * `GET /admin/users/{id}` · needs role admin
     */
    readonly user: Operation<Takes<AdminUserInput>, ManagedUser, Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'not_found' | 'invalid_input'>;
    /**
     * Search users, newest first
     * `GET /admin/users` · needs role admin
     */
    readonly users: PagedOperation<MayTake<AdminUsersInput>, AdminUsersOutput, ManagedUser, Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'invalid_input'>;
  };
  readonly audit: {
    /**
     * List what happened to my account, newest first
     * Sign-ins and failed attempts, and every change of how one gets in.
     * `GET /me/events` · needs role user
     */
    readonly mine: PagedOperation<MayTake<AuditMineInput>, AuditMineOutput, AuditEntry, Always | 'unauthenticated' | 'insufficient_scope' | 'invalid_input'>;
  };
  readonly comments: {
    /**
     * Write a comment under a post
     * `POST /posts/{postId}/comments` · needs role user
     */
    readonly create: Operation<Takes<CommentsCreateInput>, Comment, Always | 'unauthenticated' | 'insufficient_scope' | 'cross_site' | 'not_found' | 'idempotency_in_progress' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input' | 'idempotency_key_reused'>;
    /**
     * Delete a comment of mine, or one under a post of mine
     * Administrators may delete any.
     * `DELETE /comments/{id}` · needs role user
     */
    readonly delete: Operation<Takes<CommentsDeleteInput>, void, Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'cross_site' | 'not_found' | 'invalid_input'>;
    /**
     * Read a comment
     * `GET /comments/{id}`
     */
    readonly get: Operation<Takes<CommentsGetInput>, Comment, Always | 'not_found' | 'invalid_input'>;
    /**
     * List the comments under a post, newest first
     * `GET /posts/{postId}/comments`
     */
    readonly list: PagedOperation<Takes<CommentsListInput>, CommentsListOutput, Comment, Always | 'not_found' | 'invalid_input'>;
    /**
     * Follow the comments under a post as they come and go
     * Starts with `reset`: then read the list, and apply what follows to it. Connecting again with the last id goes on after it.
     * `GET /posts/{postId}/comments/live`
     */
    readonly live: StreamOperation<Takes<CommentsLiveInput>, CommentEvent>;
  };
  readonly connections: {
    /**
     * Begin to sign in with another service
     * Answers where the browser goes; it comes back to this server by itself.
     * `POST /connections/begin`
     */
    readonly begin: Operation<Takes<ConnectionsBeginInput>, Departure, Always | 'cross_site' | 'not_found' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Begin to connect an account of another service to mine
     * `POST /me/connections` · needs role user
     */
    readonly connect: Operation<Takes<ConnectionsConnectInput>, Departure, Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'not_found' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Finish a sign-in with another service by a code
     * For accounts with a second factor; the ticket is in the address that the browser came back to.
     * `POST /connections/finish`
     */
    readonly finish: Operation<Takes<ConnectionsFinishInput>, User, Always | 'invalid_link' | 'invalid_code' | 'account_disabled' | 'email_unverified' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * List the accounts elsewhere that sign me in
     * `GET /me/connections` · needs role user
     */
    readonly mine: Operation<TakesNothing, ConnectionsMineOutput, Always | 'unauthenticated' | 'insufficient_scope'>;
    /**
     * List the services that one may sign in with
     * `GET /connections/providers`
     */
    readonly providers: Operation<TakesNothing, ConnectionsProvidersOutput, Always>;
    /**
     * Let an account elsewhere sign me in no more
     * `DELETE /me/connections/{provider}/{subject}` · needs role user
     */
    readonly remove: Operation<Takes<ConnectionsRemoveInput>, void, Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'not_found' | 'last_way_in' | 'invalid_input'>;
    /**
     * Come back from another service
     * Where services send browsers back to: signs in and goes on to the site, which says so where it was refused.
     * `GET /connections/{provider}/return`
     */
    readonly return: AddressedOperation<Takes<ConnectionsReturnInput>, string, Always | 'not_found' | 'invalid_input'>;
  };
  readonly factors: {
    /**
     * Begin with an authenticator
     * Makes a secret and shows it once. Nothing changes until a first code is confirmed.
     * `POST /me/factors/totp` · needs role user
     */
    readonly beginTotp: Operation<TakesNothing, TotpSetup, Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'conflict'>;
    /**
     * Ask for codes of my authenticator from now on
     * Answers ten recovery codes, which are shown once.
     * `POST /me/factors/totp/confirmation` · needs role user
     */
    readonly confirmTotp: Operation<Takes<FactorsConfirmTotpInput>, RecoveryCodes, Always | 'unauthenticated' | 'invalid_code' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'not_found' | 'conflict' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Ask for codes of my authenticator no more
     * `DELETE /me/factors/totp` · needs role user
     */
    readonly removeTotp: Operation<MayTake<FactorsRemoveTotpInput>, void, Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'not_found' | 'invalid_input'>;
    /**
     * Get new recovery codes
     * Ten, which are shown once; those of before count no more.
     * `POST /me/factors/recovery-codes` · needs role user
     */
    readonly renewRecoveryCodes: Operation<TakesNothing, RecoveryCodes, Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'not_found'>;
    /**
     * Ask what my account asks for beside the password
     * `GET /me/factors` · needs role user
     */
    readonly status: Operation<TakesNothing, FactorStatus, Always | 'unauthenticated' | 'insufficient_scope'>;
  };
  readonly files: {
    /**
     * Download a file
     * Serves ranges. Pictures, audio and video are shown by browsers, everything else is saved.
     * `GET /files/{id}/content`
     */
    readonly content: AddressedOperation<Takes<FilesContentInput>, Response, Always | 'not_found' | 'range_not_satisfiable' | 'invalid_input'>;
    /**
     * Delete a file of mine
     * `DELETE /files/{id}` · needs role user
     */
    readonly delete: Operation<Takes<FilesDeleteInput>, void, Always | 'unauthenticated' | 'insufficient_scope' | 'cross_site' | 'not_found' | 'invalid_input'>;
    /**
     * Read what is known of a file
     * `GET /files/{id}`
     */
    readonly get: Operation<Takes<FilesGetInput>, StoredFile, Always | 'not_found' | 'invalid_input'>;
    /**
     * List my files, newest first
     * `GET /files` · needs role user
     */
    readonly mine: PagedOperation<MayTake<FilesMineInput>, FilesMineOutput, StoredFile, Always | 'unauthenticated' | 'insufficient_scope' | 'invalid_input'>;
    /**
     * Download the thumbnail of a picture
     * A WebP, 480 pixels at its longer side.
     * `GET /files/{id}/thumbnail`
     */
    readonly thumbnail: AddressedOperation<Takes<FilesThumbnailInput>, Response, Always | 'not_found' | 'range_not_satisfiable' | 'invalid_input'>;
    /**
     * Upload a file
     * The content must be what its type says. Pictures get a thumbnail.
     * `POST /files` · needs role user
     */
    readonly upload: Operation<TakesFiles<FilesUploadInput>, StoredFile, Always | 'unauthenticated' | 'insufficient_scope' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
  };
  readonly posts: {
    /**
     * Read a post by the readable part of its address
     * `GET /slugs/{slug}`
     */
    readonly bySlug: Operation<Takes<PostsBySlugInput>, Post, Always | 'not_found' | 'invalid_input'>;
    /**
     * Write a post
     * `POST /posts` · needs role user
     */
    readonly create: Operation<Takes<PostsCreateInput>, Post, Always | 'unauthenticated' | 'insufficient_scope' | 'cross_site' | 'idempotency_in_progress' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input' | 'idempotency_key_reused'>;
    /**
     * Delete a post of mine
     * `DELETE /posts/{id}` · needs role user
     */
    readonly delete: Operation<Takes<PostsDeleteInput>, void, Always | 'unauthenticated' | 'insufficient_scope' | 'cross_site' | 'not_found' | 'invalid_input'>;
    /**
     * Read a post
     * Drafts are there for their author and administrators only.
     * `GET /posts/{id}`
     */
    readonly get: Operation<Takes<PostsGetInput>, Post, Always | 'not_found' | 'invalid_input'>;
    /**
     * List published posts, newest first
     * Filters combine. `q` looks in title, tags and text.
     * `GET /posts`
     */
    readonly list: PagedOperation<MayTake<PostsListInput>, PostsListOutput, PostSummary, Always | 'invalid_input'>;
    /**
     * List my posts and drafts, last changed first
     * `GET /me/posts` · needs role user
     */
    readonly mine: PagedOperation<MayTake<PostsMineInput>, PostsMineOutput, PostSummary, Always | 'unauthenticated' | 'insufficient_scope' | 'invalid_input'>;
    /**
     * List the tags in use, most used first
     * The 30 most used tags of the latest 10,000 posts.
     * `GET /tags`
     */
    readonly tags: Operation<TakesNothing, PostsTagsOutput, Always>;
    /**
     * Edit a post of mine
     * Changes only what is given. Its address follows the title until the first publication.
     * `PUT /posts/{id}` · needs role user
     */
    readonly update: Operation<Takes<PostsUpdateInput>, Post, Always | 'unauthenticated' | 'insufficient_scope' | 'cross_site' | 'not_found' | 'version_conflict' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
  };
  readonly privacy: {
    /**
     * Keep my account after all
     * Takes what a login takes, and signs nobody in.
     * `POST /deletion/cancellation`
     */
    readonly cancelDeletion: Operation<Takes<PrivacyCancelDeletionInput>, void, Always | 'invalid_credentials' | 'second_factor_required' | 'invalid_code' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Download everything that is kept about me
     * A JSON file: account, devices, connections, events, posts, comments and the list of files.
     * `GET /me/export` · needs role user
     */
    readonly export: AddressedOperation<TakesNothing, Response, Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'range_not_satisfiable'>;
    /**
     * Delete my account
     * Signs out everywhere at once. The account is deleted for good after fourteen days; until then its owner may keep it.
     * `POST /me/deletion` · needs role user
     */
    readonly requestDeletion: Operation<TakesNothing, Leaving, Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'last_admin'>;
  };
  readonly products: {
    /**
     * Add a product
     * `POST /products` · needs role admin
     */
    readonly create: Operation<Takes<ProductsCreateInput>, Product, Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'cross_site' | 'idempotency_in_progress' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input' | 'idempotency_key_reused'>;
    /**
     * Take a product from sale
     * `DELETE /products/{id}` · needs role admin
     */
    readonly delete: Operation<Takes<ProductsDeleteInput>, void, Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'cross_site' | 'not_found' | 'invalid_input'>;
    /**
     * Read a product
     * `GET /products/{id}`
     */
    readonly get: Operation<Takes<ProductsGetInput>, Product, Always | 'not_found' | 'invalid_input'>;
    /**
     * List products, newest first
     * `GET /products`
     */
    readonly list: PagedOperation<MayTake<ProductsListInput>, ProductsListOutput, Product, Always | 'invalid_input'>;
    /**
     * Edit a product
     * Changes only what is given.
     * `PUT /products/{id}` · needs role admin
     */
    readonly update: Operation<Takes<ProductsUpdateInput>, Product, Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'cross_site' | 'not_found' | 'version_conflict' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
  };
  readonly recovery: {
    /**
     * Mail a link to choose a new password
     * The answer is the same when nobody has the address. The link works for 30 minutes, once.
     * `POST /password/forgotten`
     */
    readonly forgotPassword: Operation<Takes<RecoveryForgotPasswordInput>, void, Always | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Mail a link to sign in without a password
     * The answer is the same when nobody has the address. The link works for 10 minutes, once.
     * `POST /magic-links`
     */
    readonly requestMagicLink: Operation<Takes<RecoveryRequestMagicLinkInput>, void, Always | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Choose a new password by the link that was mailed
     * Signs out every device, and nobody in. An account with a second factor answers `second_factor_required`; send the same again with `code`: the link still works.
     * `POST /password/reset`
     */
    readonly resetPassword: Operation<Takes<RecoveryResetPasswordInput>, void, Always | 'invalid_link' | 'second_factor_required' | 'invalid_code' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Sign in by the link that was mailed
     * Sets the session cookie. An account with a second factor answers `second_factor_required`; send the same again with `code`: the link still works.
     * `POST /magic-links/use`
     */
    readonly useMagicLink: Operation<Takes<RecoveryUseMagicLinkInput>, User, Always | 'invalid_link' | 'second_factor_required' | 'invalid_code' | 'account_disabled' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
  };
  readonly tokens: {
    /**
     * Sign in for an app
     * Answers an access token of ten minutes and a refresh token. A browser uses `POST /login` instead.
     * `POST /tokens`
     */
    readonly create: Operation<Takes<TokensCreateInput>, Tokens, Always | 'invalid_credentials' | 'second_factor_required' | 'invalid_code' | 'account_disabled' | 'email_unverified' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Exchange a refresh token for new tokens
     * A refresh token is good for once. One that comes again ends every token that came of the same sign-in.
     * `POST /tokens/refresh`
     */
    readonly refresh: Operation<Takes<TokensRefreshInput>, Tokens, Always | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    /**
     * Sign an app out
     * Ends every token that came of the same sign-in; also succeeds when there is none.
     * `POST /tokens/revoke`
     */
    readonly revoke: Operation<Takes<TokensRevokeInput>, void, Always | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
  };
}

/** What the runtime knows of the operations and types. */
export const description: Description = {
  userAgent: 'portico-client-ts/0.1.0',
  operations: {
    'accounts.changeEmail': { route: 'POST /me/email', body: 'json', answer: 'none' },
    'accounts.changePassword': { route: 'PUT /me/password', body: 'json', answer: 'none' },
    'accounts.confirmEmailChange': { route: 'POST /email/change', body: 'json', answer: 'none' },
    'accounts.login': { route: 'POST /login', body: 'json', output: 'User' },
    'accounts.logout': { route: 'POST /logout', answer: 'none', inputless: true },
    'accounts.me': { route: 'GET /me', output: 'User', inputless: true },
    'accounts.profile': { route: 'GET /users/{id}', output: 'Profile' },
    'accounts.reauthenticate': { route: 'POST /reauthentication', body: 'json', answer: 'none' },
    'accounts.register': { route: 'POST /register', body: 'json', output: 'User' },
    'accounts.revokeOtherSessions': { route: 'DELETE /me/sessions', answer: 'none', inputless: true },
    'accounts.revokeSession': { route: 'DELETE /me/sessions/{id}', answer: 'none' },
    'accounts.sendVerification': { route: 'POST /me/email/verification', answer: 'none', inputless: true },
    'accounts.session': { route: 'GET /session', output: 'AccountsSessionOutput', inputless: true },
    'accounts.sessions': { route: 'GET /me/sessions', output: 'AccountsSessionsOutput', inputless: true },
    'accounts.update': { route: 'PUT /users/{id}', body: 'json', output: 'User' },
    'accounts.verifyEmail': { route: 'POST /email/verification', body: 'json', answer: 'none' },
    'admin.disable': { route: 'POST /admin/users/{id}/disable', output: 'ManagedUser' },
    'admin.enable': { route: 'POST /admin/users/{id}/enable', output: 'ManagedUser' },
    'admin.events': { route: 'GET /admin/events', output: 'AdminEventsOutput', paged: ['cursor', 'items', 'nextCursor'] },
    'admin.setRole': { route: 'PUT /admin/users/{id}/role', body: 'json', output: 'ManagedUser' },
    'admin.user': { route: 'GET /admin/users/{id}', output: 'ManagedUser' },
    'admin.users': { route: 'GET /admin/users', output: 'AdminUsersOutput', paged: ['cursor', 'items', 'nextCursor'] },
    'audit.mine': { route: 'GET /me/events', output: 'AuditMineOutput', paged: ['cursor', 'items', 'nextCursor'] },
    'comments.create': { route: 'POST /posts/{postId}/comments', body: 'json', output: 'Comment', idempotent: true },
    'comments.delete': { route: 'DELETE /comments/{id}', answer: 'none' },
    'comments.get': { route: 'GET /comments/{id}', output: 'Comment' },
    'comments.list': { route: 'GET /posts/{postId}/comments', output: 'CommentsListOutput', paged: ['cursor', 'items', 'nextCursor'] },
    'comments.live': { route: 'GET /posts/{postId}/comments/live', answer: 'stream', output: 'CommentEvent', resumable: true },
    'connections.begin': { route: 'POST /connections/begin', body: 'json' },
    'connections.connect': { route: 'POST /me/connections', body: 'json' },
    'connections.finish': { route: 'POST /connections/finish', body: 'json', output: 'User' },
    'connections.mine': { route: 'GET /me/connections', output: 'ConnectionsMineOutput', inputless: true },
    'connections.providers': { route: 'GET /connections/providers', inputless: true },
    'connections.remove': { route: 'DELETE /me/connections/{provider}/{subject}', answer: 'none' },
    'connections.return': { route: 'GET /connections/{provider}/return', answer: 'redirect' },
    'factors.beginTotp': { route: 'POST /me/factors/totp', inputless: true },
    'factors.confirmTotp': { route: 'POST /me/factors/totp/confirmation', body: 'json' },
    'factors.removeTotp': { route: 'DELETE /me/factors/totp', answer: 'none' },
    'factors.renewRecoveryCodes': { route: 'POST /me/factors/recovery-codes', inputless: true },
    'factors.status': { route: 'GET /me/factors', output: 'FactorStatus', inputless: true },
    'files.content': { route: 'GET /files/{id}/content', answer: 'file' },
    'files.delete': { route: 'DELETE /files/{id}', answer: 'none' },
    'files.get': { route: 'GET /files/{id}', output: 'StoredFile' },
    'files.mine': { route: 'GET /files', output: 'FilesMineOutput', paged: ['cursor', 'items', 'nextCursor'] },
    'files.thumbnail': { route: 'GET /files/{id}/thumbnail', answer: 'file' },
    'files.upload': { route: 'POST /files', body: 'form', output: 'StoredFile' },
    'posts.bySlug': { route: 'GET /slugs/{slug}', output: 'Post' },
    'posts.create': { route: 'POST /posts', body: 'json', output: 'Post', idempotent: true },
    'posts.delete': { route: 'DELETE /posts/{id}', answer: 'none' },
    'posts.get': { route: 'GET /posts/{id}', output: 'Post' },
    'posts.list': { route: 'GET /posts', output: 'PostsListOutput', paged: ['cursor', 'items', 'nextCursor'] },
    'posts.mine': { route: 'GET /me/posts', output: 'PostsMineOutput', paged: ['cursor', 'items', 'nextCursor'] },
    'posts.tags': { route: 'GET /tags', inputless: true },
    'posts.update': { route: 'PUT /posts/{id}', body: 'json', output: 'Post' },
    'privacy.cancelDeletion': { route: 'POST /deletion/cancellation', body: 'json', answer: 'none' },
    'privacy.export': { route: 'GET /me/export', answer: 'file', inputless: true },
    'privacy.requestDeletion': { route: 'POST /me/deletion', output: 'Leaving', inputless: true },
    'products.create': { route: 'POST /products', body: 'json', output: 'Product', idempotent: true },
    'products.delete': { route: 'DELETE /products/{id}', answer: 'none' },
    'products.get': { route: 'GET /products/{id}', output: 'Product' },
    'products.list': { route: 'GET /products', output: 'ProductsListOutput', paged: ['cursor', 'items', 'nextCursor'] },
    'products.update': { route: 'PUT /products/{id}', body: 'json', output: 'Product' },
    'recovery.forgotPassword': { route: 'POST /password/forgotten', body: 'json', answer: 'none' },
    'recovery.requestMagicLink': { route: 'POST /magic-links', body: 'json', answer: 'none' },
    'recovery.resetPassword': { route: 'POST /password/reset', body: 'json', answer: 'none' },
    'recovery.useMagicLink': { route: 'POST /magic-links/use', body: 'json', output: 'User' },
    'tokens.create': { route: 'POST /tokens', body: 'json', output: 'Tokens' },
    'tokens.refresh': { route: 'POST /tokens/refresh', body: 'json', output: 'Tokens' },
    'tokens.revoke': { route: 'POST /tokens/revoke', body: 'json', answer: 'none' },
  },
  types: {
    AuditEntry: { object: { at: 'date' } },
    Comment: { object: { createdAt: 'date' } },
    CommentCreated: { object: { comment: 'Comment' } },
    CommentEvent: { tag: 'type', variants: { created: 'CommentCreated' } },
    Connection: { object: { createdAt: 'date', lastUsedAt: 'date' } },
    Device: { object: { createdAt: 'date', lastUsedAt: 'date' } },
    FactorStatus: { object: { totpConfirmedAt: 'date' } },
    Leaving: { object: { deleteAfter: 'date' } },
    ManagedAuditEntry: { object: { at: 'date' } },
    ManagedUser: { object: { createdAt: 'date', emailVerifiedAt: 'date', disabledAt: 'date', deleteAfter: 'date' } },
    Post: { object: { publishedAt: 'date', createdAt: 'date', updatedAt: 'date' } },
    PostSummary: { object: { publishedAt: 'date', createdAt: 'date', updatedAt: 'date' } },
    Product: { object: { createdAt: 'date', updatedAt: 'date' } },
    Profile: { object: { createdAt: 'date' } },
    StoredFile: { object: { createdAt: 'date' } },
    Tokens: { object: { refreshExpiresAt: 'date', user: 'User' } },
    User: { object: { createdAt: 'date' } },
    AccountsSessionOutput: { object: { user: 'User' } },
    AccountsSessionsOutput: { object: { items: { list: 'Device' } } },
    AdminEventsOutput: { object: { items: { list: 'ManagedAuditEntry' } } },
    AdminUsersOutput: { object: { items: { list: 'ManagedUser' } } },
    AuditMineOutput: { object: { items: { list: 'AuditEntry' } } },
    CommentsListOutput: { object: { items: { list: 'Comment' } } },
    ConnectionsMineOutput: { object: { items: { list: 'Connection' } } },
    FilesMineOutput: { object: { items: { list: 'StoredFile' } } },
    PostsListOutput: { object: { items: { list: 'PostSummary' } } },
    PostsMineOutput: { object: { items: { list: 'PostSummary' } } },
    ProductsListOutput: { object: { items: { list: 'Product' } } },
  },
  tokens: { create: 'tokens.create', refresh: 'tokens.refresh', revoke: 'tokens.revoke' },
};
