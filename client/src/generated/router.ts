/* Portico 0.1.0. Generated from shared/api/openapi.json by `pnpm generate`; do not edit. */

import type { TRPCBuiltRouter, TRPCMutationProcedure, TRPCQueryProcedure, TRPCSubscriptionProcedure } from '@trpc/server';
import type { RpcError } from '../rpc-error.ts';

/** What any call may fail with. */
type Always = 'bad_request' | 'invalid_token' | 'not_acceptable' | 'rate_limited' | 'internal' | 'unavailable' | 'timeout';

/** Something that happened to an account */
export interface AuditEntry {
  id: string;
  at: Date;
  event: AuditEventName;
  /** Where it came from */
  address: string;
  userAgent: string;
  /** What else is known, such as the way of signing in */
  details: { [key: string]: string };
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
export type CommentEvent = CommentCreated | CommentDeleted | CommentsReset;

/** What happened before is not told: read the list now, and apply what follows to it */
export interface CommentsReset {
  type: 'reset';
}

/** An account elsewhere by which one signs in */
export interface Connection {
  provider: ProviderId;
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
  kind: 'browser' | 'app';
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
  event: AuditEventName;
  /** Where it came from */
  address: string;
  userAgent: string;
  /** What else is known, such as the way of signing in */
  details: { [key: string]: string };
  /** Whose account it is; null when nobody knows, or it is gone */
  user: {
    id: string;
    username: string;
  } | null;
  /** Who did it, where it was somebody else */
  actor: {
    id: string;
    username: string;
  } | null;
}

/** A user as administrators see them */
export interface ManagedUser {
  id: string;
  username: string;
  name: string;
  email: string;
  role: Role;
  standing: Standing;
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
  currency: 'EUR' | 'USD' | 'GBP' | 'CHF' | 'JPY';
}

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
  status: PostStatus;
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
  status: PostStatus;
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
  type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'image/avif' | 'application/pdf' | 'text/plain' | 'audio/mpeg' | 'video/mp4';
  /** Bytes */
  size: number;
  visibility: Visibility;
  /** Path of the content */
  url: string;
  /** Present when the file is a picture */
  picture: Picture | null;
  createdAt: Date;
}

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
  role: Role;
  /** Counts changes; send it back when editing */
  version: number;
}

export type Visibility = 'public' | 'private';

/** Input of `accounts.changeEmail`: Ask to use another address */
export interface AccountsChangeEmailInput {
  /** E-mail address */
  email: string;
}

/** Input of `accounts.changePassword`: Change my password */
export interface AccountsChangePasswordInput {
  /** 8 to 128 characters, any characters */
  password: string;
  /** Whether every other device is signed out (default `true`) */
  revokeOthers?: boolean | undefined;
}

/** Input of `accounts.confirmEmailChange`: Use another address by the link that was mailed to it */
export interface AccountsConfirmEmailChangeInput {
  /** The token of the link that was mailed */
  token: string;
}

/** Input of `accounts.login`: Sign in */
export interface AccountsLoginInput {
  /** Username or e-mail address */
  username?: string | undefined;
  /** E-mail address, instead of `username` */
  email?: string | undefined;
  password: string;
  /** Where the account asks for a code beside the password */
  code?: string | undefined;
}

/** Input of `accounts.profile`: Read a user by id or username */
export interface AccountsProfileInput {
  /** Id or username */
  id: string;
}

/** Input of `accounts.reauthenticate`: Prove once more who I am */
export interface AccountsReauthenticateInput {
  /** Where the account has one */
  password?: string | undefined;
  /** Where the account asks for one */
  code?: string | undefined;
}

/** Input of `accounts.register`: Create an account and sign in */
export interface AccountsRegisterInput {
  /** 3 to 30 letters, digits, - or _; unique whatever the case */
  username: string;
  /** E-mail address */
  email: string;
  /** 8 to 128 characters, any characters */
  password: string;
}

/** Input of `accounts.revokeSession`: Sign a device out */
export interface AccountsRevokeSessionInput {
  id: string;
}

/** Output of `accounts.session`: Ask who is signed in */
export interface AccountsSessionOutput {
  /** Null when nobody is signed in */
  user: User | null;
}

