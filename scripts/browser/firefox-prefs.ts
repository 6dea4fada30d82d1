type Prefs = Readonly<Record<string, string | number | boolean>>;

/** Keeps Firefox itself off the network, on top of Puppeteer's defaults: the lab compares what was sent with what was announced. */
const QUIET: Prefs = {
  'app.normandy.enabled': false,
  'app.update.auto': false,
  'browser.aboutConfig.showWarning': false,
  'browser.contentblocking.report.monitor.enabled': false,
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'browser.newtabpage.activity-stream.showSponsoredTopSites': false,
  'browser.region.network.url': '',
  'browser.region.update.enabled': false,
  'browser.safebrowsing.provider.google.updateURL': '',
  'browser.safebrowsing.provider.google4.updateURL': '',
  'browser.safebrowsing.provider.google5.updateURL': '',
  'browser.safebrowsing.provider.mozilla.updateURL': '',
  'browser.topsites.contile.enabled': false,
  'doh-rollout.disable-heuristics': true,
  'doh-rollout.enabled': false,
  'dom.push.connection.enabled': false,
  'extensions.blocklist.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'identity.fxaccounts.enabled': false,
  'media.gmp-manager.url': '',
  'messaging-system.rsexperimentloader.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.predictor.enabled': false,
  'network.prefetch-next': false,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
  'toolkit.telemetry.unified': false,
};

export const firefoxPrefs = (extensionId: string, uuid: string): Prefs => ({
  ...QUIET,
  // Puppeteer turns it off for its own tests; people have it on, and `navigator.onLine` hangs on it.
  'network.manage-offline-status': true,
  'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: uuid }),
  // A temporarily loaded extension is uninstalled when Firefox ends; its storage is to stay for the next launch.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  // A click that asks for an optional permission gets it without a prompt.
  'extensions.webextOptionalPermissionPrompts': false,
});

/** @param proxy `host:port`, for pages and tunnels. */
export function proxyPrefs(proxy: string): Prefs {
  const [host = '', port] = proxy.split(':');
  return {
    'network.proxy.type': 1,
    'network.proxy.http': host,
    'network.proxy.http_port': Number(port),
    'network.proxy.ssl': host,
    'network.proxy.ssl_port': Number(port),
  };
}
