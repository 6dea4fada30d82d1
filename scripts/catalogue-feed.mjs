import { enter } from './setup/enter.mjs';

/** `npm run --silent catalogue:feed -- keys|sign|verify|bump`: the signed feed of the catalogue. See docs/updates.md. */
await enter(new URL('./catalogue/feed/main.ts', import.meta.url), { required: [], optional: [] });
