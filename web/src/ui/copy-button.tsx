import { Copy } from 'lucide-react';
import { copyText } from '../lib/copy-text.ts';
import { Button } from './button.tsx';
import { toast } from './toast.tsx';

interface CopyButtonProps {
  /** What is put on the clipboard. */
  text: string;
  /** What the toast says afterwards. */
  done: string;
  children: string;
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, done, children }: CopyButtonProps) {
  const copy = async () => {
    if (await copyText(text)) toast(done);
    else toast('The browser did not allow copying. Select the text and copy it by hand.', 'danger');
  };
  return (
    <Button size="small" onClick={() => void copy()}>
      <Copy aria-hidden className="size-4" />
      {children}
    </Button>
  );
}
