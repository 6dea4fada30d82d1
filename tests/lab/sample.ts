/**
 * What every run of the tests plays: each family, and each kind of thing that a network does, once. All scenarios together take three
 * quarters of an hour; `npm run lab` plays them.
 */
export const SAMPLE: readonly string[] = [
  // How
  'allocate-dropped-one-relay',
  'block-page-explained',
  'certificate-untrusted-explained',
  'dns-missing-explained',
  'dns-poisoned-block-page-explained',
  'dns-poisoned-explained',
  'http-451-explained',
  'port-3478-dropped',
  'relay-impostor-garbage',
  'relays-tcp-only',
  'sni-reset',
  'sni-reset-explained',
  'tcp-reset-explained',
  'tls-dropped-explained',
  // Whom
  'brazil-2023',
  'calls-blocked',
  'meta-relays-silent-earned',
  'meta-relays-silent-unearned',
  'verified-relay-blocked',
  // On what line
  'far-away',
  'ipv6-broken',
  'ipv6-only',
  'lossy-line',
  'narrow-line',
  'no-address-translation',
  'open',
  'signal-open',
  'two-exits',
  // What is no block
  'captive-portal',
  'captive-portal-signed-in',
  'control-dead-blocked',
  'http-proxy-only',
  'no-internet',
  'outage',
  'overloaded',
  'udp-dropped',
  'vpn-without-udp',
  // In time
  'block-lifted',
  'clock-back',
  'moved-in-the-middle',
  'other-network',
  'taking-turns',
  // Newer editions of the catalogue
  'relays-never-answered',
  'update-forged',
  'update-fresh',
  // Servers of one's own
  'call-cut-after-3-s',
  'call-page-closed',
  'call-sound-dropped',
  'call-wrong-password',
  'own-sip-refusals',
  'own-web-blocked',
];
