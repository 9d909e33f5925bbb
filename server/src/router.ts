/** The API: one line a feature. */
import { router } from './engine/procedure/procedure.ts';
import { accounts } from './features/accounts/accounts.router.ts';
import { admin } from './features/admin/admin.router.ts';
import { audit } from './features/audit/audit.router.ts';
import { comments } from './features/comments/comments.router.ts';
import { connections } from './features/connections/connections.router.ts';
import { factors } from './features/factors/factors.router.ts';
import { files } from './features/files/files.router.ts';
import { posts } from './features/posts/posts.router.ts';
import { privacy } from './features/privacy/privacy.router.ts';
import { products } from './features/products/products.router.ts';
import { recovery } from './features/recovery/recovery.router.ts';
import { tokens } from './features/tokens/tokens.router.ts';

export const appRouter = router({
  accounts,
  recovery,
  posts,
  comments,
  products,
  files,
  audit,
  factors,
  tokens,
  connections,
  admin,
  privacy,
});

/** The type of {@link appRouter}; the web reads the generated declaration instead, which costs nothing. */
export type AppRouter = typeof appRouter;
