import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallStage } from '../../../core/call/call.ts';
import { BROWSER } from '../under-test.ts';
import { until } from '../until.ts';
import { type Bench, type Caller, openBench } from './bench.ts';
import { freePort, openRelay, type Relay, USER } from './relay.ts';

/** The call of the built extension through a real relay. */

let relay: Relay;
/** It gives out places, and lets nobody on this machine be reached from them. */
let walled: Relay;
let bench: Bench;
let caller: Caller;
beforeAll(async () => {
  [relay, walled, bench] = await Promise.all([openRelay('--allow-loopback-peers'), openRelay(), openBench()]);
  caller = await bench.open();
});
afterAll(async () => {
  await bench?.close();
  relay?.close();
  walled?.close();
});

/** No place on a relay, and no hidden page. */
async function nothingLeft(): Promise<void> {
  await until('the relays hold nothing', async () => relay.held() + walled.held() === 0);
  if (BROWSER === 'firefox') return;
  const hasHiddenPage = async () =>
    (await caller.page.browser().targets()).some((target) => target.url().endsWith('/offscreen.html'));
  await until('the hidden page is gone', async () => !(await hasHiddenPage()));
}

const silent = async () => ({ kind: 'turn', url: `turn:127.0.0.1:${await freePort()}?transport=udp` }) as const;

test('a call over UDP, TCP and TLS, one after the other', async () => {
  const { udp, tcp, tls } = relay.addresses;
  await caller.call({ addresses: [udp, tcp, tls], transports: ['udp', 'tcp', 'tls'] });
  const { calls, conclusion } = await caller.ended();
  expect(calls.map(({ transport, end }) => `${transport} ${end}`)).toEqual(['udp works', 'tcp works', 'tls works']);
  expect(conclusion).toBe('works');
  for (const call of calls) {
    expect(call.roundTripMs).toBeGreaterThan(0);
    expect(call.roundTripMs).toBeLessThan(50);
    expect(call.jitterMs).toBeLessThan(50);
    expect(call.loss).toBe(0);
    expect(call.mos).toBeGreaterThan(4);
    expect(Object.keys(call.reached)).toEqual(['relay', 'ice', 'dtls', 'first-packet', 'media']);
    // Steady, so it ended early.
    expect(call.seconds.length).toBeGreaterThanOrEqual(6);
    expect(call.durationMs).toBeLessThan(13_000);
  }
  const shares = (await caller.progress()).filter(({ transport }) => transport === 'udp').map(({ share }) => share);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  await nothingLeft();
});

test('a wrong password is refused, over every transport', async () => {
  const { udp, tcp, tls } = relay.addresses;
  await caller.call({
    addresses: [udp, tcp, tls],
    transports: ['udp', 'tcp', 'tls'],
    credentials: { kind: 'password', ...USER, password: 'another' },
  });
  const { calls, conclusion } = await caller.ended();
  expect(calls.map(({ end, code }) => `${end} ${code}`)).toEqual(['refused 401', 'refused 401', 'refused 401']);
  expect(conclusion).toBe('refused');
});

test('where nobody listens it is silent, and what was not given is not tried', async () => {
  const tcp = { kind: 'turn', url: `turn:127.0.0.1:${await freePort()}?transport=tcp` } as const;
  await caller.call({ addresses: [tcp], transports: ['tcp', 'tls'] });
  const { calls, conclusion } = await caller.ended();
  expect(calls.map(({ end, code }) => `${end} ${code}`)).toEqual(['silent 701', 'untestable no-address']);
  expect(conclusion).toBe('silent');
});

describe('cancelled', () => {
  const whileWaitingFor = async (stage: CallStage) => {
    await until(stage, async () => (await caller.progress()).at(-1)?.stage === stage);
    await sleep(300);
    await caller.cancel();
    const { calls, conclusion } = await caller.ended();
    expect(calls.map(({ end }) => end)).toEqual(['cancelled']);
    expect(conclusion).toBe('nothing');
    await nothingLeft();
  };

  test('while it waits for the relay', async () => {
    await caller.call({ addresses: [await silent()], transports: ['udp'] });
    await whileWaitingFor('relay');
  });

  test('while it waits for ICE', async () => {
    await caller.call({ addresses: [walled.addresses.udp], transports: ['udp'] });
    await whileWaitingFor('ice');
  });

  test('while sound passes', async () => {
    await caller.call({ addresses: [relay.addresses.tcp], transports: ['tcp', 'udp'] });
    await whileWaitingFor('media');
  });
});

test.skipIf(BROWSER === 'firefox')('a call whose worker is ended is ended too', async () => {
  await caller.call({ addresses: [relay.addresses.udp], transports: ['udp'] });
  await until('sound passes', async () => (await caller.progress()).at(-1)?.stage === 'media');
  await bench.driver.stopWorker();
  const { calls } = await caller.ended();
  expect(calls).toMatchObject([{ end: 'interrupted', code: 'page-lost' }]);
  await until('the relay holds nothing', async () => relay.held() === 0);
});

describe('two pages', () => {
  test('call one at a time, and a page that is closed ends its call', async () => {
    const other = await bench.open();
    await other.call({ addresses: [relay.addresses.tls], transports: ['tls'] });
    await until('sound passes', async () => (await other.progress()).at(-1)?.stage === 'media');
    await caller.call({ addresses: [relay.addresses.udp], transports: ['udp'] });
    const { calls } = await caller.ended();
    expect(calls.map(({ end, code }) => `${end} ${code}`)).toEqual(['untestable busy']);
    expect(relay.held()).toBeGreaterThanOrEqual(2);
    await other.page.close();
    await nothingLeft();
  });
});