/** Output of `accounts.sessions`: List the devices where I am signed in */
export interface AccountsSessionsOutput {
  items: Device[];
}

/** Input of `accounts.update`: Edit my account */
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

/** Input of `accounts.verifyEmail`: Verify an address by the link that was mailed */
export interface AccountsVerifyEmailInput {
  /** The token of the link that was mailed */
  token: string;
}

/** Input of `admin.disable`: Shut an account */
export interface AdminDisableInput {
  id: string;
}

/** Input of `admin.enable`: Open a shut account again */
export interface AdminEnableInput {
  id: string;
}

/** Input of `admin.events`: Read the audit log, newest first */
export interface AdminEventsInput {
  /** How many items, at most (default `20`) */
  limit?: number | undefined;
  /** Opaque; the `nextCursor` of the page before */
  cursor?: string | undefined;
  /** What happened to this account, and what this administrator did */
  userId?: string | undefined;
  event?: AuditEventName | undefined;
}

/** Output of `admin.events`: Read the audit log, newest first */
export interface AdminEventsOutput {
  items: ManagedAuditEntry[];
  /** Pass it as `cursor` for the next page; null on the last */
  nextCursor: string | null;
}

/** Input of `admin.setRole`: Give a user another role */
export interface AdminSetRoleInput {
  id: string;
  role: Role;
}

/** Input of `admin.user`: Read a user as an administrator */
export interface AdminUserInput {
  id: string;
}

/** Input of `admin.users`: Search users, newest first */
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

/** Output of `admin.users`: Search users, newest first */
export interface AdminUsersOutput {
  items: ManagedUser[];
  /** Pass it as `cursor` for the next page; null on the last */
  nextCursor: string | null;
}

/** Input of `audit.mine`: List what happened to my account, newest first */
export interface AuditMineInput {
  /** How many items, at most (default `20`) */
  limit?: number | undefined;
  /** Opaque; the `nextCursor` of the page before */
  cursor?: string | undefined;
}

/** Output of `audit.mine`: List what happened to my account, newest first */
export interface AuditMineOutput {
  items: AuditEntry[];
  /** Pass it as `cursor` for the next page; null on the last */
  nextCursor: string | null;
}

/** Input of `comments.create`: Write a comment under a post */
export interface CommentsCreateInput {
  postId: string;
  /** Plain text */
  body: string;
}

/** Input of `comments.delete`: Delete a comment of mine, or one under a post of mine */
export interface CommentsDeleteInput {
  id: string;
}

/** Input of `comments.get`: Read a comment */
export interface CommentsGetInput {
  id: string;
}

/** Input of `comments.list`: List the comments under a post, newest first */
export interface CommentsListInput {
  /** How many items, at most (default `20`) */
  limit?: number | undefined;
  /** Opaque; the `nextCursor` of the page before */
  cursor?: string | undefined;
  postId: string;
}

/** Output of `comments.list`: List the comments under a post, newest first */
export interface CommentsListOutput {
  items: Comment[];
  /** Pass it as `cursor` for the next page; null on the last */
  nextCursor: string | null;
}

/** Input of `comments.live`: Follow the comments under a post as they come and go */
export interface CommentsLiveInput {
  postId: string;
  /** The id of the event after which to go on */
  lastEventId?: string | undefined;
}

/** Input of `connections.begin`: Begin to sign in with another service */
export interface ConnectionsBeginInput {
  provider: ProviderId;
  /** Path of this site to go on at (default `"/"`) */
  returnTo?: string | undefined;
}

/** Input of `connections.connect`: Begin to connect an account of another service to mine */
export interface ConnectionsConnectInput {
  provider: ProviderId;
  /** Path of this site to go on at (default `"/"`) */
  returnTo?: string | undefined;
}

/** Input of `connections.finish`: Finish a sign-in with another service by a code */
export interface ConnectionsFinishInput {
  ticket: string;
  /** Six digits of the authenticator, or a recovery code */
  code: string;
}

/** Output of `connections.mine`: List the accounts elsewhere that sign me in */
export interface ConnectionsMineOutput {
  items: Connection[];
}

