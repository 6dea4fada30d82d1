import type { Browser } from '../perform.ts';
import { onEmptyPage } from './browser.ts';
import type { Method } from './claim.ts';
import { oneFetch } from './fetch.ts';
import { iceGathering } from './ice.ts';
import { type Claims, messengerTests, stunTest } from './ooni/claims.ts';

/** `node inside.ts <method> <service,…> [browser]`, run in the lab's client: prints what a method says there, as JSON. */
export interface Said {
  readonly seconds: number;
  readonly claims: Claims;
}

const [method = '', list = '', browser = 'chromium'] = process.argv.slice(2);
const services = list.split(',');
process.stdout.write(JSON.stringify(await ask(method as Method)));
// Connections that were given up may still be open.
process.exit(0);

async function ask(method: Method): Promise<Said> {
  switch (method) {
    case 'ooni-im':
      return timed(messengerTests(services));
    case 'ooni-stun':
      return timed(stunTest(services));
    case 'ice-gathering':
      return inBrowser((page) => iceGathering(page, services));
    case 'one-fetch':
      return inBrowser((page) => oneFetch(page, services));
    case 'ringback':
      throw new Error('Ringback answers by its own command.');
  }
}

async function timed(claims: Promise<Claims>): Promise<Said> {
  const began = performance.now();
  return { claims: await claims, seconds: (performance.now() - began) / 1000 };
}

async function inBrowser(ask: Parameters<typeof onEmptyPage<Claims>>[1]): Promise<Said> {
  const { result, seconds } = await onEmptyPage(browser as Browser, ask);
  return { claims: result, seconds };
}
