import { Monitor, Moon, Sun } from 'lucide-react';
import { classNames } from '../../lib/class-names.ts';
import { type ThemeChoice, useTheme } from '../../lib/theme.ts';

const choices = [
  { choice: 'system', label: 'As the system', Icon: Monitor },
  { choice: 'light', label: 'Light', Icon: Sun },
  { choice: 'dark', label: 'Dark', Icon: Moon },
] as const satisfies readonly { choice: ThemeChoice; label: string; Icon: typeof Sun }[];

/** Light, dark, or whatever the system says. */
export function ThemeSwitch() {
  const [chosen, choose] = useTheme();
  return (
    <fieldset className="flex gap-1 rounded-lg border border-line bg-surface p-1">
      <legend className="sr-only">Theme</legend>
      {choices.map(({ choice, label, Icon }) => (
        <label
          key={choice}
          title={label}
          className={classNames(
            'grid size-9 cursor-pointer place-items-center rounded-md has-focus-visible:outline-2 has-focus-visible:outline-accent',
            chosen === choice ? 'bg-accent-soft text-accent' : 'hover:text-ink',
          )}
        >
          <input
            type="radio"
            name="theme"
            checked={chosen === choice}
            onChange={() => choose(choice)}
            className="sr-only"
          />
          <Icon aria-hidden className="size-4" />
          <span className="sr-only">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
