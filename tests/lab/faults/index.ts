/** The vocabulary that scenarios are written in. */
export * from './calls.ts';
export type { Fault } from './fault.ts';
export * from './filters.ts';
export * from './flows.ts';
export * from './impostor.ts';
export * from './ipv6.ts';
export * from './line.ts';
export * from './mirrors.ts';
export * from './names.ts';
export * from './sites.ts';
export { allOf, controlsOf, host, range, relaysOf, type Target, target, webOf } from './targets.ts';