/** Output of `connections.providers`: List the services that one may sign in with */
export interface ConnectionsProvidersOutput {
  items: {
    id: ProviderId;
    /** What people call it */
    name: string;
  }[];
}

/** Input of `connections.remove`: Let an account elsewhere sign me in no more */
export interface ConnectionsRemoveInput {
  provider: ProviderId;
  subject: string;
}

/** Input of `connections.return`: Come back from another service */
export interface ConnectionsReturnInput {
  provider: ProviderId;
  state?: string | undefined;
  code?: string | undefined;
  error?: string | undefined;
  iss?: string | undefined;
}

/** Input of `factors.confirmTotp`: Ask for codes of my authenticator from now on */
export interface FactorsConfirmTotpInput {
  /** A first code of the authenticator */
  code: string;
  /** Whether every other device is signed out (default `true`) */
  revokeOthers?: boolean | undefined;
}

/** Input of `factors.removeTotp`: Ask for codes of my authenticator no more */
export interface FactorsRemoveTotpInput {
  /** Whether every other device is signed out (default `true`) */
  revokeOthers?: boolean | undefined;
}

/** Input of `files.content`: Download a file */
export interface FilesContentInput {
  id: string;
  /** True offers to save it instead of showing it */
  download?: boolean | undefined;
}

/** Input of `files.delete`: Delete a file of mine */
export interface FilesDeleteInput {
  id: string;
}

/** Input of `files.get`: Read what is known of a file */
export interface FilesGetInput {
  id: string;
}

/** Input of `files.mine`: List my files, newest first */
export interface FilesMineInput {
  /** How many items, at most (default `20`) */
  limit?: number | undefined;
  /** Opaque; the `nextCursor` of the page before */
  cursor?: string | undefined;
}

/** Output of `files.mine`: List my files, newest first */
export interface FilesMineOutput {
  items: StoredFile[];
  /** Pass it as `cursor` for the next page; null on the last */
  nextCursor: string | null;
}

/** Input of `files.thumbnail`: Download the thumbnail of a picture */
export interface FilesThumbnailInput {
  id: string;
}

/** Input of `files.upload`: Upload a file */
export interface FilesUploadInput {
  file: globalThis.File;
  /** What a picture shows, in words (default `""`) */
  alt?: string | undefined;
  /** (default `"public"`) */
  visibility?: Visibility | undefined;
}

/** Input of `posts.bySlug`: Read a post by the readable part of its address */
export interface PostsBySlugInput {
  slug: string;
}

/** Input of `posts.create`: Write a post */
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

/** Input of `posts.delete`: Delete a post of mine */
export interface PostsDeleteInput {
  id: string;
}

/** Input of `posts.get`: Read a post */
export interface PostsGetInput {
  id: string;
}

/** Input of `posts.list`: List published posts, newest first */
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

/** Output of `posts.list`: List published posts, newest first */
export interface PostsListOutput {
  items: PostSummary[];
  /** Pass it as `cursor` for the next page; null on the last */
  nextCursor: string | null;
}

/** Input of `posts.mine`: List my posts and drafts, last changed first */
export interface PostsMineInput {
  /** How many items, at most (default `20`) */
  limit?: number | undefined;
  /** Opaque; the `nextCursor` of the page before */
  cursor?: string | undefined;
  status?: PostStatus | undefined;
}

/** Output of `posts.mine`: List my posts and drafts, last changed first */
export interface PostsMineOutput {
  items: PostSummary[];
  /** Pass it as `cursor` for the next page; null on the last */
  nextCursor: string | null;
}

/** Output of `posts.tags`: List the tags in use, most used first */
export interface PostsTagsOutput {
  items: {
    tag: string;
    count: number;
  }[];
}

/** Input of `posts.update`: Edit a post of mine */
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

/** Input of `privacy.cancelDeletion`: Keep my account after all */
export interface PrivacyCancelDeletionInput {
  /** Username or e-mail address */
  username?: string | undefined;
  /** E-mail address, instead of `username` */
  email?: string | undefined;
  password: string;
  /** Where the account asks for a code beside the password */
  code?: string | undefined;
}

