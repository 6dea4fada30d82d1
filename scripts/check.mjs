import { askedBrowser, enter } from './setup/enter.mjs';

/** `npm run --silent check -- --json`: the verdict of the built extension on the network this runs in. See docs/check-output.md. */
await enter(new URL('./check/main.ts', import.meta.url), { required: [askedBrowser()], optional: [] });
