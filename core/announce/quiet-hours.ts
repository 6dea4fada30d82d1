/** From and until, as minutes of the day; until may lie after midnight. */
export type QuietHours = readonly [from: number, until: number];

/** Whether a moment lies in the quiet hours by this device's clock, as people read it: where summer time shifts the clock, they shift too. */
export function isQuiet(hours: QuietHours | null, at: Date): boolean {
  const [from, until] = hours ?? [0, 0];
  const minute = at.getHours() * 60 + at.getMinutes();
  const isPastFrom = minute >= from;
  return from <= until ? isPastFrom && minute < until : isPastFrom || minute < until;
}
