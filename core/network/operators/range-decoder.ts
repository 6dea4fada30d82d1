import { LEAST, newChances, share, WHOLE } from './chances.ts';
import type { Coder } from './tree.ts';

/** Range decoder (Martin 1979, as LZMA uses it). Throws where the bytes end too early. */
export function rangeDecoder(bytes: Uint8Array): Coder {
  const chances = newChances();
  let next = 0;
  let range = WHOLE - 1;
  let code = 0;
  const shift = () => {
    const byte = bytes[next++];
    if (byte === undefined) throw new RangeError('The table of networks ends too early');
    code = (code << 8) | byte;
  };
  for (let i = 0; i < 4; i++) shift();
  return {
    bit(situation) {
      const bound = share(range, chances.ofZero(situation));
      const bit = code < bound ? 0 : 1;
      if (bit === 0) range = bound;
      else {
        code -= bound;
        range -= bound;
      }
      chances.learn(situation, bit);
      while (range < LEAST) {
        range <<= 8;
        shift();
      }
      return bit;
    },
  };
}
