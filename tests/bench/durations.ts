import { serviceRecords } from '../../core/catalogue/files.ts';
import { line as badLine, dropUdp, relaysOf } from '../lab/faults/index.ts';
import type { Lab } from '../lab/lab.ts';
import { Session, withProfile } from './session.ts';
import { bound, heading, line, median, ms, times } from './table.ts';

const SELECTIONS = [
  ['the default services', null],
  ['all services', serviceRecords().map(({ id }) => id)],
] as const;
const REPEATS = 3;

/** Round trips without which nothing can be known: name, connection, TLS, answer. */
const FLOOR_ROUND_TRIPS = 4;

/** Full checks on an open line, near and far: the first of a browser that has just started, and one that finds things known. */
export async function durations(lab: Lab, browser: string) {
  heading(`Full check on an open line, ${browser}: first, again, floor of ${FLOOR_ROUND_TRIPS} round trips`);
  const measured: { roundTripMs: number; selection: string; firstMs: number; againMs: number }[] = [];
  for (const roundTripMs of [0, 40, 150]) {
    for (const [selection, services] of SELECTIONS) {
      await lab.apply([badLine({ delayMs: roundTripMs / 2 })]);
      const first: number[] = [];
      const again: number[] = [];
      for (let i = 0; i < REPEATS; i++) {
        await withProfile(lab, (profile) =>
          Session.use(lab, browser, profile, async (session) => {
            first.push((await session.measure({ do: 'full', services })).durationMs);
            again.push((await session.measure({ do: 'full', services })).durationMs);
          }),
        );
      }
      const row = { roundTripMs, selection, firstMs: median(first), againMs: median(again) };
      measured.push(row);
      const floor = FLOOR_ROUND_TRIPS * roundTripMs;
      const design = roundTripMs === 40 && services === null ? [`1 s: ${bound(row.firstMs, 1_000)}`] : [];
      line(
        `${roundTripMs} ms, ${selection}`,
        ms(row.firstMs),
        ms(row.againMs),
        ms(floor),
        times(row.firstMs, floor),
        ...design,
      );
    }
  }
  await lab.reset();
  return measured;
}

/** A relay that has answered before and is silent now, against the browser that waits for it by itself. */
export async function firstWord(lab: Lab, browser: string) {
  heading(`First word on a silent relay, 40 ms round trip, ${browser}: here, the browser's own time-out`);
  const far = badLine({ delayMs: 20 });
  await lab.apply([far]);
  const measured = await withProfile(lab, (profile) =>
    Session.use(lab, browser, profile, async (session) => {
      await session.measure({ do: 'full', services: ['whatsapp'] });
      await lab.apply([far, dropUdp(relaysOf('whatsapp'))]);
      const words: number[] = [];
      for (let i = 0; i < REPEATS; i++) words.push((await session.measure({ do: 'full' })).firstWordMs ?? Number.NaN);
      const own = await session.measure({ do: 'patience', url: 'stun:157.240.24.133:3478' });
      return { firstWordMs: median(words), ownMs: own.durationMs };
    }),
  );
  line(
    '',
    ms(measured.firstWordMs),
    ms(measured.ownMs),
    times(measured.ownMs, measured.firstWordMs),
    `2.5 s: ${bound(measured.firstWordMs, 2_500)}`,
  );
  await lab.reset();
  return measured;
}
