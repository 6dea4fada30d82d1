import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CallEnd, CallProgress, TestCall, TransportCall } from '../../core/call/call.ts';
import { conclusionOf } from '../../core/call/ending.ts';
import { addressText, completeAddress } from '../../core/own/addresses.ts';
import type { Credentials } from '../../core/own/credentials.ts';
import { type Draft, readPasted } from '../../core/own/paste.ts';
import { isProblem, problem } from '../../core/own/problems.ts';
import type { OwnServer } from '../../core/own/server.ts';
import { after, find, show, tick } from '../testing-page.ts';
import type { ServersActions, ServersModel } from './model.ts';
import './ServerForm.tsx';
import { ServersPage } from './ServersPage.tsx';

vi.mock('#i18n', async () => ({ i18n: (await import('../testing-page.ts')).i18n }));

const RELAY: OwnServer = {
  id: 'own-0a1b2c3d',
  name: 'My relay',
  hasCredentials: true,
  addresses: [
    { kind: 'turn', url: 'turn:relay.example:3478?transport=udp' },
    { kind: 'turn', url: 'turns:relay.example:443' },
  ],
};
const SIP: OwnServer = {
  id: 'own-11112222',
  name: 'Asterisk',
  addresses: [{ kind: 'sip', url: 'wss://pbx.example/ws' }],
};

const saved: { id: string | null; draft: Draft; credentials: Credentials | 'keep' | null }[] = [];
let said: HTMLElement | null = null;
beforeEach(() => {
  saved.length = 0;
  // The page in Node has no focus of its own.
  vi.spyOn(window.HTMLElement.prototype, 'focus').mockImplementation(function (this: HTMLElement) {
    said = this;
  });
});
afterEach(() => vi.restoreAllMocks());

const permission = { held: async () => false, request: async () => true, remove: async () => true, watch() {} };

const actions = (own: Partial<ServersActions> = {}): ServersActions => ({
  read: async (text) => readPasted(text, 0),
  complete: async (kind, host) => {
    const address = completeAddress(kind, host);
    return isProblem(address) ? address : addressText(address);
  },
  accessOf: async () => ({ kind: 'password', username: 'alice' }),
  save: async (id, draft, credentials) => {
    saved.push({ id, draft, credentials });
    return { ...RELAY, name: draft.name, addresses: draft.addresses };
  },
  move: async () => {},
  remove: async () => {},
  test: () => new Promise(() => {}),
  startCall: () => ({ ended: new Promise(() => {}), cancel() {} }),
  keep: async () => {},
  lastCalls: async () => [],
  permissionFor: () => permission,
  ...own,
});

const model = (servers: readonly OwnServer[], own: Partial<ServersModel> = {}): ServersModel => ({
  servers: signal(servers),
  agreed: signal(true),
  mayContact: signal(() => false),
  assessments: signal(new Map()),
  network: signal('somewhere'),
  target: signal(''),
  calling: signal(null),
  ...own,
});

const press = (page: HTMLElement, deed: string) =>
  after(() => page.querySelector<HTMLElement>(`[data-do="${deed}"]`)?.click());
