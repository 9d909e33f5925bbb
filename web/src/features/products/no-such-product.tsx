import { PackageX } from 'lucide-react';
import { usePageHead } from '../../lib/page-head.ts';
import { MessagePanel } from '../../ui/message-panel.tsx';

export function NoSuchProduct() {
  usePageHead({ title: 'Product not found' });
  return (
    <MessagePanel level={1} icon={PackageX} title="This product is not here">
      It may have been taken out of the catalogue.
    </MessagePanel>
  );
}
