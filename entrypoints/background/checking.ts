import { type Plans, readPlans } from '../../core/announce/plans.ts';
import type { EndedCall } from '../../core/call/remembered.ts';
import { agreedPart, allows, isAsked } from '../../core/catalogue/consent.ts';
import { hostOf, schemeOf } from '../../core/catalogue/endpoint.ts';
import type { Catalogue } from '../../core/catalogue/packed.ts';
import type { Service } from '../../core/catalogue/runtime.ts';
import { forgetUnidentified, hasEarned, isDead, recall, UNIDENTIFIED } from '../../core/evidence/memory.ts';
import { stillAnswers } from '../../core/evidence/sequential.ts';
import { isOwn, toService } from '../../core/own/server.ts';
import { assess } from '../../core/verdict/assess.ts';
import { conclude } from '../../core/verdict/conclude.ts';
import { readableSnapshot } from '../../core/verdict/readable.ts';
import type { Round } from '../../core/verdict/round.ts';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import { readMemory } from '../../core/verdict/stored.ts';
import { counts, voter } from '../../core/verdict/vote.ts';
import { mayBeOut } from '../../core/verdict/words.ts';
import { complain } from '../../platform/complaints.ts';
import { isMetered } from '../../platform/connection.ts';
import { openEars } from '../../platform/ears.ts';
import { openIce } from '../../platform/ice.ts';
import { setItems } from '../../platform/items.ts';
import { lendsOffscreen } from '../../platform/offscreen.ts';
import { outageReader } from '../../platform/outages.ts';
import { explainPermission } from '../../platform/permissions.ts';
import { storedSalt } from '../../platform/salt.ts';
import { currentSettings, type Settings } from '../../platform/settings.ts';
import { consentItem, memoryItem, plansItem, progressItem, snapshotItem } from '../../platform/storage.ts';
import type { Ask } from '../../probes/answer-of.ts';
import { FOR_CHROMIUM } from '../../probes/build.ts';
import { askHttps } from '../../probes/https.ts';
import { observe } from '../../probes/observe.ts';
import { plan, type Thoroughness } from '../../probes/plan.ts';
import { survey } from '../../probes/survey.ts';
import { asOwn, type Ears } from '../../probes/web-request.ts';
import { askWebSocket } from '../../probes/websocket.ts';
import { createLongLooks, type LongLooks } from './long-looks.ts';
import { audibleHosts, isKept, needsPage, ownAddresses, ownServers } from './own.ts';
import { createPublisher } from './progress.ts';

/** Why a round starts. `asked`: the person wants it; the others are the product's own, and give way to a metered line. */
export type Trigger = 'asked' | 'alarm' | 'confirm' | 'network' | 'stale';

export interface Checking {
  /** Starts a round unless one runs. Resolves when it has ended; never rejects. */
  start(trigger: Trigger, options: StartOptions): Promise<void>;
  startIfStale(): Promise<void>;
  /** Resolves when nothing of the round that ran is written any more. */
  cancel(): Promise<void>;
  networkChanged(): Promise<void>;
  /** Judges with a test call in a round of its own. Resolves to the key of the network on which it was made, as far as that can be told. */
  callEnded(call: EndedCall): Promise<string | null>;
}

export interface StartOptions {
  readonly confirm: boolean;
  /** A round that runs began too early to be enough. */
  readonly anew?: boolean;
}

export interface CheckingOptions {
  readonly catalogue: () => Promise<Catalogue>;
  /** Resolves when what a killed worker left behind has been put away. */
  readonly ready: () => Promise<void>;
  /** Called before the first question. */
  readonly onStart: (plans: Plans) => Promise<void>;
  readonly onCancel: () => Promise<void>;
  readonly onRound: (snapshot: Snapshot) => Promise<void>;
}

interface Running {
  readonly trigger: Trigger;
  readonly confirm: boolean;
  readonly controller: AbortController;
  /** Whether everything was asked that a person could want. */
  readonly ended: Promise<boolean>;
}

interface Permit {
  readonly settings: Settings;
  readonly plans: Plans;
}

/** A round is over before either browser would end an idle worker (30 s). */
const ROUND_MS = 24_000;
/** After this a stored "checking" belongs to a worker that was killed. */
const LEASE_MS = ROUND_MS + 10_000;
/** Status feeds get this long after the round, ms. */
const FEEDS_MS = 5_000;
/** A popup that opens on an older answer asks for a new one. */
const STALE_MS = 2 * 60_000;
const SPREAD_MS: Record<Thoroughness, number> = { full: 60, light: 600 };

