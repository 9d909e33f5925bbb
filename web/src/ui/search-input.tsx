import { Search } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Button } from './button.tsx';

interface SearchInputProps extends Omit<ComponentProps<'input'>, 'defaultValue' | 'type' | 'name'> {
  /** The words of the address: they decide what is in the box, so that Back brings earlier ones back. */
  words: string;
  label: string;
}

/** Words to look for, as the field `q` of the form around it, and the button that looks for them. */
export function SearchInput({ words, label, ...rest }: SearchInputProps) {
  return (
    <div className="flex min-w-0 flex-1 basis-72 gap-2 sm:max-w-md">
      <input
        {...rest}
        key={words}
        type="search"
        name="q"
        defaultValue={words}
        aria-label={label}
        enterKeyHint="search"
        className="h-11 min-w-0 flex-1 rounded-lg border border-outline bg-surface px-3 text-base placeholder:text-muted"
      />
      <Button type="submit" aria-label="Search">
        <Search aria-hidden className="size-5" />
      </Button>
    </div>
  );
}

/** The words in the form around a {@link SearchInput}. */
export function wordsOf(form: HTMLFormElement): string {
  return String(new FormData(form).get('q') ?? '').trim();
}
