import { hostOf, portOf, schemeOf, transportOf } from '../../../core/catalogue/endpoint.ts';
import { type Families, lookUp } from './addresses.ts';
import { codeOf, failed, type Heard, PATIENCE } from './ask/heard.ts';
import { askOwnWay } from './ask/own-way.ts';
import { askStream } from './ask/stream.ts';
import { askUdp } from './ask/udp.ts';
import { askWeb } from './ask/web.ts';
import type { Entry } from './record.ts';
import type { Target } from './targets.ts';

/** Asks an endpoint at all its addresses at once. It answers when one of them does. */
export async function askEndpoint(target: Target, families: Families): Promise<Entry> {
  const looked = await lookUp(hostOf(target.url), families);
  if (!('addresses' in looked)) {
    return looked.fault === 'machine'
      ? { outcome: 'not-asked', why: looked.why }
      : { outcome: 'failed', why: looked.why, asked: 0 };
  }
  const asking = looked.addresses.map((address) => askAt(target, address).catch((error) => failed(codeOf(error))));
  return together(await Promise.all(asking));
}

function askAt({ url, manner, expected }: Target, address: string): Promise<Heard> {
  const port = Number(portOf(url));
  switch (schemeOf(url)) {
    case 'stun':
      return askUdp('binding', address, port, PATIENCE);
    case 'turn':
      return transportOf(url) === 'udp'
        ? askUdp('allocate', address, port, PATIENCE)
        : askStream(address, port, null, PATIENCE);
    case 'turns':
      return askStream(address, port, hostOf(url), PATIENCE);
    case 'https':
    case 'http':
    case 'wss': {
      const page = new URL(url.replace('{name}', 'example.org'));
      return manner ? askOwnWay(manner, page, address, PATIENCE) : askWeb(page, address, expected, PATIENCE);
    }
  }
}

/** What went wrong says more than silence does. */
export function together(heard: readonly Heard[]): Entry {
  const asked = heard.length;
  const answers = heard.filter((one) => one.outcome === 'answered');
  if (answers[0]) return { ...answers[0], asked, answered: answers.length };
  const wrong = heard.find((one) => one.outcome === 'failed');
  return wrong ? { ...wrong, asked } : { outcome: 'silent', asked };
}
