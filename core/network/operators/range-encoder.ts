import { LEAST, newChances, share, WHOLE } from './chances.ts';
import type { Coder } from './tree.ts';

/** The other side of the range decoder: used when the extension is built. */
export function rangeEncoder(): Coder & { finish(): Uint8Array } {
  const chances = newChances();
  const bytes: number[] = [];
  let low = 0;
  let range = WHOLE - 1;
  let held = 0;
  /** Bytes of 255 after the held one: a carry may still turn them over. */
  let full = 0;
  const shift = () => {
    if (low < 0xff * LEAST || low >= WHOLE) {
      const carry = low >= WHOLE ? 1 : 0;
      bytes.push((held + carry) & 0xff);
      for (; full > 0; full--) bytes.push((0xff + carry) & 0xff);
      held = (low / LEAST) & 0xff;
    } else full++;
    low = (low % LEAST) << 8;
  };
  return {
    bit(situation, bit) {
      const bound = share(range, chances.ofZero(situation));
      if (bit === 0) range = bound;
      else {
        low += bound;
        range -= bound;
      }
      chances.learn(situation, bit);
      while (range < LEAST) {
        range <<= 8;
        shift();
      }
      return bit;
    },
    finish() {
      for (let i = 0; i < 4; i++) shift();
      return Uint8Array.from(bytes);
    },
  };
}