export function createChecking(options: CheckingOptions): Checking {
  let running: Running | null = null;
  /** Somebody wants a full round after one that asks less, or nothing at all. */
  let waiting = false;
  const readOutages = outageReader();
  // Made of the catalogue, and kept as long as the worker lives, or until a newer catalogue comes.
  let looks: LongLooks | null = null;
  let madeOf: Catalogue | null = null;
  /** A test call that the next round judges with. */
  let call: (EndedCall & { key: string | null }) | null = null;
  let movedAt = 0;

  /** The lease: between this look at `running` and its setting nothing waits, so two wake-ups can't both pass. */
  async function start(trigger: Trigger, { confirm, anew }: StartOptions): Promise<void> {
    if (running) {
      waiting ||= trigger === 'asked';
      const wasEnough = (await running.ended) && !anew;
      return trigger === 'asked' && waiting && !wasEnough ? start(trigger, { confirm }) : undefined;
    }
    waiting = false;
    const controller = new AbortController();
    const ended = permitted(trigger)
      .then(async (permit) => {
        if (permit) await round(permit, confirm, trigger, controller.signal);
        // A round that is not made confirms nothing.
        else if (trigger === 'confirm') await promiseNothing();
        return permit !== null && trigger !== 'alarm';
      })
      .catch(async (error: unknown) => {
        complain('round failed', error);
        await giveUp().catch(() => {});
        return true;
      })
      .finally(async () => {
        running = null;
        await progressItem.setValue(null).catch(() => {});
      });
    running = { trigger, confirm, controller, ended };
    await ended;
  }

  /** What a round goes by; null: none may be made now. */
  async function permitted(trigger: Trigger): Promise<Permit | null> {
    await options.ready();
    if (!(await consentItem.getValue())?.agreedAt) return null;
    const settings = await currentSettings();
    const plans = readPlans(await plansItem.getValue());
    // A round that confirms is wanted as much as the one that it follows.
    const wanted = trigger === 'asked' || (trigger === 'confirm' && plans.wanted);
    return wanted || (settings.automatic && (settings.metered || !isMetered()))
      ? { settings, plans: { ...plans, wanted } }
      : null;
  }

  async function round(
    { settings, plans }: Permit,
    confirm: boolean,
    trigger: Trigger,
    cancelled: AbortSignal,
  ): Promise<void> {
    const [catalogue, servers, may, memory, previous, salt] = await Promise.all([
      options.catalogue(),
      ownServers(),
      consentItem.getValue().then(allows),
      memoryItem.getValue().then(readMemory),
      snapshotItem.getValue().then(readableSnapshot),
      storedSalt(),
    ]);
    const { doh } = catalogue;
    if (madeOf !== catalogue) looks = null;
    madeOf = catalogue;
    // Firefox tells at once where a silent connection is stuck.
    if (FOR_CHROMIUM && lendsOffscreen()) looks ??= createLongLooks(catalogue.controls);
    const controls = catalogue.controls.filter(({ url }) => may(url));
    const listed = selection(catalogue.services, settings).flatMap((one) => agreedPart(one, may, doh) ?? []);
    const selected = [...listed, ...servers.flatMap((one) => agreedPart(toService(one), may, doh) ?? [])];
    const own = ownAddresses(
      servers,
      new Set([...controls, ...listed.flatMap(({ endpoints }) => endpoints)].map(({ url }) => url)),
    );
    const at = Date.now();
    // The clock may be set while a round runs.
    const began = performance.now();
    const signal = AbortSignal.any([cancelled, AbortSignal.timeout(ROUND_MS)]);
    const thoroughness = trigger === 'alarm' ? 'light' : 'full';
    const network = recall(memory, previous?.network.key ?? UNIDENTIFIED, at);
    const asked = selected.map((one) => ({ ...one, endpoints: one.endpoints.filter(isAsked(may)) }));
    const voteOf = voter({ at, observations: new Map() }, memory);
    const questions = plan(asked, controls, thoroughness, {
      earned: (url) => hasEarned(memory, url, at),
      hasVote: (endpoint) => counts(voteOf(endpoint)),
      settled: (role) => stillAnswers(network.walks[role], at),
      turn: plans.turn,
    });
    const publisher = createPublisher({ at, lastsMs: LEASE_MS, plan: questions, services: selected, memory });
    await Promise.all([publisher.begin(), options.onStart(plans)]);

    const [readable, audible] = await Promise.all([explainPermission.held(), audibleHosts(own)]);
    const ears = readable.size > 0 || audible.size > 0 ? openEars() : null;
    const explained = readable.size > 0 && ears !== null;
    const earsFor = (url: string): Ears | null => {
      const host = hostOf(url);
      if (own.has(url)) return ears && audible.has(host) ? asOwn(ears) : null;
      return readable.has(host) ? ears : null;
    };
    const ice = openIce(salt);
    const ask: Ask = async (url, stop) => {
      const mine = own.get(url);
      if (mine && needsPage(mine.kind)) {
        if (await isKept(url, mine)) return ice.ask(url, stop, mine);
        return observe(url, mine.kind === 'sip' ? 'sip' : 'turn')({ outcome: 'inconclusive', code: 'removed' });
      }
      const scheme = schemeOf(url);
      if (scheme === 'https' || scheme === 'http') return askHttps(url, stop, earsFor(url));
      return scheme === 'wss' ? askWebSocket(url, stop) : ice.ask(url, stop);
    };
    try {
      const observations = await survey(questions, {
        ask,
        isDead: (url) => isDead(memory, network, url),
        spreadMs: SPREAD_MS[thoroughness],
        random: Math.random,
        signal,
        onProgress: publisher.update,
      });
      if (cancelled.aborted) return await giveUp();

      const told = call;
      const seen: Round = {
        at,
        observations: looks?.recall(observations) ?? observations,
        online: navigator.onLine,
        outages: new Set(),
        ...(told && { call: told }),
      };
      const failing = assess(seen, selected, controls, memory)
        .services.filter((service) => mayBeOut(service, at))
        .map(({ id }) => id);
      const outages = await readOutages(
        selected.filter(({ id }) => failing.includes(id)).map((one) => readablePart(one, readable)),
        doh,
        AbortSignal.any([cancelled, AbortSignal.timeout(FEEDS_MS)]),
      );
      // The person may have deleted some of it meanwhile.
      const remembering = readMemory(await memoryItem.getValue());
      if (cancelled.aborted) return await giveUp();
      const heard = { ...seen, outages };
      const times = { durationMs: Math.round(performance.now() - began), firstWordMs: publisher.firstWordMs() };
      const judge = (round: Round) => {
        const { memory: remembered, ...verdict } = assess(round, selected, controls, remembering);
        const ending = {
          ...times,
          round,
          explained,
          maxConfirmations: confirm ? settings.confirmations : 0,
        };
        return { remembered, ...conclude(ending, verdict, controls, previous, plans) };
      };
      const { remembered, snapshot, plans: next } = judge(heard);
      // One write: a worker killed here leaves either the old conclusion and its evidence, or the new.
      await setItems([
        { item: memoryItem, value: remembered },
        { item: snapshotItem, value: snapshot },
        { item: plansItem, value: next },
      ]);
      if (told) told.key = snapshot.network.key;
      if (told === call) call = null;
      await publisher.end();
      await options.onRound(snapshot);
      if (explained && looks)
        void lookLonger(
          looks,
          heard,
          snapshot,
          salt,
          (observations) => judge({ ...heard, observations }).snapshot,
        ).catch(() => {});
    } finally {
      await publisher.end();
      ears?.close();
      await ice.close().catch(() => {});
    }
  }

  /** What takes longer than a round is put in afterwards, unless another round has spoken meanwhile. */
  async function lookLonger(
    looks: LongLooks,
    { at, observations }: Round,
    { services }: Snapshot,
    salt: string,
    judge: (observations: Round['observations']) => Snapshot,
  ): Promise<void> {
    const listed = services.filter(({ id }) => !isOwn(id));
    if (!(await looks.look(observations, listed, salt))) return;
    if (readableSnapshot(await snapshotItem.getValue())?.takenAt !== at) return;
    await snapshotItem.setValue(judge(looks.recall(observations)));
  }

  /** Half a round says nothing: the old answer stays, and promises no rounds that are no longer planned. */
  async function giveUp(): Promise<void> {
    await options.onCancel();
    await promiseNothing();
  }

  async function promiseNothing(): Promise<void> {
    const previous = readableSnapshot(await snapshotItem.getValue());
    if (previous?.confirming) await snapshotItem.setValue({ ...previous, confirming: false });
  }

  return {
    start,
    async startIfStale() {
      const snapshot = readableSnapshot(await snapshotItem.getValue());
      const age = Date.now() - (snapshot?.takenAt ?? 0);
      if (snapshot === null || age > STALE_MS || age < 0) void start('stale', { confirm: true });
    },
    async cancel() {
      waiting = false;
      running?.controller.abort();
      await running?.ended;
    },
    async networkChanged() {
      // What was half heard on one network and half on another belongs to neither. What the person asked for is asked anew.
      const interrupted = running;
      movedAt = Date.now();
      call = null;
      interrupted?.controller.abort();
      await interrupted?.ended;
      await memoryItem.setValue(forgetUnidentified(readMemory(await memoryItem.getValue())));
      const trigger = interrupted?.trigger === 'asked' ? 'asked' : 'network';
      void start(trigger, { confirm: interrupted?.confirm ?? true });
    },
    async callEnded(ended) {
      // A round that runs began before the call was over.
      while (running) await running.ended;
      if (ended.summary.at < movedAt) return null;
      const told = { ...ended, key: null };
      call = told;
      await start('asked', { confirm: true });
      if (call === told) call = null;
      return told.key;
    },
  };
}

/** A service with the status feeds that can be read: some need host access. */
const readablePart = (service: Service, readable: ReadonlySet<string>): Service => ({
  ...service,
  statusFeeds: service.statusFeeds.filter(({ url, needsAccess }) => !needsAccess || readable.has(hostOf(url))),
});

function selection(services: readonly Service[], { services: chosen }: Settings): Service[] {
  return services.filter(({ id, isDefault }) => (chosen === null ? isDefault : chosen.includes(id)));
}
