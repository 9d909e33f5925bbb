import type { Picture } from '@portico/client';
import { classNames } from '../lib/class-names.ts';

interface AvatarProps {
  name: string;
  picture: Picture | null;
  size?: 'small' | 'medium' | 'large';
}

const sizes = {
  small: 'size-8 text-xs',
  medium: 'size-11 text-sm',
  large: 'size-24 text-xl',
};

/** A person's picture, or their initial. Decorative: the name stands beside it. */
export function Avatar({ name, picture, size = 'small' }: AvatarProps) {
  const shape = classNames('shrink-0 rounded-full', sizes[size]);
  if (picture)
    return <img src={picture.thumbnailUrl} alt="" className={classNames(shape, 'bg-sunken object-cover')} />;
  return (
    <span
      aria-hidden
      className={classNames(shape, 'grid place-items-center bg-accent-soft font-semibold text-accent')}
    >
      {Array.from(name)[0]?.toUpperCase()}
    </span>
  );
}
