/** `2026-11-21 14:05 UTC`: a report travels, so its times do not depend on the reader's zone. */
export const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** The same among words. After Arabic script its parts would be drawn in reverse order, unless it stands apart. */
export const utcAmong = ({ direction }: { readonly direction: string }, at: number): string =>
  direction === 'rtl' ? `\u2066${utc(at)}\u2069` : utc(at);
