import { enter } from './setup/enter.mjs';

/** `npm run texts`: what is missing, unused, untranslated or long in `locales/`; `-- --glossary` writes docs/glossary.md. */
await enter(new URL('./texts/main.ts', import.meta.url), { required: [], optional: [] });
