import { usePageHead } from '../../lib/page-head.ts';
import { useUser } from '../../lib/session.ts';
import { DeleteAccountSection } from './delete-account-section.tsx';
import { ExportSection } from './export-section.tsx';

/** What one may take along, and the way out. */
export function DataPage() {
  usePageHead({ title: 'Your data' });
  const user = useUser();
  if (!user) return null;
  return (
    <div className="space-y-6">
      <ExportSection user={user} />
      <DeleteAccountSection />
    </div>
  );
}
