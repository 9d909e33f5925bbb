import { Tabs } from '@base-ui/react/tabs';
import { useState } from 'react';
import { TextArea } from '../../ui/form/text-area.tsx';
import type { FieldState } from '../../ui/form/use-form.ts';
import { Markdown } from './markdown.tsx';

const tabClass =
  'min-h-9 rounded-md px-3 text-muted text-sm data-active:bg-surface data-active:font-medium data-active:text-ink data-active:shadow-raised';

/** The text of a post, written or looked at as it will be read. */
export function BodyField({ field }: { field: FieldState<string> }) {
  const [tab, setTab] = useState<'write' | 'preview'>('write');
  // An error must be seen where it is: at the text, not at its preview.
  const shown = field.error ? 'write' : tab;
  return (
    <Tabs.Root value={shown} onValueChange={setTab} className="relative">
      <Tabs.List
        aria-label="Text"
        className="absolute -top-3 right-0 inline-flex gap-1 rounded-lg bg-sunken p-1"
      >
        <Tabs.Tab value="write" className={tabClass}>
          Write
        </Tabs.Tab>
        <Tabs.Tab value="preview" className={tabClass}>
          Preview
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="write" keepMounted>
        <TextArea
          field={field}
          label="Text"
          help="Markdown: **bold**, _italic_, # heading, - list, [link](https://…)"
          className="min-h-80 font-mono text-sm leading-relaxed"
        />
      </Tabs.Panel>
      <Tabs.Panel value="preview" className="mt-9 min-h-80 rounded-lg border border-line bg-surface p-5">
        {field.value.trim() ? (
          <Markdown source={field.value} />
        ) : (
          <p className="text-muted text-sm">There is nothing to preview yet.</p>
        )}
      </Tabs.Panel>
    </Tabs.Root>
  );
}
