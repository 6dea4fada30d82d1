import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Lab } from '../lab/lab.ts';
import { folderOf } from '../lab/namespaces.ts';
import { type Contact, volume } from '../lab/router/traffic.ts';

export type Command = Round | Patience | Rest | { readonly do: 'end' };
/** A round as "check now" makes it, or as the background does; `services` null is the default selection. */
interface Round {
  readonly do: 'full' | 'light';
  readonly services?: readonly string[] | null;
}
/** How long the browser itself waits for a STUN server. */
interface Patience {
  readonly do: 'patience';
  readonly url: string;
}
/** Nothing of the extension stays open; nothing can be measured after it. */
interface Rest {
  readonly do: 'rest';
}

export interface Done {
  readonly durationMs: number;
  readonly firstWordMs?: number | null;
  readonly state?: string;
}

export interface Measured extends Done {
  /** On the wire, both ways, from the IP header on. */
  readonly bytes: number;
  readonly contacts: readonly Contact[];
}

/** A browser in the lab's client that makes rounds on demand. Started anew it has no connection open and no TLS session. */
export class Session {
  static async use<T>(lab: Lab, browser: string, profile: string, work: (session: Session) => Promise<T>): Promise<T> {
    const program = join(import.meta.dirname, 'inside.ts');
    const child = lab.client.start(process.execPath, [program, browser, profile]);
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    if (!child.stdout || !child.stdin) throw new Error('the browser has no pipes');
    const { stdin } = child;
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async (): Promise<Done> => {
      const { value, done } = await lines.next();
      if (done) throw new Error(`the browser's driver ended: ${complaint}`);
      return JSON.parse(value) as Done;
    };
    const tell = (command: Command) => stdin.write(`${JSON.stringify(command)}\n`);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    try {
      await next();
      return await work(
        new Session(lab, (command) => {
          tell(command);
          return next();
        }),
      );
    } finally {
      tell({ do: 'end' });
      await ended;
    }
  }

  readonly #lab: Lab;
  readonly #ask: (command: Command) => Promise<Done>;

  private constructor(lab: Lab, ask: (command: Command) => Promise<Done>) {
    this.#lab = lab;
    this.#ask = ask;
  }

  async measure(command: Command): Promise<Measured> {
    await this.#lab.forget();
    const done = await this.#ask(command);
    const contacts = await this.#lab.contacts();
    return { ...done, bytes: volume(contacts), contacts };
  }
}

/** A browser profile that lasts as long as the work with it. */
export async function withProfile<T>(lab: Lab, work: (profile: string) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(folderOf(lab.client.namespace), 'profile-'));
  try {
    return await work(profile);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
