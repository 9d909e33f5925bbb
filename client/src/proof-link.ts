/** Lets the user prove once more who they are when a call asks for it, and sends the call again. */
import type { TRPCLink } from '@trpc/client';
import { observable, type Unsubscribable } from '@trpc/server/observable';
import type { AppRouter } from './generated/router.ts';
import { isProblem } from './problem.ts';

/** @param prove resolves with whether the user has proved it; without a proof the call fails as it did */
export function proofLink(prove: () => Promise<boolean>): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) => {
      if (op.type === 'subscription') return next(op);
      return observable((observer) => {
        let isWanted = true;
        let sent: Unsubscribable | undefined;
        const send = (mayAsk: boolean) => {
          sent = next(op).subscribe({
            ...observer,
            error(error) {
              if (!mayAsk || !isProblem(error, 'reauthentication_required')) return observer.error(error);
              const goOn = (proved: boolean) => {
                if (!isWanted) return;
                if (proved) send(false);
                else observer.error(error);
              };
              prove().then(goOn, () => goOn(false));
            },
          });
        };
        send(true);
        return () => {
          isWanted = false;
          sent?.unsubscribe();
        };
      });
    };
}
