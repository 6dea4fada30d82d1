import { BLOCK_PAGE, ROUTER, WORLD_TO_ROUTER } from '../addresses.ts';
import type { Hostility, WebFault } from '../world/state.ts';
import { PORTAL_PORTS } from '../world/web.ts';
import { BLOCK_PAGE_NAME } from '../world/zone.ts';
import type { Fault } from './fault.ts';
import { dropAllUdp, silence } from './filters.ts';
import { addresses, allOf, type Target } from './targets.ts';

/** What stands where a site should be. */

const web = (target: Target, says: string, fault: WebFault): Fault => ({
  says: `${target.says}: ${says}`,
  world: { web: Object.fromEntries(target.hosts.map((name) => [name, fault])) },
});

export const badCertificate = (target: Target, certificate: 'untrusted' | 'expired' | 'wrong-name'): Fault =>
  web(target, `the certificate is ${certificate}`, { certificate });

/** A valid answer that refuses. */
export const answerStatus = (target: Target, status: number, body = ''): Fault =>
  web(target, `answers ${status}`, { status, body });

/** A valid answer that says why it refuses, as some operators' pages do. */
export const refusalPage = (target: Target, status: 403 | 451): Fault =>
  answerStatus(target, status, '<!doctype html><title>Forbidden</title><h1>Access to this service is not allowed</h1>');

/** A valid answer that leads to the operator's block page; over HTTPS nobody trusts that page's certificate. */
export const redirectToBlockPage = (target: Target, scheme: 'http' | 'https' = 'http'): Fault =>
  web(target, `redirects to the block page over ${scheme}`, { location: `${scheme}://${BLOCK_PAGE_NAME}/` });

/** More redirects than any browser follows. */
export const redirectLoop = (target: Target, loops = 50): Fault =>
  web(target, `redirects to itself ${loops} times`, { loops });

export const hostileAnswer = (target: Target, hostile: Hostility): Fault =>
  web(target, `the answer is hostile (${hostile})`, { hostile });

/** The connection comes up, and the TLS greeting meets its orderly end. */
export const closeOnGreeting = (target: Target): Fault =>
  web(target, 'ends the connection when greeted', { closes: true });

/** Takes the connection, and never speaks. */
export const muteServer = (target: Target): Fault =>
  web(target, 'takes the connection and says nothing', { mute: true });

/** Connections to the target end at the operator's block page: 451 over HTTP, an untrusted certificate over TLS. */
export const blockPage = (target: Target): Fault => ({
  says: `${target.says}: the operator's block page`,
  divert: [
    { match: `iifname lan0 ip daddr ${addresses(target)} tcp dport { 80, 443 }`, action: `dnat to ${BLOCK_PAGE}` },
  ],
});

/** A hotel's network before one has signed in: names are answered, web pages lead to the portal, all else is shut. */
export function captivePortal(tls: 'reset' | 'untrusted' = 'reset'): Fault {
  const page = `${WORLD_TO_ROUTER}:${PORTAL_PORTS.http}`;
  const secure = `${WORLD_TO_ROUTER}:${PORTAL_PORTS.https}`;
  const others = `iifname lan0 meta l4proto tcp ip daddr != ${WORLD_TO_ROUTER} tcp dport != 53`;
  return {
    says: `a captive portal (TLS: ${tls})`,
    divert: [
      { match: 'iifname lan0 tcp dport 80', action: `dnat to ${page}` },
      { match: `iifname lan0 ip daddr ${ROUTER} tcp dport 443`, action: `dnat to ${secure}` },
      ...(tls === 'untrusted' ? [{ match: 'iifname lan0 tcp dport 443', action: `dnat to ${secure}` }] : []),
    ],
    forward: [...(dropAllUdp().forward ?? []), { match: others, action: 'reject with tcp reset' }],
  };
}

/** The service is out for everybody: nothing of it answers, and its status page says so. */
export function outage(service: string): Fault {
  return { ...silence(allOf(service)), says: `${service} is out, everywhere`, world: { outages: [service] } };
}

/** Only the status page says that the service is out. */
export const announceOutage = (service: string): Fault => ({
  says: `${service} announces an outage`,
  world: { outages: [service] },
});