/** Input of `products.create`: Add a product */
export interface ProductsCreateInput {
  name: string;
  /** (default `""`) */
  description?: string | undefined;
  price: Money;
  stock: number;
  /** An uploaded picture; null for none (default `null`) */
  pictureId?: string | null | undefined;
}

/** Input of `products.delete`: Take a product from sale */
export interface ProductsDeleteInput {
  id: string;
}

/** Input of `products.get`: Read a product */
export interface ProductsGetInput {
  id: string;
}

/** Input of `products.list`: List products, newest first */
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

/** Output of `products.list`: List products, newest first */
export interface ProductsListOutput {
  items: Product[];
  /** Pass it as `cursor` for the next page; null on the last */
  nextCursor: string | null;
}

/** Input of `products.update`: Edit a product */
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

/** Input of `recovery.forgotPassword`: Mail a link to choose a new password */
export interface RecoveryForgotPasswordInput {
  /** E-mail address */
  email: string;
}

/** Input of `recovery.requestMagicLink`: Mail a link to sign in without a password */
export interface RecoveryRequestMagicLinkInput {
  /** E-mail address */
  email: string;
}

/** Input of `recovery.resetPassword`: Choose a new password by the link that was mailed */
export interface RecoveryResetPasswordInput {
  /** The token of the link that was mailed */
  token: string;
  /** 8 to 128 characters, any characters */
  password: string;
  /** Where the account asks for a code beside the link */
  code?: string | undefined;
}

/** Input of `recovery.useMagicLink`: Sign in by the link that was mailed */
export interface RecoveryUseMagicLinkInput {
  /** The token of the link that was mailed */
  token: string;
  /** Where the account asks for a code beside the link */
  code?: string | undefined;
}

/** Input of `tokens.create`: Sign in for an app */
export interface TokensCreateInput {
  /** Username or e-mail address */
  username?: string | undefined;
  /** E-mail address, instead of `username` */
  email?: string | undefined;
  password: string;
  /** Where the account asks for a code beside the password */
  code?: string | undefined;
  /** What the tokens are for; everything where absent (default `["all"]`) */
  scopes?: ('all' | 'account:read' | 'account:write' | 'posts:read' | 'posts:write' | 'comments:write' | 'files:read' | 'files:write' | 'products:write')[] | undefined;
}

/** Input of `tokens.refresh`: Exchange a refresh token for new tokens */
export interface TokensRefreshInput {
  refreshToken: string;
}

/** Input of `tokens.revoke`: Sign an app out */
export interface TokensRevokeInput {
  refreshToken: string;
}

/** What all procedures share. */
interface Root {
  ctx: object;
  meta: object;
  errorShape: RpcError;
  transformer: true;
}

