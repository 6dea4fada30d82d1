/** What it asks for all the same: its sign-in state and a component that it wants at once. No service of the catalogue lives there. */
const STILL_ASKED = ['accounts.google.com', 'update.googleapis.com'];

/** Keeps Chromium itself off the network, on top of Puppeteer's defaults: the lab compares what was sent with what was announced. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-field-trial-config',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  `--host-resolver-rules=${STILL_ASKED.map((name) => `MAP ${name} ~NOTFOUND`).join(',')}`,
  '--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,InterestFeedContentSuggestions,NetworkTimeServiceQuerying',
];
