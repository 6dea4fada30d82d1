import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Failure, PopupModel } from '../../components/model.ts';
import { nameOwnServers } from '../../components/names.ts';
import { withSpells } from '../../components/with-spells.ts';
import { looks } from '../../core/catalogue/looks.ts';
import type { Look } from '../../core/catalogue/runtime.ts';
import { UNKNOWN_NETWORK } from '../../core/history/place.ts';
import { isOwn } from '../../core/own/server.ts';
import { mirrorHosts } from '../../platform/feed-source.ts';
import { withManaged } from '../../platform/managed.ts';
import { explainHosts, explainPermission } from '../../platform/permissions.ts';
import { held } from './held.ts';
import type { Needs, needsOf as NeedsOf } from './needs.ts';
import { type Stored, watchStored } from './stored.ts';
import { connectionHint } from './surroundings.ts';

/** What actions may write; everything else comes from storage and the browser. */
export interface WritableModel extends PopupModel {
  readonly failure: Signal<Failure | null>;
  /** "Check now" was pressed, and no progress has shown itself yet. */
  readonly asked: Signal<boolean>;
  readonly stored: Signal<Stored>;
  /** Hosts that give newer lists of servers; none where these are not wanted. */
  readonly mirrors: ReadonlySignal<readonly string[]>;
}

const NO_NEEDS: Needs = { newHosts: { hosts: [], services: [], controls: false, updates: false }, leftOut: [] };

/** Stored state as signals, kept up to date. */
export function createModel(first: Stored): WritableModel {
  const stored = signal(first);
  watchStored((change) => {
    stored.value = { ...stored.peek(), ...change };
  });

  effect(() => nameOwnServers(stored.value.own));

  const now = signal(Date.now());
  const tick = () => {
    now.value = Date.now();
  };
  setInterval(tick, 20_000);

  const progress = computed(() => {
    const { progress } = stored.value;
    return progress && progress.expiresAt > now.value ? progress : null;
  });
  // A killed round must not show as running longer than it may.
  effect(() => {
    if (!progress.value) return;
    const timer = setTimeout(tick, progress.value.expiresAt - Date.now() + 1);
    return () => clearTimeout(timer);
  });

  // The history may not have filed the last round yet: what it knows of another network says nothing of this one.
  const place = computed(() => {
    const { place, snapshot } = stored.value;
    return place && place.key === (snapshot?.network.key ?? UNKNOWN_NETWORK) ? place : null;
  });

  const asked = signal(false);
  effect(() => {
    if (progress.value) asked.value = false;
  });
  const settings = computed(() => withManaged(stored.value.settings, stored.value.managed));
  const selection = computed(() => {
    const { services } = settings.value;
    const isChosen = ({ id, isDefault }: Look) => (Array.isArray(services) ? services.includes(id) : isDefault);
    if (looks().length > 0)
      return looks()
        .filter(isChosen)
        .map(({ id }) => id);
    // Without a catalogue, what was checked last is all that is known.
    return stored.value.snapshot?.services.map(({ id }) => id).filter((id) => !isOwn(id)) ?? [];
  });
  const found = signal<readonly string[]>([]);
  mirrorHosts().then(
    (hosts) => {
      found.value = hosts;
    },
    () => {},
  );
  const mirrors = computed(() => (settings.value.updates === false ? [] : found.value));
  // The first paint doesn't need it, and the popup's script has no room.
  const needsOf = signal<typeof NeedsOf | null>(null);
  import('./needs.ts').then(
    (needs) => {
      needsOf.value = needs.needsOf;
    },
    () => {},
  );
  const needs = computed(() => {
    const { consent, declined } = stored.value;
    if (!needsOf.value || !consent?.agreedAt || looks().length === 0) return NO_NEEDS;
    return needsOf.value(selection.value, mirrors.value, consent, declined);
  });
  const explain = held(explainPermission);
  return {
    stored,
    asked,
    mirrors,
    now,
    progress,
    snapshot: computed(() => withSpells(stored.value.snapshot, place.value)),
    place,
    checking: computed(() => asked.value || progress.value !== null),
    // A damaged agreement is none: the question is put again.
    agreed: computed(() => Boolean(stored.value.consent?.agreedAt)),
    selection: computed(() => [
      ...selection.value.filter((id) => !needs.value.leftOut.includes(id)),
      ...stored.value.own.servers.map(({ id }) => id),
    ]),
    newHosts: computed(() => needs.value.newHosts),
    explain,
    failure: signal<Failure | null>(null),
    connection: connectionHint(),
    explainHosts: explainHosts(),
  };
}
