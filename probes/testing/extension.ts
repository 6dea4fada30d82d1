import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { backgroundPage } from './background-page.ts';
import { FakePorts } from './ports.ts';

/** What WXT's fake browser leaves out, as far as the product uses it. Call `extension()` before each test. */

type Listener = (...args: never[]) => unknown;

/** An event that can be fired. */
export class FakeEvent {
  readonly listeners: Listener[] = [];
  readonly filters: unknown[] = [];
  readonly addListener = vi.fn((listener: Listener, filter?: unknown) => {
    this.listeners.push(listener);
    this.filters.push(filter);
  });
  readonly removeListener = vi.fn((listener: Listener) => {
    const at = this.listeners.indexOf(listener);
    if (at >= 0) this.listeners.splice(at, 1);
  });
  readonly hasListener = (listener: Listener): boolean => this.listeners.includes(listener);

  fire(...args: unknown[]): void {
    for (const listener of [...this.listeners]) (listener as (...all: unknown[]) => unknown)(...args);
  }
}

/** Chromium's hidden page: at most one, and closing it takes a while. */
export class FakeOffscreen {
  open = false;
  closing: Promise<void> | null = null;
  /** What `createDocument` throws, if anything. */
  refusal: Error | null = null;
  closesInMs = 0;

  readonly createDocument = vi.fn(async () => {
    if (this.refusal) throw this.refusal;
    if (this.open) throw new Error('Only a single offscreen document may be created.');
    this.open = true;
  });
  readonly closeDocument = vi.fn(async () => {
    if (!this.open) throw new Error('No current offscreen document.');
    if (this.closesInMs > 0) await new Promise((resolve) => setTimeout(resolve, this.closesInMs));
    this.open = false;
  });
  readonly getContexts = async (): Promise<unknown[]> => (this.open ? [{}] : []);
}

export interface Extension {
  /** Optional permissions that are held: `notifications`, `webRequest`, `https://host/*`, `locationInfo`. */
  readonly held: Set<string>;
  readonly permissionAdded: FakeEvent;
  readonly permissionRemoved: FakeEvent;
  readonly offscreen: FakeOffscreen;
  readonly webRequest: { onBeforeRedirect: FakeEvent; onResponseStarted: FakeEvent; onErrorOccurred: FakeEvent };
  readonly ports: FakePorts;
  /** The connection that `navigator` tells of. */
  readonly connection: EventTarget & { saveData: boolean; type?: string };
  /** Events of the worker's own global scope. */
  readonly scope: EventTarget;
}

const lent = new Map<string, () => void>();

/** Puts an API of the fake browser in place of the one that throws, until the next `extension()`. */
export function lend(path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const place = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], fakeBrowser);
  const put = (what: unknown) =>
    Object.defineProperty(place, last, { value: what, configurable: true, writable: true, enumerable: true });
  const own = (place as Record<string, unknown>)[last];
  if (!lent.has(path)) lent.set(path, () => put(own));
  put(value);
}

export const OWN_ORIGIN = 'https://extension.test';
export const HOSTS = ['*://web.example/*'];

/** @param kind a worker without WebRTC that borrows a page for it (`chromium`), or a background page that has its own (`firefox`) */
export function extension(kind: 'chromium' | 'firefox' = 'firefox'): Extension {
  for (const takeBack of lent.values()) takeBack();
  lent.clear();
  fakeBrowser.reset();
  const made: Extension = {
    held: new Set(),
    permissionAdded: new FakeEvent(),
    permissionRemoved: new FakeEvent(),
    offscreen: new FakeOffscreen(),
    ports: new FakePorts(),
    webRequest: {
      onBeforeRedirect: new FakeEvent(),
      onResponseStarted: new FakeEvent(),
      onErrorOccurred: new FakeEvent(),
    },
    connection: Object.assign(new EventTarget(), { saveData: false }),
    scope: new EventTarget(),
  };
  lend('permissions', {
    // The hosts of the manifest's list are held with `webRequest`, any other by its own pattern.
    contains: async ({ permissions = [], origins = [], data_collection = [] }: Record<string, string[]>) =>
      [...permissions, ...data_collection, ...origins.filter((origin) => !HOSTS.includes(origin))].every((one) =>
        made.held.has(one),
      ),
    onAdded: made.permissionAdded,
    onRemoved: made.permissionRemoved,
  });
  lend('offscreen', kind === 'chromium' ? made.offscreen : undefined);
  lend('webRequest', made.webRequest);
  lend('runtime.connect', made.ports.connect);
  lend('runtime.onConnect', made.ports.connected);
  lend('dns', undefined);
  lend('action.setIcon', vi.fn());
  lend(
    'runtime.getContexts',
    kind === 'chromium'
      ? made.offscreen.getContexts
      : () => Promise.reject(new TypeError('OFFSCREEN_DOCUMENT is no type of context')),
  );
  // A scheme that Node knows to have origins, as browsers know their own.
  lend('runtime.getURL', (path: string) => `${OWN_ORIGIN}${path}`);
  lend('runtime.getManifest', () => ({ optional_host_permissions: [...HOSTS, 'https://*/*'] }));
  // Texts are their own keys, with what they are filled with.
  lend('i18n.getMessage', (key: string, pieces?: string[]) =>
    key === 'language' ? 'en' : [key, ...(pieces ?? [])].filter(Boolean).join(': '),
  );
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('browser', fakeBrowser);
  vi.stubGlobal('navigator', { onLine: true, connection: made.connection });
  vi.stubGlobal('addEventListener', made.scope.addEventListener.bind(made.scope));
  vi.stubGlobal('RTCPeerConnection', undefined);
  vi.stubGlobal('document', kind === 'firefox' ? backgroundPage() : undefined);
  return made;
}
