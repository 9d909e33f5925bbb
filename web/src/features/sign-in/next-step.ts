import { classNames } from '../../lib/class-names.ts';
import { buttonClass } from '../../ui/button.tsx';

/** The look of a link that is the one thing to do next in the card. */
export const nextStepClass = classNames(buttonClass({ variant: 'primary' }), 'w-full');
