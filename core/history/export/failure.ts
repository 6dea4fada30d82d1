import type { Mechanism } from '../../vocabulary.ts';
import type { StoredObservation } from '../records.ts';

/**
 * The failure in OONI's words (data-formats/df-007-errors.md), no deeper than the evidence: null for an answer, `unknown_failure` with our
 * own word where OONI has none that is as careful.
 */
export function failureOf({ outcome, mechanism = 'unknown', code = '', redirected }: StoredObservation): string | null {
  if (outcome === 'answered') return null;
  // What a wrong address answered is no news of the service.
  const told = mechanism === 'dns.poisoned' ? undefined : CODES.find(([pattern]) => pattern.test(code))?.[1];
  if (told) return told;
  if (mechanism === 'http.blockpage')
    return redirected ? 'http_unexpected_redirect_url' : 'http_unexpected_status_code';
  return (
    MECHANISMS[mechanism] ?? (outcome === 'silent' ? 'generic_timeout_error' : `unknown_failure: ${code || mechanism}`)
  );
}

/** The browsers' own codes that name what the operating system, or the certificate check, said. */
const CODES: readonly (readonly [RegExp, string])[] = [
  [/CONNECTION_REFUSED$/, 'connection_refused'],
  [/(CONNECTION|NET)_RESET$/, 'connection_reset'],
  [/CONNECTION_ABORTED$/, 'connection_aborted'],
  [/CONNECTION_CLOSED$/, 'eof_error'],
  [/ADDRESS_UNREACHABLE$/, 'host_unreachable'],
  [/CERT_AUTHORITY_INVALID$/, 'ssl_unknown_authority'],
  [/CERT_COMMON_NAME_INVALID$/, 'ssl_invalid_hostname'],
];

const MECHANISMS: Partial<Record<Mechanism, string>> = {
  // "Generic error indicating DNS failure without more specific reasons": browsers do not tell a missing name from a failing server.
  'dns.missing': 'dns_server_misbehaving',
  'dns.poisoned': 'dns_bogon_error',
  'tcp.timeout': 'generic_timeout_error',
  'tls.reset': 'ssl_failed_handshake',
  'tls.timeout': 'generic_timeout_error',
  'tls.certificate': 'ssl_invalid_certificate',
  'udp.timeout': 'generic_timeout_error',
  'stun.filtered': 'generic_timeout_error',
  'media.cut': 'generic_timeout_error',
};
