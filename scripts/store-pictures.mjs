import { enter } from './setup/enter.mjs';

/** `npm run store-pictures`: what the stores show, from the real extension on the lab's networks, into store/pictures/. */
await enter(new URL('./store/pictures/main.ts', import.meta.url), {
  required: ['chromium', 'lab'],
  optional: ['fonts'],
});
