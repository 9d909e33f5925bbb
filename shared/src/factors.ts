import { z } from 'zod';
import { line } from './text.ts';

/** A code of the second factor, as a person types it. */
export const FactorCode = line()
  .min(6)
  .max(32)
  .describe('Six digits of the authenticator, or a recovery code')
  .meta({ examples: ['123456'] });

export const FactorStatus = z
  .object({
    totpConfirmedAt: z
      .date()
      .nullable()
      .describe('Since when an authenticator is asked for; null when none is'),
    recoveryCodesLeft: z.int().describe('Recovery codes that were not used yet'),
  })
  .meta({ id: 'FactorStatus', description: 'What an account asks for beside the password' });
export type FactorStatus = z.infer<typeof FactorStatus>;

/** What an authenticator has to be told; shown once. */
export const TotpSetup = z
  .object({
    secret: z.string().describe('Base32, to be typed where no code can be scanned'),
    otpauthUrl: z.string().describe('The address that an authenticator opens'),
    qrSvg: z.string().describe('The same address as a QR code, an SVG image'),
  })
  .meta({ id: 'TotpSetup', description: 'What an authenticator has to be told' });
export type TotpSetup = z.infer<typeof TotpSetup>;

export const RecoveryCodes = z
  .object({ recoveryCodes: z.array(z.string()).describe('Ten codes, each good for one sign-in; shown once') })
  .meta({ id: 'RecoveryCodes', description: 'Codes for the day the authenticator is lost' });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** Whether a change of how one gets in ends what was opened before. */
export const RevokeOthers = z.boolean().default(true).describe('Whether every other device is signed out');

export const ConfirmTotp = z.object({
  code: FactorCode.describe('A first code of the authenticator'),
  revokeOthers: RevokeOthers,
});
export type ConfirmTotp = z.infer<typeof ConfirmTotp>;

export const RemoveTotp = z.object({ revokeOthers: RevokeOthers });
export type RemoveTotp = z.infer<typeof RemoveTotp>;
