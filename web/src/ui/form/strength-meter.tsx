import { classNames } from '../../lib/class-names.ts';
import { passwordStrength } from '../../lib/password-strength.ts';

const colours = ['bg-line', 'bg-danger', 'bg-warning', 'bg-success', 'bg-success'];

/** Four bars and a sentence on how strong a password is. */
export function StrengthMeter({ password }: { password: string }) {
  const { score, advice } = passwordStrength(password);
  return (
    <div className="space-y-1.5">
      <div aria-hidden className="flex gap-1">
        {[1, 2, 3, 4].map((bar) => (
          <span
            key={bar}
            className={classNames('h-1 flex-1 rounded-full', bar <= score ? colours[score] : 'bg-line')}
          />
        ))}
      </div>
      <p>At least 8 characters. {advice}</p>
    </div>
  );
}
