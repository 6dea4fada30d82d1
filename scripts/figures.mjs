import { enter } from './setup/enter.mjs';

/** `npm run figures`: the decision statistics by simulation, as numbers and pictures for docs/method.md. */
await enter(new URL('../tests/simulation/figures.ts', import.meta.url), { required: [], optional: [] });