const type = (page: HTMLElement, name: string, text: string) =>
  after(() => {
    const field = page.querySelector<HTMLInputElement>(`[name=${name}]`);
    if (!field) throw new Error(`no field ${name}`);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
const pick = (page: HTMLElement, scheme: string) =>
  tick(page.querySelector(`[name=scheme][value=${scheme}]`) as HTMLInputElement);
const submit = (page: HTMLElement) =>
  after(() =>
    page
      .querySelector('form[data-form=server]')
      ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
  );
const wrongs = (page: HTMLElement) => [...page.querySelectorAll('[role=alert]')].map(({ textContent }) => textContent);

const adding = async (own: Partial<ServersActions> = {}) => {
  const page = await show(<ServersPage model={model([])} actions={actions(own)} />);
  await press(page, 'add');
  return page;
};

describe('an empty page', () => {
  test('invites, and says how to come by a relay', async () => {
    const page = await show(<ServersPage model={model([])} actions={actions()} />);
    expect(page.textContent).toContain('No server yet');
    expect(page.textContent).toContain('install coturn');
  });

  test('adds nothing before the person has agreed to anything', async () => {
    const page = await show(<ServersPage model={model([RELAY], { agreed: signal(false) })} actions={actions()} />);
    expect(page.textContent).toContain('Finish the first page first');
    expect(page.querySelector('[href="/welcome.html"]')).not.toBeNull();
    expect(page.querySelector('[data-do=add], [data-do=call], [data-do=test]:not([disabled])')).toBeNull();
  });
});

describe('the form', () => {
  test('says before saving what will be contacted, and who can see it', async () => {
    const page = await adding();
    await type(page, 'addresses', 'turn:relay.example:443?transport=tcp\nwss://pbx.example/ws');
    expect(page.querySelector('.planned')?.textContent).toMatch(
      /2 hosts:relay\.examplepbx\.example.*see your IP address/,
    );
    expect(page.querySelector('[type=submit]')?.textContent).toBe('Agree and save');
  });

  test('keeps what was typed', async () => {
    const page = await adding();
    await type(page, 'name', ' Mine ');
    await type(page, 'addresses', 'turns:relay.example');
    await pick(page, 'rest');
    await type(page, 'password', 's3cret');
    await submit(page);
    const { id, draft, credentials } = saved[0] as (typeof saved)[0];
    expect([id, draft.name]).toEqual([null, 'Mine']);
    expect(draft.addresses).toEqual([{ kind: 'turn', url: 'turns:relay.example:5349' }]);
    expect(credentials).toEqual({ kind: 'rest', user: '', secret: 's3cret' });
    expect(page.textContent).toContain('Saved: Mine.');
  });

  test.for([
    ['ICE servers', '[{"urls":"turns:relay.example","username":"alice","credential":"pass word"}]'],
    ['Matrix', '{"username":"alice","password":"pass word","uris":["turns:relay.example"],"ttl":86400}'],
    ['a letter', 'turns:relay.example\nusername: alice\npassword: pass word'],
  ])('fills in everything from what was pasted: %s', async ([, text]) => {
    const page = await adding();
    await type(page, 'addresses', text as string);
    await submit(page);
    expect(saved[0]?.draft.addresses).toEqual([{ kind: 'turn', url: 'turns:relay.example:5349' }]);
    expect(saved[0]?.draft.name).toBe('relay.example');
    expect(saved[0]?.credentials).toMatchObject({ kind: 'password', username: 'alice', password: 'pass word' });
  });

  test('names all that is wrong, each at its field, and goes to the first', async () => {
    const page = await adding();
    await type(page, 'addresses', 'relay.example\nhttp://meet.example');
    await pick(page, 'password');
    await submit(page);
    expect(wrongs(page)).toEqual([
      'Give it a name of 60 characters at most.',
      expect.stringMatching(/^“relay\.example” says where, but not how.*“http:\/\/meet\.example” is not encrypted/),
      'Write the user name.',
      'Write the password.',
    ]);
    expect(said?.getAttribute('name')).toBe('name');
    expect(page.querySelector('textarea')?.getAttribute('aria-invalid')).toBe('true');
    expect(saved).toEqual([]);
  });

  test('never repeats a password', async () => {
    const page = await adding();
    await type(page, 'name', 'Mine');
    await type(page, 'addresses', 'turn:alice:hunter2@relay.example');
    await submit(page);
    expect(wrongs(page).join()).toContain('user name or password inside');
    expect(wrongs(page).join()).not.toContain('hunter2');
  });

  test('says what the list would not take', async () => {
    const page = await adding({ save: async () => problem('taken', 'Another') });
    await type(page, 'name', 'Mine');
    await type(page, 'addresses', 'turns:relay.example');
    await submit(page);
    expect(wrongs(page)).toEqual([expect.stringContaining('belongs to “Another” already')]);
  });

  test('says when nobody took it, and keeps what was typed', async () => {
    const page = await adding({ save: () => Promise.reject(new Error('no background')) });
    await type(page, 'name', 'Mine');
    await type(page, 'addresses', 'turns:relay.example');
    await submit(page);
    expect(wrongs(page)).toEqual([expect.stringContaining('That could not be done')]);
    expect(page.querySelector<HTMLInputElement>('[name=name]')?.value).toBe('Mine');
  });

  test('completes a host that is known by its name only', async () => {
    const page = await adding();
    const host = find<HTMLElement>(page, 'label', 'Host name');
    await after(() => {
      const field = page.querySelector<HTMLInputElement>(`#${host.getAttribute('for')}`) as HTMLInputElement;
      field.value = 'meet.example';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press(page, 'jitsi');
    await submit(page);
    expect(saved[0]?.draft).toMatchObject({
      name: 'meet.example',
      addresses: [{ url: 'https://meet.example/config.js' }],
    });
  });
});

describe('changing a server', () => {
  const editing = async () => {
    const page = await show(<ServersPage model={model([RELAY])} actions={actions()} />);
    await press(page, 'edit');
    return page;
  };

  test('shows no secret, and leaves it as it is', async () => {
    const page = await editing();
    const field = page.querySelector<HTMLInputElement>('[name=password]');
    expect([field?.value, field?.getAttribute('placeholder')]).toEqual(['', 'kept; type to replace']);
    await submit(page);
    expect(saved[0]).toMatchObject({ id: RELAY.id, credentials: 'keep', draft: { addresses: RELAY.addresses } });
  });

  test('asks for the password of another user', async () => {
    const page = await editing();
    await type(page, 'username', 'bob');
    await submit(page);
    expect(wrongs(page)).toEqual(['Write the password.']);
    await type(page, 'password', 'new');
    await submit(page);
    expect(saved[0]?.credentials).toEqual({ kind: 'password', username: 'bob', password: 'new' });
  });

  test('forgets credentials that are no longer wanted', async () => {
    const page = await editing();
    await pick(page, 'none');
    await submit(page);
    expect(saved[0]?.credentials).toBeNull();
  });
});

test('Removing says what will go, and asks', async () => {
  const remove = vi.fn(async () => {});
  const page = await show(<ServersPage model={model([SIP])} actions={actions({ remove })} />);
  await press(page, 'remove');
  expect(page.textContent).toContain('its credentials are deleted');
  expect(remove).not.toHaveBeenCalled();
  await press(page, 'remove-now');
  expect(remove).toHaveBeenCalledWith(SIP.id);
  expect(page.textContent).toContain('Removed: Asterisk.');
});

test('A change that was not kept is told, with a way to try again', async () => {
  const move = vi.fn(() => Promise.reject(new Error('full')));
  const page = await show(<ServersPage model={model([RELAY, SIP])} actions={actions({ move })} />);
  await press(page, 'down');
  expect(wrongs(page).join()).toContain('That could not be done');
  await after(() => find(page, 'button', 'Try again').click());
  expect(move).toHaveBeenCalledTimes(2);
});

const call = (
  transport: TransportCall['transport'],
  end: CallEnd,
  own: Partial<TransportCall> = {},
): TransportCall => ({
  transport,
  end,
  reached: {},
  durationMs: 8_000,
  seconds: [],
  roundTripMs: null,
  jitterMs: null,
  loss: null,
  stalls: 0,
  mos: null,
  ...own,
});
const found = (...calls: readonly TransportCall[]): TestCall => ({
  at: 1,
  service: RELAY.id,
  calls,
  conclusion: conclusionOf(calls),
});
const calling = async (keep: ServersActions['keep'] = async () => {}) => {
  const ended = Promise.withResolvers<TestCall>();
  const cancel = vi.fn();
  let tell: (progress: CallProgress) => void = () => {};
  const startCall = vi.fn<ServersActions['startCall']>((_, __, onProgress) => {
    tell = onProgress;
    return { ended: ended.promise, cancel };
  });
  const page = await show(<ServersPage model={model([RELAY])} actions={actions({ startCall, keep })} />);
  const part = page.querySelector('[data-call]') as HTMLElement;
  await after(() =>
    part.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
  );
  return {
    part,
    cancel,
    startCall,
    tell: (progress: Partial<CallProgress>) =>
      after(() => tell({ transport: 'udp', stage: 'relay', share: 0, seconds: [], ...progress })),
    end: (call: TestCall) => after(() => ended.resolve(call)),
  };
};

describe('a test call', () => {
  test('is offered over what the server has, each in turn unless another is chosen', async () => {
    const { startCall } = await calling();
    expect(startCall.mock.calls[0]?.[1]).toEqual(['udp', 'tls']);
  });

  test('is not offered without a relay', async () => {
    const page = await show(<ServersPage model={model([SIP])} actions={actions()} />);
    expect(page.querySelector('[data-do=call]')).toBeNull();
  });

  test('says what it takes before it begins', async () => {
    const page = await show(<ServersPage model={model([RELAY])} actions={actions()} />);
    expect(page.textContent).toMatch(/No microphone is used.*about 24 sec in all.*about 480 kB/);
  });

  test('shows how far it truly is, in words, and says each stage once', async () => {
    const { part, tell } = await calling();
    await tell({ transport: 'tls', stage: 'dtls', share: 0.5 });
    const stages = [...part.querySelectorAll('.stages li')].map((stage) => stage.lastElementChild?.textContent);
    expect(stages).toEqual(['reached', 'reached', 'under way', 'still to come', 'still to come']);
    expect(part.querySelector('progress')?.getAttribute('value')).toBe('0.75');
    expect(part.querySelector('[role=status]')?.textContent).toBe('Over TLS. Connection through it.');
  });

  test('is cancelled by the button that started it', async () => {
    const { part, cancel } = await calling();
    await press(part, 'cancel');
    expect(cancel).toHaveBeenCalledOnce();
  });

  test('ends in a sentence, in how it sounds, and in numbers', async () => {
    const { part, end } = await calling();
    const heard = { roundTripMs: 48.4, jitterMs: 3, loss: 0.012, stalls: 1, mos: 4.25 };
    await end(found(call('udp', 'works', { ...heard, seconds: [{ ...heard, packets: 50 }] })));
    expect([part.dataset.call, part.dataset.conclusion]).toEqual(['ended', 'works']);
    expect(part.querySelector('[role=status]')?.textContent).toBe('The test call works');
    expect(part.textContent).toMatch(/Good for voice.*4\.3 of 4\.5.*48 ms.*3 ms.*1\.2%/);
  });

  test('does not put a number where nothing was measured', async () => {
    const { part, end } = await calling();
    const seconds = [{ roundTripMs: null, jitterMs: null, loss: null, packets: 50 }];
    await end(found(call('udp', 'cut', { cutAfterS: 3, seconds })));
    expect(part.querySelector('.numbers')?.textContent).toMatch(/\(MOS\)not measuredRound tripnot measured/);
  });

  test.for<[CallEnd, Partial<TransportCall>, RegExp]>([
    ['refused', { code: '401' }, /refused the user name or password.*Code: 401/],
    ['refused', { code: '486' }, /quota is used up/],
    ['refused', { code: '403' }, /did not let us in/],
    ['silent', { code: '701' }, /did not answer/],
    [
      'no-ice',
      { reached: { relay: 90 } },
      /no packet between them.*reached after 90 ms.*Connection through it *not reached/,
    ],
    ['no-dtls', {}, /handshake for the keys/],
    ['no-media', {}, /no sound came/],
    ['cut', { cutAfterS: 3.1 }, /Sound came for 3\.1 sec/],
    ['cancelled', {}, /You cancelled it/],
    ['interrupted', {}, /It says nothing/],
    ['untestable', { code: 'no-sound' }, /could not make the call/],
  ])('says where it broke: %s %j', async ([how, own, words]) => {
    const { part, end } = await calling();
    await end(found(call('udp', how, own)));
    expect(part.querySelector('.transport')?.textContent).toMatch(words);
    expect(part.querySelector('.call-result')?.textContent).toContain('it says nothing about other services');
  });

  test('that the history did not take is told', async () => {
    const { part, end } = await calling(() => Promise.reject(new Error('private window')));
    await end(found(call('udp', 'works')));
    expect(part.textContent).toContain('could not be kept in the history');
  });
});
