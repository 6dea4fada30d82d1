import { enter } from './setup/enter.mjs';

/** `npm test`: everything that this machine can test, and what it cannot is named. */
await enter(new URL('./test/main.ts', import.meta.url), {
  required: [],
  optional: ['chromium', 'firefox', 'fonts', 'lab', 'kamailio', 'prometheus'],
});
