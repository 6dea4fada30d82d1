import { enter } from './setup/enter.mjs';

const BROWSERS = ['chromium', 'firefox'];
const asked = BROWSERS.filter((name) => process.argv.some((arg) => arg === name || arg === `--browser=${name}`));

/** `npm run lab`: scenarios on networks that block, and a report. See tests/lab/README.md. */
await enter(new URL('../tests/lab/run.ts', import.meta.url), {
  required: asked.length > 0 ? asked : BROWSERS,
  optional: ['lab', 'kamailio'],
});
