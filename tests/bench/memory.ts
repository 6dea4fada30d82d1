import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { must } from '../lab/command.ts';
import type { Lab } from '../lab/lab.ts';
import { Session, withProfile } from './session.ts';
import { heading, line } from './table.ts';

/** Chromium ends an idle worker after 30 s. */
const IDLE_MS = 40_000;

/** Memory of Chromium's extension processes while a check runs, and when it has long ended. */
export async function memory(lab: Lab) {
  heading("Memory of the extension's processes, chromium: most while a check runs, after 40 s of rest");
  const measured = await withProfile(lab, (profile) =>
    Session.use(lab, 'chromium', profile, async (session) => {
      await session.measure({ do: 'full' });
      let most = 0;
      const round = session.measure({ do: 'full' });
      let running = true;
      void round.finally(() => {
        running = false;
      });
      while (running) {
        most = Math.max(most, await extensionMemory(lab));
        await sleep(30);
      }
      await session.measure({ do: 'rest' });
      await sleep(IDLE_MS);
      return { mostBytes: most, restBytes: await extensionMemory(lab) };
    }),
  );
  line('', megabytes(measured.mostBytes), megabytes(measured.restBytes));
  return measured;
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Proportional set size of the renderer processes that Chromium keeps for extensions. */
async function extensionMemory(lab: Lab): Promise<number> {
  const pids = (await must('ip', ['netns', 'pids', lab.client.namespace])).split('\n').filter(Boolean);
  const read = (path: string): string => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      // It has ended meanwhile.
      return '';
    }
  };
  const kilobytes = pids
    .filter((pid) => read(`/proc/${pid}/cmdline`).includes('--extension-process'))
    .map((pid) => Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0));
  return kilobytes.reduce((sum, kB) => sum + kB * 1024, 0);
}
