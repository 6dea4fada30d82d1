import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Draft } from '../../../core/own/paste.ts';
import type { OwnServer } from '../../../core/own/server.ts';
import type { ServiceAssessment } from '../../../core/verdict/snapshot.ts';
import { which } from '../../../scripts/setup/run.mjs';
import { authority, leafFiles } from '../../lab/certificates.ts';
import { type SipActor, startSipActor } from '../../lab/world/sip/servers.ts';
import { type WithPage, withPage } from '../added-page.ts';
import { type Bench, openBench } from '../faults/bench.ts';
import { BROWSER } from '../under-test.ts';
import { missingRelay, type Relay, startRelay, USER } from './relay.ts';

/** A relay of the person's own, with credentials, in rounds: asked, judged, and the credentials seen by nobody. */

const reason = missingRelay();

/** Firefox's WebRTC leaves this machine's own addresses alone unless it is told. */
const LOOPBACK =
  BROWSER === 'firefox'
    ? { prefs: { 'network.dns.forceResolve': '127.0.0.1', 'media.peerconnection.ice.loopback': true } }
    : {};

/** Names lead to this machine, and ports stay what they are. */
const NAMES =
  BROWSER === 'firefox'
    ? { prefs: { 'network.dns.forceResolve': '127.0.0.1' } }
    : { args: ['--host-resolver-rules=MAP * 127.0.0.1'] };

const SCRIPT = `
  import { addServer, changeServer } from '~/platform/own-servers.ts';
  Object.assign(globalThis, { addServer, changeServer });`;

interface Api {
  readonly runtime: { readonly onMessage: { addListener(listener: (message: unknown) => void): void } };
  readonly storage: Record<'local' | 'session', { get(key: null): Promise<object> }>;
}
interface Scope {
  readonly browser?: Api;
  readonly chrome: Api;
  heard: unknown[];
  addServer(draft: Draft): Promise<OwnServer>;
  changeServer(id: string, draft: Draft, credentials: Draft['credentials']): Promise<OwnServer>;
}

describe.skipIf(reason !== null)(`a relay of one’s own${reason === null ? '' : `: ${reason}`}`, () => {
  let bench: Bench;
  let relay: Relay;
  let page: Page;
  let extension: WithPage;
  let id: string;
  beforeAll(async () => {
    relay = await startRelay();
    extension = await withPage('own', SCRIPT);
    bench = await openBench({ ...LOOPBACK, extensionDir: extension.folder });
    page = await bench.driver.openPage(extension.page);
    // Every message between the extension's contexts comes by here, too.
    await page.evaluate(() => {
      const scope = globalThis as unknown as Scope;
      scope.heard = [];
      (scope.browser ?? scope.chrome).runtime.onMessage.addListener((message) => void scope.heard.push(message));
    });
    ({ id } = await page.evaluate((draft) => (globalThis as unknown as Scope).addServer(draft), draft(USER.password)));
  });
  afterAll(async () => {
    await bench?.close();
    await relay?.close();
    extension?.discard();
  });

  const draft = (password: string): Draft => ({
    name: 'Home',
    addresses: [{ kind: 'turn', url: relay.url }],
    credentials: { kind: 'password', username: USER.username, password },
  });
  async function judged(): Promise<ServiceAssessment> {
    const { services } = await bench.check();
    const found = services.find((service) => service.id === id);
    if (!found) throw new Error('the relay was not judged');
    return found;
  }
  const everything = () =>
    page.evaluate(async () => {
      const scope = globalThis as unknown as Scope;
      const { local, session } = (scope.browser ?? scope.chrome).storage;
      return JSON.stringify([await local.get(null), await session.get(null), scope.heard]);
    });

  test('lets us in with its credentials', async () => {
    expect(await judged()).toMatchObject({
      calls: { state: 'clear', rule: 'calls.own-relay-answered' },
      messages: { rule: 'messages.absent' },
      evidence: [{ url: relay.url, observation: { outcome: 'answered', code: 'relay', probe: 'turn' } }],
    });
  });

  test('and they are in no storage area, no snapshot and no message', async () => {
    const text = await everything();
    expect(text).toContain(relay.url);
    expect(text).toContain('probe');
    expect(text).not.toContain(USER.password);
    expect(text).not.toContain(USER.username);
  });

  test('that refuses a wrong password has answered, and says with what', async () => {
    await page.evaluate(
      (id, draft) => (globalThis as unknown as Scope).changeServer(id, draft, draft.credentials),
      id,
      draft('wrong'),
    );
    expect(await judged()).toMatchObject({
      calls: { state: 'clear' },
      evidence: [{ observation: { outcome: 'answered', code: '401' } }],
    });
  });

  test('that is switched off is not called blocked', async () => {
    await relay.close();
    for (let round = 0; round < 3; round++) {
      expect((await judged()).calls).toMatchObject({ state: 'insufficient', rule: 'calls.own-relay-silent' });
    }
  });

  test('leaves no error behind', async () => {
    expect(await bench.complaints()).toEqual([]);
  });
});

const HOST = 'pbx.own.example';

describe.skipIf(which('openssl') === null || which('certutil') === null)('an exchange of one’s own', () => {
  let bench: Bench;
  let actor: SipActor;
  beforeAll(async () => {
    const trusted = await authority('trusted');
    const leaf = await leafFiles(trusted, { hosts: [HOST] });
    actor = await startSipActor({ address: '127.0.0.1', port: 0, ...leaf });
    bench = await openBench({ ...NAMES, caPem: trusted.certificate });
    const addresses = [{ kind: 'sip', url: `wss://${HOST}:${actor.port}/` }];
    const servers = [{ id: 'own-00000001', name: 'Exchange', addresses }];
    await bench.driver.storage.set('local', 'own', { schemaVersion: 1, servers, former: {} });
  });
  afterAll(async () => {
    await bench?.close();
    await actor?.close();
  });
  const judged = async () => (await bench.check()).services.find(({ id }) => id === 'own-00000001');

  test.for(['200', '403'] as const)('is asked by SIP, by the hidden page, and answers with %s', async (status) => {
    actor.behave(status);
    expect(await judged()).toMatchObject({
      messages: { state: 'reachable' },
      evidence: [{ observation: { probe: 'sip', outcome: 'answered', code: status } }],
    });
  });

  test('that talks no SIP is neither off nor blocked', async () => {
    actor.behave('garbage');
    expect(await judged()).toMatchObject({
      messages: { state: 'insufficient' },
      evidence: [{ observation: { outcome: 'failed', code: 'not-sip' } }],
    });
  });
});
