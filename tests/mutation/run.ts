import { setPriority } from 'node:os';
import { Stryker } from '@stryker-mutator/core';
import { ROOT } from '../../scripts/build/output.ts';
import { command } from '../../scripts/test/command.ts';
import { EXCEPTIONS, OPTIONS } from './options.ts';

/** Arguments are folders or files of core; none means all of it. Ends with 1 when the score is below the threshold. */
const places = process.argv.slice(2);
const everyFile = (place: string) => (place.endsWith('.ts') ? place : `${place}/**/*.ts`);

process.chdir(ROOT);
// Some thousand runs: whatever else this machine does goes first.
setPriority(15);
// WXT writes what `tsconfig.json` extends; without it no source can be read.
const code = await command((text) => process.stdout.write(text), 'wxt', ['prepare']);
if (code !== 0) throw new Error('wxt prepare failed.');
await new Stryker({
  ...OPTIONS,
  mutate: [...(places.length > 0 ? places : ['core']).map(everyFile), ...EXCEPTIONS],
}).runMutationTest();
