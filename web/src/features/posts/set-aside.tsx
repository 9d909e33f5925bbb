import { useState } from 'react';
import { forgetDraft, keepDraft, readDraft } from '../../lib/drafts.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { PostValues } from './post-values.ts';

interface SetAside {
  readonly values: PostValues | undefined;
  keep(values: PostValues): void;
  forget(): void;
}

/** Keeps the version of a text that gave way to somebody else's, until its author lets it go. */
export function useSetAside(draftKey: string): SetAside {
  const key = `${draftKey}.aside`;
  const [values, setValues] = useState(() => readDraft<PostValues>(key)?.values);
  return {
    values,
    keep(next) {
      keepDraft(key, next);
      setValues(next);
    },
    forget() {
      forgetDraft(key);
      setValues(undefined);
    },
  };
}

interface SetAsideNoticeProps {
  setAside: SetAside;
  onRestore: (values: PostValues) => void;
}

export function SetAsideNotice({ setAside, onRestore }: SetAsideNoticeProps) {
  const { values } = setAside;
  if (!values) return null;
  const restore = () => {
    onRestore(values);
    setAside.forget();
  };
  return (
    <Notice
      action={
        <div className="flex gap-2">
          <Button size="small" onClick={restore}>
            Bring mine back
          </Button>
          <Button size="small" variant="quiet" onClick={setAside.forget}>
            Drop mine
          </Button>
        </div>
      }
    >
      You went on with the other version. Your own text is still kept in this browser.
    </Notice>
  );
}
