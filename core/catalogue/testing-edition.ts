import { inject } from 'vitest';
import { takeEdition } from './current.ts';

/** Before every file of unit tests: the data files' edition, as a page has read it. */
takeEdition(inject('edition'));
