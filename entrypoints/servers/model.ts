import { computed, type Signal, signal } from '@preact/signals';
import type { ServersModel } from '../../components/servers/model.ts';
import { allows, type Consent } from '../../core/catalogue/consent.ts';
import { type OwnServers, readServers } from '../../core/own/server.ts';
import { readableSnapshot } from '../../core/verdict/readable.ts';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import { getItems } from '../../platform/items.ts';
import { consentItem, ownServersItem, snapshotItem } from '../../platform/storage.ts';

/** What actions may write; everything else comes from storage. */
export interface WritableModel extends ServersModel {
  readonly calling: Signal<string | null>;
}

interface Stored {
  readonly own: OwnServers;
  readonly consent: Consent | null;
  readonly snapshot: Snapshot | null;
}

export async function readStored(): Promise<Stored> {
  const [own, consent, snapshot] = await getItems([ownServersItem, consentItem, snapshotItem]);
  return { own: readServers(own), consent, snapshot: readableSnapshot(snapshot) };
}

/** Stored state as signals, kept up to date. */
export function createModel(first: Stored): WritableModel {
  const stored = signal(first);
  const change = (part: Partial<Stored>) => {
    stored.value = { ...stored.peek(), ...part };
  };
  ownServersItem.watch((own) => change({ own: readServers(own) }));
  consentItem.watch((consent) => change({ consent }));
  snapshotItem.watch((snapshot) => change({ snapshot: readableSnapshot(snapshot) }));

  const target = signal(location.hash.slice(1));
  addEventListener('hashchange', () => {
    target.value = location.hash.slice(1);
  });
  return {
    target,
    servers: computed(() => stored.value.own.servers),
    agreed: computed(() => Boolean(stored.value.consent?.agreedAt)),
    mayContact: computed(() => {
      const may = allows(stored.value.consent);
      return (host: string) => may(`https://${host}`);
    }),
    assessments: computed(() => new Map(stored.value.snapshot?.services.map((service) => [service.id, service]))),
    network: computed(() => stored.value.snapshot?.network.key ?? null),
    calling: signal<string | null>(null),
  };
}
