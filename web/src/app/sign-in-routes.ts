import { createRoute } from '@tanstack/react-router';
import { providersQuery } from '../lib/providers.ts';
import { requireVisitor } from './guards.ts';
import { lazyPage } from './lazy-page.ts';
import { root } from './root-route.ts';
import { signInSearch } from './search-params.ts';

const getParentRoute = () => root;

/** One part for all of them: whoever needs one often needs the next. */
const pages = () => import('./pages/sign-in-pages.ts');

const login = createRoute({
  getParentRoute,
  path: '/login',
  validateSearch: signInSearch,
  beforeLoad: requireVisitor,
  loader: ({ context }) => void context.queryClient.prefetchQuery(providersQuery()),
  component: lazyPage(pages, 'LoginPage'),
});

const register = createRoute({
  getParentRoute,
  path: '/register',
  validateSearch: signInSearch,
  beforeLoad: requireVisitor,
  loader: ({ context }) => void context.queryClient.prefetchQuery(providersQuery()),
  component: lazyPage(pages, 'RegisterPage'),
});

// Where mails and other services lead, signed in or not.

const loginCode = createRoute({
  getParentRoute,
  path: '/login/code',
  component: lazyPage(pages, 'LoginCodePage'),
});

const forgotPassword = createRoute({
  getParentRoute,
  path: '/forgot-password',
  component: lazyPage(pages, 'ForgotPasswordPage'),
});

const resetPassword = createRoute({
  getParentRoute,
  path: '/reset-password',
  component: lazyPage(pages, 'ResetPasswordPage'),
});

const magicLink = createRoute({
  getParentRoute,
  path: '/magic-link',
  component: lazyPage(pages, 'MagicLinkPage'),
});

const verifyEmail = createRoute({
  getParentRoute,
  path: '/verify-email',
  component: lazyPage(pages, 'VerifyEmailPage'),
});

const confirmEmail = createRoute({
  getParentRoute,
  path: '/confirm-email',
  component: lazyPage(pages, 'ConfirmEmailPage'),
});

const keepAccount = createRoute({
  getParentRoute,
  path: '/keep-account',
  component: lazyPage(pages, 'KeepAccountPage'),
});

/** The pages that lead into an account. */
export const signInRoutes = [
  login,
  register,
  loginCode,
  forgotPassword,
  resetPassword,
  magicLink,
  verifyEmail,
  confirmEmail,
  keepAccount,
];
