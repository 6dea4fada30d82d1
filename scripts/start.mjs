import { askedBrowser, enter } from './setup/enter.mjs';

/** `npm start`: the extension in a browser window, or without a display its verdict and a picture of its popup. */
const lab = process.argv.some((arg) => /^--lab(=|$)/.test(arg)) ? ['lab'] : [];
await enter(new URL('./start/main.ts', import.meta.url), { required: [askedBrowser(), ...lab], optional: ['fonts'] });
