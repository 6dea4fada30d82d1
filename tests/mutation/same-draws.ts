import fc from 'fast-check';

/** Properties draw the same cases in every run: whether a changed statement is noticed must not be a matter of luck. */
fc.configureGlobal({ seed: 8489 });
