import { LoaderCircle } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from '../lib/class-names.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonStyle {
  variant?: ButtonVariant;
  size?: 'small' | 'medium';
}

interface ButtonProps extends ComponentProps<'button'>, ButtonStyle {
  /** The action runs: the button shows it, keeps its width and takes no second press. */
  pending?: boolean;
}

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border border-outline bg-surface text-ink hover:bg-sunken',
  quiet: 'text-muted hover:bg-sunken hover:text-ink',
  danger: 'bg-danger text-on-danger hover:opacity-90',
};

const sizes = {
  small: 'min-h-9 px-3 text-sm',
  medium: 'min-h-11 px-4 text-sm',
};

/** The look of a button, for what is a link by nature. */
export function buttonClass({ variant = 'secondary', size = 'medium' }: ButtonStyle = {}): string {
  return classNames(
    'inline-flex items-center justify-center gap-2 rounded-lg font-medium whitespace-nowrap',
    'transition-colors duration-150 disabled:opacity-60 aria-disabled:opacity-60',
    variants[variant],
    sizes[size],
  );
}

export function Button({
  variant,
  size,
  pending = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const style = buttonClass({ ...(variant && { variant }), ...(size && { size }) });
  return (
    <button
      type="button"
      {...rest}
      // Not `disabled`: a pending button keeps the focus, so that nobody loses their place.
      aria-disabled={pending || rest['aria-disabled']}
      aria-busy={pending}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      className={classNames(style, 'relative', className)}
    >
      <span className={classNames('inline-flex items-center gap-2', pending && 'opacity-0')}>{children}</span>
      {pending && (
        <span className="absolute inset-0 grid place-items-center">
          <LoaderCircle aria-hidden className="size-5 animate-spin" />
        </span>
      )}
    </button>
  );
}
