import { Tabs } from '@base-ui/react/tabs';
import { useState } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { describe, Field, inputClass } from '../../ui/form/field.tsx';
import type { FieldState } from '../../ui/form/use-form.ts';
import { Markdown } from './markdown.tsx';

const help = 'Markdown: **bold**, _italic_, # heading, - list, [link](https://…)';
const tabClass =
  'min-h-8 rounded-md px-3 text-muted text-sm data-active:bg-surface data-active:font-medium data-active:text-ink data-active:shadow-raised';

/** The text of a post, written or looked at as it will be read. */
export function BodyField({ field }: { field: FieldState<string> }) {
  const [tab, setTab] = useState<'write' | 'preview'>('write');
  // An error must be seen where it is: at the text, not at its preview.
  const shown = field.error ? 'write' : tab;
  return (
    <Tabs.Root value={shown} onValueChange={setTab}>
      <Field id={field.id} label="Text" help={help} error={field.error} action={<WriteOrPreview />}>
        <Tabs.Panel value="write" keepMounted>
          <textarea
            dir="auto"
            {...describe(field.id, help, field.error)}
            id={field.id}
            name={field.name}
            value={field.value}
            onChange={(event) => field.onChange(event.target.value)}
            className={classNames(
              inputClass(field.error),
              'field-sizing-content min-h-80 resize-y font-mono text-sm leading-relaxed',
            )}
          />
        </Tabs.Panel>
        <Tabs.Panel value="preview" className="min-h-80 rounded-lg border border-line bg-surface p-5">
          {field.value.trim() ? (
            <Markdown source={field.value} />
          ) : (
            <p className="text-muted text-sm">There is nothing to preview yet.</p>
          )}
        </Tabs.Panel>
      </Field>
    </Tabs.Root>
  );
}

function WriteOrPreview() {
  return (
    <Tabs.List aria-label="Text" className="inline-flex gap-1 rounded-lg bg-sunken p-1">
      <Tabs.Tab value="write" className={tabClass}>
        Write
      </Tabs.Tab>
      <Tabs.Tab value="preview" className={tabClass}>
        Preview
      </Tabs.Tab>
    </Tabs.List>
  );
}
