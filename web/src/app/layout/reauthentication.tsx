import { lazy, Suspense } from 'react';
import { patiently } from '../../lib/patiently.ts';
import { useProofAsked } from '../../lib/reauthentication.ts';

const ReauthenticationDialog = lazy(() => patiently(() => import('../../ui/reauthentication-dialog.tsx')));

/** The question that a sensitive change asks first, once it is asked. */
export function Reauthentication() {
  const isAsked = useProofAsked();
  return <Suspense>{isAsked && <ReauthenticationDialog />}</Suspense>;
}
