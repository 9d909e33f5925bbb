/** Portico's mark: an arch within an arch. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M8 24V15.5a8 8 0 0 1 16 0V24M13 24v-8a3 3 0 0 1 6 0v8"
        className="fill-none stroke-on-accent"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </svg>
  );
}
