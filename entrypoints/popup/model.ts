import { computed, effect, type Signal, signal } from '@preact/signals';
import type { Failure, PopupModel } from '../../components/model.ts';
import { nameOwnServers } from '../../components/names.ts';
import { withSpells } from '../../components/with-spells.ts';
import { LOOKS } from '../../core/catalogue/looks.ts';
import type { Look } from '../../core/catalogue/runtime.ts';
import { UNKNOWN_NETWORK } from '../../core/history/place.ts';
import { withManaged } from '../../platform/managed.ts';
import { explainPatterns, explainPermission } from '../../platform/permissions.ts';
import type { Needs } from './needs.ts';
import { type Stored, watchStored } from './stored.ts';
import { connectionHint } from './surroundings.ts';

/** What actions may write; everything else comes from storage and the browser. */
export interface WritableModel extends PopupModel {
  readonly failure: Signal<Failure | null>;
  /** "Check now" was pressed, and no progress has shown itself yet. */
  readonly asked: Signal<boolean>;
  readonly stored: Signal<Stored>;
}

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
  const selection = computed(() => {
    const { services } = withManaged(stored.value.settings, stored.value.managed);
    const isChosen = ({ id, isDefault }: Look) => (Array.isArray(services) ? services.includes(id) : isDefault);
    return LOOKS.filter(isChosen).map(({ id }) => id);
  });
  const needs = signal<Needs>({ newHosts: { hosts: [], services: [], controls: false }, leftOut: [] });
  effect(() => {
    const { consent, declined } = stored.value;
    const wanted = selection.value;
    if (!consent?.agreedAt) return;
    // The addresses are a fifth of what the popup would load, and the first paint doesn't need them.
    import('./needs.ts').then(
      ({ needsOf }) => {
        needs.value = needsOf(wanted, consent, declined);
      },
      () => {},
    );
  });
  const explain = held(explainPermission);
  return {
    stored,
    asked,
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
    explainHosts: explainPatterns().map((pattern) => pattern.slice('*://'.length, -'/*'.length)),
  };
}

/** Whether a permission is held; asked after the first paint, which doesn't need it. */
export function held(permission: typeof explainPermission): Signal<boolean | null> {
  const answer = signal<boolean | null>(null);
  const ask = async () => {
    answer.value = await permission.held();
  };
  permission.watch(ask);
  setTimeout(ask);
  return answer;
}
