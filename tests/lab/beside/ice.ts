import type { Page } from 'puppeteer-core';
import { services as catalogue } from '../../../core/catalogue/files.ts';
import { NOTHING, type ServiceClaims } from './claim.ts';
import { callsBy, type Gathering } from './ice-reading.ts';

/** Chromium gives UDP up after 40 s, and TCP that is silent not within minutes. */
const LIMIT_MS = 60_000;

/** One peer connection with every server of the services, until gathering is complete. */
export async function iceGathering(page: Page, services: readonly string[]): Promise<Record<string, ServiceClaims>> {
  const servers = serversOf(services);
  const gathering = await gather(page, [...new Set(Object.values(servers).flat())]);
  return Object.fromEntries(
    services.map((id) => [id, { calls: callsBy(servers[id] ?? [], gathering), messages: NOTHING }]),
  );
}

const serversOf = (services: readonly string[]): Record<string, string[]> =>
  Object.fromEntries(
    catalogue()
      .filter(({ id }) => services.includes(id))
      .map(({ id, endpoints }) => [id, endpoints.flatMap(({ url }) => (/^(stun|turns?):/.test(url) ? [url] : []))]),
  );

const gather = (page: Page, urls: readonly string[]): Promise<Gathering> =>
  page.evaluate(
    (urls, limit) =>
      new Promise<Gathering>((resolve) => {
        const candidates: string[] = [];
        const errors: { url: string; code: number; text: string }[] = [];
        const done = (complete: boolean) => resolve({ candidates, errors, complete });
        const connection = new RTCPeerConnection({
          iceServers: urls.map((url) => ({ urls: url, username: 'someone', credential: 'something' })),
        });
        connection.addEventListener('icecandidate', ({ candidate }) => {
          const url = (candidate as (RTCIceCandidate & { url?: string }) | null)?.url;
          if (url) candidates.push(url);
        });
        connection.addEventListener('icecandidateerror', ({ url, errorCode, errorText }) => {
          errors.push({ url: url ?? '', code: errorCode, text: errorText });
        });
        connection.addEventListener('icegatheringstatechange', () => {
          if (connection.iceGatheringState === 'complete') done(true);
        });
        setTimeout(() => done(false), limit);
        connection.createDataChannel('');
        connection.createOffer().then((offer) => connection.setLocalDescription(offer));
      }),
    [...urls],
    LIMIT_MS,
  );
