/** The pages that lead into an account, which come in one part. */
export { ConfirmEmailPage } from '../../features/sign-in/confirm-email-page.tsx';
export { ForgotPasswordPage } from '../../features/sign-in/forgot-password-page.tsx';
export { KeepAccountPage } from '../../features/sign-in/keep-account-page.tsx';
export { LoginCodePage } from '../../features/sign-in/login-code-page.tsx';
export { LoginPage } from '../../features/sign-in/login-page.tsx';
export { MagicLinkPage } from '../../features/sign-in/magic-link-page.tsx';
export { RegisterPage } from '../../features/sign-in/register-page.tsx';
export { ResetPasswordPage } from '../../features/sign-in/reset-password-page.tsx';
export { VerifyEmailPage } from '../../features/sign-in/verify-email-page.tsx';
