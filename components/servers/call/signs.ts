import type { CallConclusion, CallEnd } from '../../../core/call/call.ts';
import type { SignName } from '../../signs.ts';

/** Pictures of what a test call found, from those of the verdicts. */

export const CONCLUSION_SIGNS: Record<CallConclusion, SignName> = {
  works: 'ok',
  poor: 'poor',
  'tcp-only': 'poor',
  cut: 'blocked',
  refused: 'sign-in',
  silent: 'unreachable',
  nothing: 'unknown',
};

export const END_SIGNS: Record<CallEnd, SignName> = {
  works: 'ok',
  poor: 'poor',
  refused: 'sign-in',
  silent: 'unreachable',
  'no-ice': 'blocked',
  'no-dtls': 'blocked',
  'no-media': 'blocked',
  cut: 'blocked',
  cancelled: 'unknown',
  interrupted: 'unknown',
  untestable: 'untestable',
};
