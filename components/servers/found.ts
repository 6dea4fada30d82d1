import type { Observation } from '../../core/evidence/observation.ts';
import type { OwnAddress } from '../../core/own/server.ts';
import type { SignName, Tone } from '../signs.ts';
import { format, t } from '../text.ts';

/** What one address did in the quick test, as a sign and words. */
export interface Found {
  readonly sign: SignName;
  /** Where it is not the sign's own: one failure accuses nobody. */
  readonly tone?: Tone;
  readonly text: string;
}

/** @param isLoggingIn the address was asked with the person's credentials */
export function foundOf({ kind }: OwnAddress, observation: Observation, isLoggingIn: boolean): Found {
  const { outcome, mechanism, code = '', durationMs, roundTripMs } = observation;
  const took = format.milliseconds(roundTripMs ?? durationMs);
  switch (outcome) {
    case 'answered':
      if (kind === 'sip') return sip(code, took);
      return kind === 'turn' && isLoggingIn
        ? relay(code, took)
        : { sign: 'ok', text: t('servers.found.answered', took) };
    case 'silent':
      return { sign: 'unknown', text: t('servers.found.silent') };
    case 'inconclusive':
      return { sign: 'untestable', text: t('servers.found.not_asked') };
    case 'failed':
      return { sign: 'some', tone: 'caution', text: t(failure(code, mechanism)) };
  }
}

/** By the status of the response: any final one shows that the server is there. */
function sip(code: string, took: string): Found {
  const status = /^[1-6]\d\d$/.test(code) ? Number(code) : null;
  if (status === null) return { sign: 'ok', text: t('servers.found.answered', took) };
  if (status === 401 || status === 407) return { sign: 'ok', text: t('servers.found.sip_login', took, code) };
  if (status >= 500) return { sign: 'poor', text: t('servers.found.sip_busy', took, code) };
  return { sign: 'ok', text: t('servers.found.sip', took, code) };
}

/** RFC 8656, section 19: 401 and 441 are about credentials, 486 and 508 about quota and capacity. */
function relay(code: string, took: string): Found {
  if (code === 'relay') return { sign: 'ok', text: t('servers.found.let_in', took) };
  if (code === '401' || code === '441') return { sign: 'sign-in', text: t('servers.found.wrong_password') };
  if (code === '486' || code === '508') return { sign: 'poor', text: t('servers.found.quota') };
  return { sign: 'sign-in', text: t('servers.found.refused') };
}

function failure(code: string, mechanism: Observation['mechanism']) {
  if (code === 'no-sub-protocol' || code === 'not-sip') return 'servers.found.not_sip';
  if (mechanism === 'tls.certificate') return 'servers.found.certificate';
  if (mechanism?.startsWith('tcp.')) return 'servers.found.no_connection';
  return 'servers.found.failed';
}
