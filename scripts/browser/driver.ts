import type { Page } from 'puppeteer-core';
import type { BrowserFamily } from '../setup/browsers.mjs';

export type { BrowserFamily };

export interface LaunchOptions {
  readonly browser: BrowserFamily;
  /** The built extension; a copy of it is loaded. */
  readonly extensionDir: string;
  /** A folder whose files take the place of the extension's own. */
  readonly files?: string;
  /** Keeps the browser's profile, and so the extension's storage, from one launch to the next. Without it everything is thrown away. */
  readonly profileDir?: string;
  readonly headless?: boolean;
  /** PEM file of a certificate authority to trust, on top of those that the machine trusts. */
  readonly caPem?: string;
  /** `host:port` of an HTTP proxy for everything. */
  readonly proxy?: string;
  /** As a person, an extension or an administrator can switch it off. */
  readonly webrtc?: 'off';
  /** Language of the browser, where its language pack is installed. */
  readonly lang?: string;
  /** The page that opens at installation stays open; else it is closed as it appears. */
  readonly keepFirstPage?: boolean;
  /** `granted`: the extension holds its optional host permissions and `webRequest` from the start (Chromium only). */
  readonly hosts?: 'optional' | 'granted';
  /** Further preferences of Firefox. */
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
  /** Further arguments of the browser's command line. */
  readonly args?: readonly string[];
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export type StorageArea = 'local' | 'session';

/** A browser with the extension in it; the same for every browser. */
export interface Driver {
  readonly browser: BrowserFamily;
  readonly version: string;
  /** `chrome-extension://…/` or `moz-extension://…/` */
  readonly origin: string;
  readonly storage: {
    get<T>(area: StorageArea, key: string): Promise<T | null>;
    set(area: StorageArea, key: string, value: unknown): Promise<void>;
  };
  /** Opens one of the extension's pages in a tab, and resolves when its document is loaded. */
  openPage(path: string, size?: PageSize): Promise<Page>;
  /** Sends one of `platform/messages.ts` to the background, and resolves to its answer; rejects with its error. */
  sendMessage(type: string, data?: unknown): Promise<unknown>;
  /** What the toolbar button shows. */
  badgeText(): Promise<string>;
  /** Ends the background as the browser does when it has been idle. The next event starts it again. */
  stopWorker(): Promise<void>;
  /** Grants the optional hosts and `webRequest` by the browser's own request, as a person's click does. False when it was not granted. */
  grantHosts(): Promise<boolean>;
  /** Resolves when the browser has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends the browser at once, as a crash does; the profile stays as it is. */
  kill(): Promise<void>;
  close(): Promise<void>;
}
