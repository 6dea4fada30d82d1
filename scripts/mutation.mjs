import { enter } from './setup/enter.mjs';

/** `npm run mutation [-- folder…]`: whether core's tests notice when its statements are changed. See docs/mutation.md. */
await enter(new URL('../tests/mutation/run.ts', import.meta.url), { required: [], optional: [] });
