import type { Line } from '../link/link.ts';
import type { Fault } from './fault.ts';

/** A line of this quality, for everybody. */
export const line = (quality: Line): Fault => ({
  says: `the line: ${Object.entries(quality)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}`,
  line: quality,
});

/** The cable is out: no interface, no address. */
export const unplugged = (): Fault => ({ says: 'the cable is unplugged', unplugged: true });
