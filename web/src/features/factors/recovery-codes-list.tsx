import { Download } from 'lucide-react';
import { saveFile } from '../../lib/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useArrivalFocus } from '../../ui/use-arrival-focus.ts';

interface RecoveryCodesListProps {
  codes: readonly string[];
  onDone: () => void;
}

/** The recovery codes, shown this once: to be copied, downloaded or written down. */
export function RecoveryCodesList({ codes, onDone }: RecoveryCodesListProps) {
  const heading = useArrivalFocus<HTMLHeadingElement>();
  const text = `${codes.join('\n')}\n`;
  const download = () =>
    saveFile(
      new Blob([`Recovery codes for Portico. Each works once.\n\n${text}`], { type: 'text/plain' }),
      'portico-recovery-codes.txt',
    );
  return (
    <div className="space-y-4">
      <h3 ref={heading} tabIndex={-1} className="font-semibold outline-none">
        Keep these recovery codes
      </h3>
      <p className="max-w-prose text-sm">
        They are shown only now. Each of them signs you in once, on the day your phone is lost: keep them
        where you keep your passwords, not on that phone.
      </p>
      <ul
        aria-label="Recovery codes"
        className="grid gap-x-6 gap-y-2 rounded-lg bg-sunken p-4 font-mono text-sm sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code} className="wrap-anywhere">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <CopyButton text={text} done="The codes are copied.">
          Copy
        </CopyButton>
        <Button size="small" onClick={download}>
          <Download aria-hidden className="size-4" />
          Download
        </Button>
        <Button size="small" variant="primary" onClick={onDone}>
          I have kept them
        </Button>
      </div>
    </div>
  );
}
