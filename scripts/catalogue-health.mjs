import { enter } from './setup/enter.mjs';

/** `npm run catalogue:health -- --place NAME`: what each endpoint of the catalogue says to a machine here. See docs/catalogue-health.md. */
await enter(new URL('./catalogue/health/main.ts', import.meta.url), { required: [], optional: [] });
