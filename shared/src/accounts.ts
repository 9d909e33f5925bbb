import { z } from 'zod';
import { FactorCode, RevokeOthers } from './factors.ts';
import { Picture } from './files.ts';
import { line, text } from './text.ts';
import { Version } from './version.ts';

export const Role = z.enum(['user', 'admin']).meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

export const Username = z
  .string()
  .trim()
  .min(3)
  .max(30)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'Letters, digits, - and _ only, starting with a letter or digit')
  .describe('3 to 30 letters, digits, - or _; unique whatever the case')
  .meta({ examples: ['ada'] });

export const Email = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email())
  .describe('E-mail address')
  .meta({ examples: ['ada@example.com'] });

/** Counts characters as people and JSON Schema do: one that takes two places in a JavaScript string is one. */
export const Password = z
  .string()
  .check(({ value, issues }) => {
    const { length } = Array.from(value);
    const about = { origin: 'string', inclusive: true, input: value } as const;
    if (length < 8) issues.push({ code: 'too_small', minimum: 8, ...about });
    if (length > 128) issues.push({ code: 'too_big', maximum: 128, ...about });
  })
  .meta({ minLength: 8, maxLength: 128 })
  .describe('8 to 128 characters, any characters')
  .meta({ examples: ['correct horse battery'] });

/** A password that is only compared: as long as the longest one can be. */
const GivenPassword = z.string().min(1).max(256);

/** What everyone may see of a user. */
export const Profile = z
  .object({
    id: z.uuid(),
    username: z.string(),
    name: z.string().describe('Display name; the username where none was chosen'),
    bio: z.string(),
    avatar: Picture.nullable(),
    createdAt: z.date(),
  })
  .meta({ id: 'Profile', description: 'What everyone may see of a user' });
export type Profile = z.infer<typeof Profile>;

/** A user as they see themselves. */
export const User = Profile.extend({
  email: z.string(),
  emailVerified: z.boolean().describe('Whether the user has opened the link that was mailed to the address'),
  role: Role,
  version: Version.describe('Counts changes; send it back when editing'),
}).meta({ id: 'User', description: 'A user as they see themselves' });
export type User = z.infer<typeof User>;

export const Register = z.object({ username: Username, email: Email, password: Password });
export type Register = z.infer<typeof Register>;

export const Login = z
  .object({
    username: line().min(1).max(254).optional().describe('Username or e-mail address'),
    email: line().min(1).max(254).optional().describe('E-mail address, instead of `username`'),
    password: GivenPassword,
    code: FactorCode.optional().describe('Where the account asks for a code beside the password'),
  })
  .refine((login) => login.username ?? login.email, {
    path: ['username'],
    message: 'Give a username or an e-mail address',
  })
  .meta({ examples: [{ username: 'ada', password: 'correct horse battery' }] });
export type Login = z.infer<typeof Login>;

export const Reauthenticate = z.object({
  password: GivenPassword.optional().describe('Where the account has one'),
  code: FactorCode.optional().describe('Where the account asks for one'),
});
export type Reauthenticate = z.infer<typeof Reauthenticate>;

export const ChangePassword = z.object({ password: Password, revokeOthers: RevokeOthers });
export type ChangePassword = z.infer<typeof ChangePassword>;

/** A device that is signed in. */
export const Device = z
  .object({
    id: z.string(),
    kind: z.enum(['browser', 'app']),
    name: z.string().describe('What a person calls it, such as `Firefox on Windows`'),
    address: z.string().describe('From where it signed in'),
    createdAt: z.date().describe('When it signed in'),
    lastUsedAt: z.date().describe('When it was last used, to a few minutes'),
    current: z.boolean().describe('Whether it is the one that asks'),
  })
  .meta({ id: 'Device', description: 'A device that is signed in' });
export type Device = z.infer<typeof Device>;

export const Devices = z.object({ items: z.array(Device) });

/** Names a device. */
export const DeviceRef = z.object({ id: line().min(1).max(100) });

/** Names a user. */
export const UserRef = z.object({ id: line().min(1).max(254).describe('Id or username') });

export const Session = z.object({ user: User.nullable().describe('Null when nobody is signed in') });

export const UpdateUser = z.object({
  id: z.uuid(),
  name: line().max(60).optional().describe('Display name'),
  bio: text().trim().max(500).optional(),
  username: Username.optional(),
  avatarId: z.uuid().nullable().optional().describe('An uploaded picture of yours; null removes it'),
  version: Version.optional().describe('The version you edited; a newer one on the server answers 412'),
});
export type UpdateUser = z.infer<typeof UpdateUser>;

/** What stands behind `#token=` in a link that was mailed. */
export const LinkToken = z.string().min(1).max(1_000).describe('The token of the link that was mailed');

export const UseLink = z.object({ token: LinkToken });

export const ChangeEmail = z.object({ email: Email });
export type ChangeEmail = z.infer<typeof ChangeEmail>;
