import { enter } from './setup/enter.mjs';

/** `npm run package`: what the stores get, into .output/. See docs/release.md. */
await enter(new URL('./package/main.ts', import.meta.url), { required: [], optional: [] });
