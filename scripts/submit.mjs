import { enter } from './setup/enter.mjs';

/** `node scripts/submit.mjs [--for-review]`: hands the packages to the stores whose secrets are set. See docs/release.md. */
await enter(new URL('./submit/main.ts', import.meta.url), { required: [], optional: [] });
