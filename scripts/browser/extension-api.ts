import type { Page } from 'puppeteer-core';
import type { StorageArea } from './driver.ts';

/** The part of the extension API that a driver calls from inside a page; both browsers give promises. */
interface Api {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly action: { getBadgeText(details: object): Promise<string> };
  readonly storage: Record<
    StorageArea,
    { get(key: string): Promise<Record<string, unknown>>; set(items: Record<string, unknown>): Promise<void> }
  >;
}

interface Reply {
  readonly res?: unknown;
  readonly err?: { readonly name?: string; readonly message?: string };
}

/** Reads and commands the extension from one of its own pages. The functions inside run in the browser and see nothing out here. */
export function extensionApi(openBlankPage: () => Promise<Page>) {
  let opened: Promise<Page> | undefined;
  const blank = () => {
    opened ??= openBlankPage();
    return opened;
  };
  return {
    storage: {
      async get<T>(area: StorageArea, key: string): Promise<T | null> {
        const page = await blank();
        // As text: WebDriver BiDi cuts deep objects off.
        const text = await page.evaluate(
          async (area, key) => {
            const scope = globalThis as unknown as { browser?: Api; chrome: Api };
            return JSON.stringify((await (scope.browser ?? scope.chrome).storage[area].get(key))[key] ?? null);
          },
          area,
          key,
        );
        return JSON.parse(text) as T | null;
      },
      async set(area: StorageArea, key: string, value: unknown): Promise<void> {
        const page = await blank();
        // As text: WebDriver BiDi takes no property that is called `toString`.
        await page.evaluate(
          async (area, key, text) => {
            const scope = globalThis as unknown as { browser?: Api; chrome: Api };
            await (scope.browser ?? scope.chrome).storage[area].set({ [key]: JSON.parse(text) });
          },
          area,
          key,
          JSON.stringify(value),
        );
      },
    },

    /** In the wire format of @webext-core/messaging, which answers `{ res }` or `{ err }`. */
    async sendMessage(type: string, data?: unknown): Promise<unknown> {
      const page = await blank();
      const reply = await page.evaluate(
        async (type, data) => {
          const scope = globalThis as unknown as { browser?: Api; chrome: Api };
          const message = { id: Date.now(), type, data, timestamp: Date.now() };
          return (await (scope.browser ?? scope.chrome).runtime.sendMessage(message)) as Reply | undefined;
        },
        type,
        data,
      );
      if (!reply) throw new Error(`Nobody in the extension answers "${type}".`);
      if (reply.err) throw new Error(`"${type}" failed in the extension: ${reply.err.message ?? reply.err.name}`);
      return reply.res;
    },

    async badgeText(): Promise<string> {
      const page = await blank();
      return page.evaluate(() => {
        const scope = globalThis as unknown as { browser?: Api; chrome: Api };
        return (scope.browser ?? scope.chrome).action.getBadgeText({});
      });
    },
  };
}
