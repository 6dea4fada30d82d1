import { spawnSync } from 'node:child_process';

/** What it asks for all the same: its sign-in state and a component that it wants at once. No service of the catalogue lives there. */
const STILL_ASKED = ['accounts.google.com', 'update.googleapis.com'];

const NO_QUESTIONS = ['--no-default-browser-check', '--no-first-run'];

/** Keeps Chromium itself off the network, on top of Puppeteer's defaults: the lab compares what was sent with what was announced. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-field-trial-config',
  '--disable-sync',
  '--no-pings',
  `--host-resolver-rules=${STILL_ASKED.map((name) => `MAP ${name} ~NOTFOUND`).join(',')}`,
  '--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,InterestFeedContentSuggestions,NetworkTimeServiceQuerying',
];

export interface FlagOptions {
  readonly headless: boolean;
  readonly lang?: string | undefined;
  readonly proxy?: string | undefined;
  readonly webrtc?: 'off' | undefined;
}

export const chromiumFlags = ({ headless, lang, proxy, webrtc }: FlagOptions): string[] => [
  ...NO_QUESTIONS,
  // In a person's window it is their browser. `--test-type` spares them bars about the flags below.
  ...(headless ? QUIET : ['--test-type']),
  ...(mayUseSandbox(headless) ? [] : ['--no-sandbox']),
  ...(proxy ? [`--proxy-server=http://${proxy}`] : []),
  // Chromium has no other way to switch it off.
  ...(webrtc === 'off' ? ['--webrtc-ip-handling-policy=disable_non_proxied_udp'] : []),
  ...(lang ? [`--lang=${lang}`] : []),
];

/**
 * Chromium's sandbox refuses to run as root, and ends at once where a person may not make user namespaces, as in most containers.
 * Headless it opens nothing but the extension, so there it may go without.
 */
function mayUseSandbox(headless: boolean): boolean {
  if (process.platform !== 'linux') return true;
  if (process.getuid?.() === 0) return false;
  return !headless || spawnSync('unshare', ['--user', '--map-root-user', 'true']).status === 0;
}
