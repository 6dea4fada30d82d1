/**
 * The words of the product. Popup, badge, notification, report, exports and docs take their states from here;
 * the sentences that a person reads for each of them stand in `locales/`, under the same names.
 */

/** What can be said of one service's calls. */
export const CALL_STATES = [
  /** Its signalling and its call relay answered. */
  'clear',
  /** The relay answers only over TCP or TLS, or with heavy loss. */
  'impaired',
  /** The evidence passed the threshold while the controls were fine. */
  'likely-blocked',
  /** It looks blocked; confirming rounds are under way. */
  'suspected',
  /** Its signalling is blocked as well: messages too. */
  'unreachable',
  /** The service itself is out, everywhere. */
  'down',
  /** Below the evidence floor: neither red nor green. */
  'insufficient',
  /** Signalling answers, and no browser can test its call path. */
  'untestable',
  /** The service no longer exists. */
  'retired',
] as const;
export type CallState = (typeof CALL_STATES)[number];

/** What can be said of one service's messages (its signalling). */
export const MESSAGE_STATES = ['reachable', 'likely-blocked', 'suspected', 'down', 'insufficient'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** What can be said of the network as a whole. */
export const NETWORK_STATES = [
  'clear',
  'some-blocked',
  'calls-blocked',
  /** No UDP for anyone: a firewall's doing, not a service's. */
  'udp-blocked',
  'impaired',
  /** A captive portal stands before the internet. */
  'sign-in-needed',
  'offline',
  /** WebRTC is off in this browser. */
  'browser-restricted',
  'insufficient',
] as const;
export type NetworkState = (typeof NETWORK_STATES)[number];

/** How something fails, `<layer>.<action>`, named only as deep as the evidence goes. */
export const MECHANISMS = [
  'dns.missing',
  'dns.poisoned',
  'tcp.reset',
  'tcp.timeout',
  'tls.reset',
  'tls.timeout',
  'tls.certificate',
  'http.blockpage',
  'udp.timeout',
  'stun.filtered',
  'turn.refused',
  'media.cut',
  'unknown',
] as const;
export type Mechanism = (typeof MECHANISMS)[number];
