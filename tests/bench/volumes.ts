import { nextCheckMinutes } from '../../core/announce/interval.ts';
import { serviceRecords } from '../../core/catalogue/files.ts';
import { DEFAULT_SETTINGS } from '../../platform/defaults.ts';
import type { Lab } from '../lab/lab.ts';
import { Session, withProfile } from './session.ts';
import { bound, heading, kB, line } from './table.ts';

/** Background rounds take turns over this many thirds of the web hosts. */
const TURNS = 3;

/**
 * Bytes of a round on the wire, counted in the router. Each round is made by a browser that has just started, as after half an hour:
 * no connection is open any more. Sessions of TLS, which a browser that stays would resume, are not counted in.
 */
export async function volumes(lab: Lab, browser: string) {
  heading(`Bytes of a round, both ways, ${browser}: on demand, then three background rounds`);
  const measured: { selection: string; full: number; light: number[] }[] = [];
  const all = serviceRecords().map(({ id }) => id);
  for (const [selection, services] of [
    ['the default services', null],
    ['all services', all],
  ] as const) {
    const row = await withProfile(lab, async (profile) => {
      const one = (what: 'full' | 'light') =>
        Session.use(lab, browser, profile, (session) => session.measure({ do: what, services }));
      const full = (await one('full')).bytes;
      const light: number[] = [];
      for (let i = 0; i < TURNS; i++) light.push((await one('light')).bytes);
      return { selection, full, light };
    });
    measured.push(row);
    const design = services === null ? [`60 kB: ${bound(Math.max(...row.light), 60_000)}`] : [];
    line(selection, kB(row.full), ...row.light.map(kB), ...design);
  }
  const [usual] = measured;
  const mean = usual ? usual.light.reduce((sum, bytes) => sum + bytes, 0) / usual.light.length : Number.NaN;
  return { measured, day: day(mean) };
}

/** A day in which nothing changes, at the default interval, by the product's own schedule. */
function day(bytesOfRound: number) {
  heading('A day in which nothing changes, at the default interval: wake-ups, bytes');
  const rounds = (quiet: number) => {
    let minutes = 0;
    let count = 0;
    while (minutes < 24 * 60) {
      minutes += nextCheckMinutes(DEFAULT_SETTINGS.intervalMinutes, quiet + count, 0.5);
      count++;
    }
    return count;
  };
  const days = [
    { label: 'the first day on a network', wakeUps: rounds(0) },
    { label: 'a later day', wakeUps: rounds(1_000) },
  ].map((one) => ({ ...one, bytes: one.wakeUps * bytesOfRound }));
  for (const { label, wakeUps, bytes } of days) {
    line(label, `${wakeUps}`, kB(bytes), `60: ${bound(wakeUps, 60)}`, `3 MB: ${bound(bytes, 3_000_000)}`);
  }
  return days;
}
