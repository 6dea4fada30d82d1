import { enter } from './setup/enter.mjs';

/** `npm run bench`: what the product costs in time, bytes and memory. See tests/bench/main.ts. */
await enter(new URL('../tests/bench/main.ts', import.meta.url), {
  required: [],
  optional: ['chromium', 'firefox', 'lab'],
});
