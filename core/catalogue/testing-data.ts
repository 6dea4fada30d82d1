import type { TestProject } from 'vitest/node';
import type { Edition } from './packed.ts';
import { editionOf } from './packed-file.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly edition: Edition;
  }
}

/** Once for all unit tests: the data files are many, and checking them takes longer than most tests. */
export default ({ provide }: TestProject): void => provide('edition', editionOf());
