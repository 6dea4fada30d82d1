import { writeSync } from 'node:fs';

/** Set-up speaks on stderr, so that a command's own output on stdout stays clean; synchronously, so that nothing is lost at exit. */
export const say = (text) => void writeSync(2, `${text}\n`);

/** What a person can act on: printed without a stack. */
export class SetupError extends Error {}
