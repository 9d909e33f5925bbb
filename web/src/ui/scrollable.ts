/** The attributes of a part that scrolls on its own: a keyboard can only scroll what it can reach. */
export const scrollable = { tabIndex: 0 } as const;
