import { isDeepStrictEqual } from 'node:util';
import type { Exit } from './addresses.ts';
import { authority, makeLeaves } from './certificates.ts';
import { Client } from './client.ts';
import type { Fault } from './faults/fault.ts';
import { CLIENT_DEVICE, type Link, TUNNEL_DEVICE } from './link/link.ts';
import { type Namespaces, newNamespaces, removeLeftovers, removeNamespace } from './namespaces.ts';
import { type Attachment, attach, buildNetwork } from './network.ts';
import { type Hits, RouterRules } from './router/rules.ts';
import { type Contact, contacts, forgetContacts } from './router/traffic.ts';
import { allocations } from './world/own/relays.ts';
import { startOwnServers } from './world/own/servers.ts';
import { mannersByHost } from './world/peculiar.ts';
import { plan } from './world/plan.ts';
import { startRelays } from './world/relays.ts';
import { type Servers, startServers } from './world/servers.ts';
import { HEALTHY, type WorldLog, type WorldState } from './world/state.ts';

/** A small internet on one machine, in which blocking is real. See README.md. */
export class Lab {
  readonly client: Client;
  /** Path of the certificate authority that browsers in the client have to trust. */
  readonly authority: string;
  readonly #spaces: Namespaces;
  readonly #rules: RouterRules;
  readonly #link: Link;
  readonly #servers: Servers;
  #own: Promise<void> | undefined;
  #faults: readonly Fault[] = [];
  #attached: Attachment = { device: CLIENT_DEVICE, plugged: true, families: 'ipv4' };

  private constructor(spaces: Namespaces, authority: string, rules: RouterRules, link: Link, servers: Servers) {
    this.client = new Client(spaces.client, authority);
    this.authority = authority;
    this.#spaces = spaces;
    this.#rules = rules;
    this.#link = link;
    this.#servers = servers;
  }

  static async up(): Promise<Lab> {
    removeLeftovers();
    const trusted = await authority('trusted');
    await Promise.all([authority('untrusted'), makeLeaves(trusted, webHosts())]);
    watchTheEnd();
    const spaces = newNamespaces();
    standing.add(spaces);
    try {
      const link = await buildNetwork(spaces);
      const rules = new RouterRules(spaces.router);
      const [servers] = await Promise.all([
        startServers(spaces.world),
        startRelays(spaces.world),
        rules.install('home'),
      ]);
      return new Lab(spaces, trusted.certificate, rules, link, servers);
    } catch (error) {
      takeDown(spaces);
      throw error;
    }
  }

  /** Replaces all faults by these; none is an open network. */
  async apply(faults: readonly Fault[]): Promise<void> {
    this.#faults = faults;
    await this.#rules.apply(faults);
    await this.#servers.set(faults.reduce(worsen, HEALTHY));
    await this.#link.set(Object.assign({}, ...faults.map(({ line }) => line)));
    await this.#attach({
      device: faults.some(({ tunnel }) => tunnel) ? TUNNEL_DEVICE : CLIENT_DEVICE,
      plugged: !faults.some(({ unplugged }) => unplugged),
      families: faults.find(({ families }) => families)?.families ?? 'ipv4',
    });
  }

  /** An open network, seen from the first exit, with nothing remembered. */
  async reset(): Promise<void> {
    await this.apply([]);
    await this.leaveBy('home');
    await this.forget();
  }

  /** Moves the client behind another public address. */
  leaveBy(exit: Exit): Promise<void> {
    return this.#rules.leaveBy(exit);
  }

  /** How often each fault has acted in the router since it was applied. Faults of resolver, servers and line show no hits. */
  async hits(): Promise<readonly (Hits & { readonly fault: Fault })[]> {
    const hits = await this.#rules.hits(this.#faults);
    return this.#faults.map((fault, index) => ({ fault, ...(hits[index] ?? { packets: 0, bytes: 0 }) }));
  }

  /** Whom the client contacted since `forget`. */
  contacts(): Promise<Contact[]> {
    return contacts(this.#spaces.router);
  }

  /** Names asked and requests seen since `forget`. */
  log(): Promise<WorldLog> {
    return this.#servers.log();
  }

  async forget(): Promise<void> {
    await forgetContacts(this.#spaces.router);
    await this.#servers.forget();
  }

  /** Starts the servers of the person's own, which most scenarios do not need. */
  startOwn(): Promise<void> {
    this.#own ??= startOwnServers(this.#spaces.world);
    return this.#own;
  }

  /** Allocations that the person's own relays hold. */
  allocations(): Promise<number> {
    return allocations(this.#spaces.world);
  }

  /** False where the line's quality cannot be changed. */
  get adjustableLine(): boolean {
    return this.#link.adjustable;
  }

  /** Immediate and final; safe to call twice. */
  down(): void {
    takeDown(this.#spaces);
  }

  async #attach(to: Attachment): Promise<void> {
    // Setting what is set already would be news of a network change to a browser.
    if (isDeepStrictEqual(to, this.#attached)) return;
    await attach(this.#spaces.client, to, this.#attached);
    this.#attached = to;
  }
}

/** Brings a lab up, and takes it down whatever happens. */
export async function withLab<T>(use: (lab: Lab) => Promise<T>): Promise<T> {
  const lab = await Lab.up();
  try {
    return await use(lab);
  } finally {
    lab.down();
  }
}

/** Faults of the far side add up. */
function worsen(state: WorldState, { world }: Fault): WorldState {
  const web = { ...state.web };
  for (const [host, fault] of Object.entries(world?.web ?? {})) web[host] = { ...web[host], ...fault };
  return {
    dns: { ...state.dns, ...world?.dns },
    dnsDelayMs: world?.dnsDelayMs ?? state.dnsDelayMs,
    web,
    ipv6: world?.ipv6 ?? state.ipv6,
    outages: [...state.outages, ...(world?.outages ?? [])],
    mirrors: { ...state.mirrors, ...world?.mirrors },
  };
}

const webHosts = () => {
  const manners = mannersByHost();
  const own = plan().web.filter(({ kind, host }) => kind !== 'http' && manners.get(host) !== 'private-authority');
  return [...new Set(own.map(({ host }) => host))];
};

/** Labs of this process that are up. However the process ends, short of being killed, they come down with it. */
const standing = new Set<Namespaces>();

function takeDown(spaces: Namespaces): void {
  if (!standing.has(spaces)) return;
  Object.values(spaces).forEach(removeNamespace);
  standing.delete(spaces);
}

let watching = false;

function watchTheEnd(): void {
  if (watching) return;
  watching = true;
  process.on('exit', () => [...standing].forEach(takeDown));
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }))
    process.on(signal, () => process.exit(code));
}