/** Every procedure, for the tRPC client. */
export type AppRouter = TRPCBuiltRouter<Root, {
  accounts: {
    /**
     * Ask to use another address
     * `POST /me/email` · needs role user
     */
    changeEmail: TRPCMutationProcedure<{
      input: AccountsChangeEmailInput;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Change my password
     * `PUT /me/password` · needs role user
     */
    changePassword: TRPCMutationProcedure<{
      input: AccountsChangePasswordInput;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Use another address by the link that was mailed to it
     * `POST /email/change`
     */
    confirmEmailChange: TRPCMutationProcedure<{
      input: AccountsConfirmEmailChangeInput;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'invalid_link' | 'cross_site' | 'email_taken' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Sign in
     * `POST /login`
     */
    login: TRPCMutationProcedure<{
      input: AccountsLoginInput;
      output: User;
      meta: object;
      errorShape: RpcError<Always | 'invalid_credentials' | 'second_factor_required' | 'invalid_code' | 'account_disabled' | 'email_unverified' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Sign out
     * `POST /logout`
     */
    logout: TRPCMutationProcedure<{
      input: void;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'cross_site'>;
    }>;
    /**
     * Read my account
     * `GET /me` · needs role user
     */
    me: TRPCQueryProcedure<{
      input: void;
      output: User;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope'>;
    }>;
    /**
     * Read a user by id or username
     * `GET /users/{id}`
     */
    profile: TRPCQueryProcedure<{
      input: AccountsProfileInput;
      output: Profile;
      meta: object;
      errorShape: RpcError<Always | 'not_found' | 'invalid_input'>;
    }>;
    /**
     * Prove once more who I am
     * `POST /reauthentication` · needs role user
     */
    reauthenticate: TRPCMutationProcedure<{
      input: AccountsReauthenticateInput;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'invalid_credentials' | 'second_factor_required' | 'invalid_code' | 'insufficient_scope' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Create an account and sign in
     * `POST /register`
     */
    register: TRPCMutationProcedure<{
      input: AccountsRegisterInput;
      output: User;
      meta: object;
      errorShape: RpcError<Always | 'cross_site' | 'username_taken' | 'email_taken' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Sign every other device out
     * `DELETE /me/sessions` · needs role user
     */
    revokeOtherSessions: TRPCMutationProcedure<{
      input: void;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site'>;
    }>;
    /**
     * Sign a device out
     * `DELETE /me/sessions/{id}` · needs role user
     */
    revokeSession: TRPCMutationProcedure<{
      input: AccountsRevokeSessionInput;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'not_found' | 'invalid_input'>;
    }>;
    /**
     * Mail me a link that verifies my address
     * `POST /me/email/verification` · needs role user
     */
    sendVerification: TRPCMutationProcedure<{
      input: void;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'cross_site'>;
    }>;
    /**
     * Ask who is signed in
     * `GET /session`
     */
    session: TRPCQueryProcedure<{
      input: void;
      output: AccountsSessionOutput;
      meta: object;
      errorShape: RpcError<Always>;
    }>;
    /**
     * List the devices where I am signed in
     * `GET /me/sessions` · needs role user
     */
    sessions: TRPCQueryProcedure<{
      input: void;
      output: AccountsSessionsOutput;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required'>;
    }>;
    /**
     * Edit my account
     * `PUT /users/{id}` · needs role user
     */
    update: TRPCMutationProcedure<{
      input: AccountsUpdateInput;
      output: User;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'cross_site' | 'not_found' | 'username_taken' | 'version_conflict' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Verify an address by the link that was mailed
     * `POST /email/verification`
     */
    verifyEmail: TRPCMutationProcedure<{
      input: AccountsVerifyEmailInput;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'invalid_link' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
  };
  admin: {
    /**
     * Shut an account
     * `POST /admin/users/{id}/disable` · needs role admin
     */
    disable: TRPCMutationProcedure<{
      input: AdminDisableInput;
      output: ManagedUser;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'not_found' | 'conflict' | 'last_admin' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Open a shut account again
     * `POST /admin/users/{id}/enable` · needs role admin
     */
    enable: TRPCMutationProcedure<{
      input: AdminEnableInput;
      output: ManagedUser;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'not_found' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Read the audit log, newest first
     * `GET /admin/events` · needs role admin
     */
    events: TRPCQueryProcedure<{
      input: AdminEventsInput;
      output: AdminEventsOutput;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'invalid_input'>;
    }>;
    /**
     * Give a user another role
     * `PUT /admin/users/{id}/role` · needs role admin
     */
    setRole: TRPCMutationProcedure<{
      input: AdminSetRoleInput;
      output: ManagedUser;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'not_found' | 'last_admin' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Read a user as an administrator
     * `GET /admin/users/{id}` · needs role admin
     */
    user: TRPCQueryProcedure<{
      input: AdminUserInput;
      output: ManagedUser;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'not_found' | 'invalid_input'>;
    }>;
    /**
     * Search users, newest first
     * `GET /admin/users` · needs role admin
     */
    users: TRPCQueryProcedure<{
      input: AdminUsersInput;
      output: AdminUsersOutput;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'invalid_input'>;
    }>;
  };
  audit: {
    /**
     * List what happened to my account, newest first
     * `GET /me/events` · needs role user
     */
    mine: TRPCQueryProcedure<{
      input: AuditMineInput;
      output: AuditMineOutput;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'invalid_input'>;
    }>;
  };
  comments: {
    /**
     * Write a comment under a post
     * `POST /posts/{postId}/comments` · needs role user
     */
    create: TRPCMutationProcedure<{
      input: CommentsCreateInput;
      output: Comment;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'cross_site' | 'not_found' | 'idempotency_in_progress' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input' | 'idempotency_key_reused'>;
    }>;
    /**
     * Delete a comment of mine, or one under a post of mine
     * `DELETE /comments/{id}` · needs role user
     */
    delete: TRPCMutationProcedure<{
      input: CommentsDeleteInput;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'cross_site' | 'not_found' | 'invalid_input'>;
    }>;
    /**
     * Read a comment
     * `GET /comments/{id}`
     */
    get: TRPCQueryProcedure<{
      input: CommentsGetInput;
      output: Comment;
      meta: object;
      errorShape: RpcError<Always | 'not_found' | 'invalid_input'>;
    }>;
    /**
     * List the comments under a post, newest first
     * `GET /posts/{postId}/comments`
     */
    list: TRPCQueryProcedure<{
      input: CommentsListInput;
      output: CommentsListOutput;
      meta: object;
      errorShape: RpcError<Always | 'not_found' | 'invalid_input'>;
    }>;
    /**
     * Follow the comments under a post as they come and go
     * `GET /posts/{postId}/comments/live`
     */
    live: TRPCSubscriptionProcedure<{
      input: CommentsLiveInput;
      output: AsyncIterable<{ id: string; data: CommentEvent }, void, unknown>;
      meta: object;
      errorShape: RpcError<Always | 'not_found' | 'invalid_input'>;
    }>;
  };
  connections: {
    /**
     * Begin to sign in with another service
     * `POST /connections/begin`
     */
    begin: TRPCMutationProcedure<{
      input: ConnectionsBeginInput;
      output: Departure;
      meta: object;
      errorShape: RpcError<Always | 'cross_site' | 'not_found' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Begin to connect an account of another service to mine
     * `POST /me/connections` · needs role user
     */
    connect: TRPCMutationProcedure<{
      input: ConnectionsConnectInput;
      output: Departure;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'not_found' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Finish a sign-in with another service by a code
     * `POST /connections/finish`
     */
    finish: TRPCMutationProcedure<{
      input: ConnectionsFinishInput;
      output: User;
      meta: object;
      errorShape: RpcError<Always | 'invalid_link' | 'invalid_code' | 'account_disabled' | 'email_unverified' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * List the accounts elsewhere that sign me in
     * `GET /me/connections` · needs role user
     */
    mine: TRPCQueryProcedure<{
      input: void;
      output: ConnectionsMineOutput;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope'>;
    }>;
    /**
     * List the services that one may sign in with
     * `GET /connections/providers`
     */
    providers: TRPCQueryProcedure<{
      input: void;
      output: ConnectionsProvidersOutput;
      meta: object;
      errorShape: RpcError<Always>;
    }>;
    /**
     * Let an account elsewhere sign me in no more
     * `DELETE /me/connections/{provider}/{subject}` · needs role user
     */
    remove: TRPCMutationProcedure<{
      input: ConnectionsRemoveInput;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'not_found' | 'last_way_in' | 'invalid_input'>;
    }>;
    /**
     * Come back from another service
     * `GET /connections/{provider}/return`
     */
    return: TRPCQueryProcedure<{
      input: ConnectionsReturnInput;
      output: string;
      meta: object;
      errorShape: RpcError<Always | 'not_found' | 'invalid_input'>;
    }>;
  };
  factors: {
    /**
     * Begin with an authenticator
     * `POST /me/factors/totp` · needs role user
     */
    beginTotp: TRPCMutationProcedure<{
      input: void;
      output: TotpSetup;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'conflict'>;
    }>;
    /**
     * Ask for codes of my authenticator from now on
     * `POST /me/factors/totp/confirmation` · needs role user
     */
    confirmTotp: TRPCMutationProcedure<{
      input: FactorsConfirmTotpInput;
      output: RecoveryCodes;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'invalid_code' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'not_found' | 'conflict' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Ask for codes of my authenticator no more
     * `DELETE /me/factors/totp` · needs role user
     */
    removeTotp: TRPCMutationProcedure<{
      input: FactorsRemoveTotpInput;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'not_found' | 'invalid_input'>;
    }>;
    /**
     * Get new recovery codes
     * `POST /me/factors/recovery-codes` · needs role user
     */
    renewRecoveryCodes: TRPCMutationProcedure<{
      input: void;
      output: RecoveryCodes;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'not_found'>;
    }>;
    /**
     * Ask what my account asks for beside the password
     * `GET /me/factors` · needs role user
     */
    status: TRPCQueryProcedure<{
      input: void;
      output: FactorStatus;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope'>;
    }>;
  };
  files: {
    /**
     * Download a file
     * `GET /files/{id}/content`
     */
    content: TRPCQueryProcedure<{
      input: FilesContentInput;
      output: string;
      meta: object;
      errorShape: RpcError<Always | 'not_found' | 'range_not_satisfiable' | 'invalid_input'>;
    }>;
    /**
     * Delete a file of mine
     * `DELETE /files/{id}` · needs role user
     */
    delete: TRPCMutationProcedure<{
      input: FilesDeleteInput;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'cross_site' | 'not_found' | 'invalid_input'>;
    }>;
    /**
     * Read what is known of a file
     * `GET /files/{id}`
     */
    get: TRPCQueryProcedure<{
      input: FilesGetInput;
      output: StoredFile;
      meta: object;
      errorShape: RpcError<Always | 'not_found' | 'invalid_input'>;
    }>;
    /**
     * List my files, newest first
     * `GET /files` · needs role user
     */
    mine: TRPCQueryProcedure<{
      input: FilesMineInput;
      output: FilesMineOutput;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'invalid_input'>;
    }>;
    /**
     * Download the thumbnail of a picture
     * `GET /files/{id}/thumbnail`
     */
    thumbnail: TRPCQueryProcedure<{
      input: FilesThumbnailInput;
      output: string;
      meta: object;
      errorShape: RpcError<Always | 'not_found' | 'range_not_satisfiable' | 'invalid_input'>;
    }>;
    /**
     * Upload a file
     * `POST /files` · needs role user
     */
    upload: TRPCMutationProcedure<{
      input: FilesUploadInput | FormData;
      output: StoredFile;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
  };
  posts: {
    /**
     * Read a post by the readable part of its address
     * `GET /slugs/{slug}`
     */
    bySlug: TRPCQueryProcedure<{
      input: PostsBySlugInput;
      output: Post;
      meta: object;
      errorShape: RpcError<Always | 'not_found' | 'invalid_input'>;
    }>;
    /**
     * Write a post
     * `POST /posts` · needs role user
     */
    create: TRPCMutationProcedure<{
      input: PostsCreateInput;
      output: Post;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'cross_site' | 'idempotency_in_progress' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input' | 'idempotency_key_reused'>;
    }>;
    /**
     * Delete a post of mine
     * `DELETE /posts/{id}` · needs role user
     */
    delete: TRPCMutationProcedure<{
      input: PostsDeleteInput;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'cross_site' | 'not_found' | 'invalid_input'>;
    }>;
    /**
     * Read a post
     * `GET /posts/{id}`
     */
    get: TRPCQueryProcedure<{
      input: PostsGetInput;
      output: Post;
      meta: object;
      errorShape: RpcError<Always | 'not_found' | 'invalid_input'>;
    }>;
    /**
     * List published posts, newest first
     * `GET /posts`
     */
    list: TRPCQueryProcedure<{
      input: PostsListInput;
      output: PostsListOutput;
      meta: object;
      errorShape: RpcError<Always | 'invalid_input'>;
    }>;
    /**
     * List my posts and drafts, last changed first
     * `GET /me/posts` · needs role user
     */
    mine: TRPCQueryProcedure<{
      input: PostsMineInput;
      output: PostsMineOutput;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'invalid_input'>;
    }>;
    /**
     * List the tags in use, most used first
     * `GET /tags`
     */
    tags: TRPCQueryProcedure<{
      input: void;
      output: PostsTagsOutput;
      meta: object;
      errorShape: RpcError<Always>;
    }>;
    /**
     * Edit a post of mine
     * `PUT /posts/{id}` · needs role user
     */
    update: TRPCMutationProcedure<{
      input: PostsUpdateInput;
      output: Post;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'cross_site' | 'not_found' | 'version_conflict' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
  };
  privacy: {
    /**
     * Keep my account after all
     * `POST /deletion/cancellation`
     */
    cancelDeletion: TRPCMutationProcedure<{
      input: PrivacyCancelDeletionInput;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'invalid_credentials' | 'second_factor_required' | 'invalid_code' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Download everything that is kept about me
     * `GET /me/export` · needs role user
     */
    export: TRPCQueryProcedure<{
      input: void;
      output: string;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'range_not_satisfiable'>;
    }>;
    /**
     * Delete my account
     * `POST /me/deletion` · needs role user
     */
    requestDeletion: TRPCMutationProcedure<{
      input: void;
      output: Leaving;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'insufficient_scope' | 'reauthentication_required' | 'cross_site' | 'last_admin'>;
    }>;
  };
  products: {
    /**
     * Add a product
     * `POST /products` · needs role admin
     */
    create: TRPCMutationProcedure<{
      input: ProductsCreateInput;
      output: Product;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'cross_site' | 'idempotency_in_progress' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input' | 'idempotency_key_reused'>;
    }>;
    /**
     * Take a product from sale
     * `DELETE /products/{id}` · needs role admin
     */
    delete: TRPCMutationProcedure<{
      input: ProductsDeleteInput;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'cross_site' | 'not_found' | 'invalid_input'>;
    }>;
    /**
     * Read a product
     * `GET /products/{id}`
     */
    get: TRPCQueryProcedure<{
      input: ProductsGetInput;
      output: Product;
      meta: object;
      errorShape: RpcError<Always | 'not_found' | 'invalid_input'>;
    }>;
    /**
     * List products, newest first
     * `GET /products`
     */
    list: TRPCQueryProcedure<{
      input: ProductsListInput;
      output: ProductsListOutput;
      meta: object;
      errorShape: RpcError<Always | 'invalid_input'>;
    }>;
    /**
     * Edit a product
     * `PUT /products/{id}` · needs role admin
     */
    update: TRPCMutationProcedure<{
      input: ProductsUpdateInput;
      output: Product;
      meta: object;
      errorShape: RpcError<Always | 'unauthenticated' | 'forbidden' | 'insufficient_scope' | 'cross_site' | 'not_found' | 'version_conflict' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
  };
  recovery: {
    /**
     * Mail a link to choose a new password
     * `POST /password/forgotten`
     */
    forgotPassword: TRPCMutationProcedure<{
      input: RecoveryForgotPasswordInput;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Mail a link to sign in without a password
     * `POST /magic-links`
     */
    requestMagicLink: TRPCMutationProcedure<{
      input: RecoveryRequestMagicLinkInput;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Choose a new password by the link that was mailed
     * `POST /password/reset`
     */
    resetPassword: TRPCMutationProcedure<{
      input: RecoveryResetPasswordInput;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'invalid_link' | 'second_factor_required' | 'invalid_code' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Sign in by the link that was mailed
     * `POST /magic-links/use`
     */
    useMagicLink: TRPCMutationProcedure<{
      input: RecoveryUseMagicLinkInput;
      output: User;
      meta: object;
      errorShape: RpcError<Always | 'invalid_link' | 'second_factor_required' | 'invalid_code' | 'account_disabled' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
  };
  tokens: {
    /**
     * Sign in for an app
     * `POST /tokens`
     */
    create: TRPCMutationProcedure<{
      input: TokensCreateInput;
      output: Tokens;
      meta: object;
      errorShape: RpcError<Always | 'invalid_credentials' | 'second_factor_required' | 'invalid_code' | 'account_disabled' | 'email_unverified' | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Exchange a refresh token for new tokens
     * `POST /tokens/refresh`
     */
    refresh: TRPCMutationProcedure<{
      input: TokensRefreshInput;
      output: Tokens;
      meta: object;
      errorShape: RpcError<Always | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
    /**
     * Sign an app out
     * `POST /tokens/revoke`
     */
    revoke: TRPCMutationProcedure<{
      input: TokensRevokeInput;
      output: void;
      meta: object;
      errorShape: RpcError<Always | 'cross_site' | 'payload_too_large' | 'unsupported_media_type' | 'invalid_input'>;
    }>;
  };
}>;
