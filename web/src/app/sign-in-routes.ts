import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { providersQuery } from '../features/sign-in/sign-in.queries.ts';
import { requireVisitor } from './guards.ts';
import { root } from './root-route.ts';
import { signInSearch } from './search-params.ts';

const getParentRoute = () => root;

const login = createRoute({
  getParentRoute,
  path: '/login',
  validateSearch: signInSearch,
  beforeLoad: requireVisitor,
  loader: ({ context }) => void context.queryClient.prefetchQuery(providersQuery),
  component: lazyRouteComponent(() => import('../features/sign-in/login-page.tsx'), 'LoginPage'),
});

const register = createRoute({
  getParentRoute,
  path: '/register',
  validateSearch: signInSearch,
  beforeLoad: requireVisitor,
  loader: ({ context }) => void context.queryClient.prefetchQuery(providersQuery),
  component: lazyRouteComponent(() => import('../features/sign-in/register-page.tsx'), 'RegisterPage'),
});

// Where mails and other services lead, signed in or not.

const loginCode = createRoute({
  getParentRoute,
  path: '/login/code',
  component: lazyRouteComponent(() => import('../features/sign-in/login-code-page.tsx'), 'LoginCodePage'),
});

const forgotPassword = createRoute({
  getParentRoute,
  path: '/forgot-password',
  component: lazyRouteComponent(
    () => import('../features/sign-in/forgot-password-page.tsx'),
    'ForgotPasswordPage',
  ),
});

const resetPassword = createRoute({
  getParentRoute,
  path: '/reset-password',
  component: lazyRouteComponent(
    () => import('../features/sign-in/reset-password-page.tsx'),
    'ResetPasswordPage',
  ),
});

const magicLink = createRoute({
  getParentRoute,
  path: '/magic-link',
  component: lazyRouteComponent(() => import('../features/sign-in/magic-link-page.tsx'), 'MagicLinkPage'),
});

const verifyEmail = createRoute({
  getParentRoute,
  path: '/verify-email',
  component: lazyRouteComponent(() => import('../features/sign-in/verify-email-page.tsx'), 'VerifyEmailPage'),
});

const confirmEmail = createRoute({
  getParentRoute,
  path: '/confirm-email',
  component: lazyRouteComponent(
    () => import('../features/sign-in/confirm-email-page.tsx'),
    'ConfirmEmailPage',
  ),
});

const keepAccount = createRoute({
  getParentRoute,
  path: '/keep-account',
  component: lazyRouteComponent(() => import('../features/sign-in/keep-account-page.tsx'), 'KeepAccountPage'),
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
