import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import type { TestCall } from '../../core/call/call.ts';
import { createActions } from './actions.ts';
import type { WritableModel } from './model.ts';

const kept = vi.hoisted(() => ({ networks: [] as (string | null)[], round: (_: string | null) => {} }));
vi.mock('../../platform/history/calls.ts', () => ({
  keepCall: async ({ network }: { network: string | null }) => void kept.networks.push(network),
}));
vi.mock('../../platform/messages.ts', () => ({
  sendMessage: () =>
    new Promise((resolve) => {
      kept.round = resolve;
    }),
}));

test('A call is in the history before the round that names its network is over', async () => {
  const actions = createActions({ network: signal(null) } as unknown as WritableModel);
  const call: TestCall = { at: 1, service: 'own-00000001', calls: [], conclusion: 'works' };
  const done = actions.keep(call);
  await vi.waitFor(() => expect(kept.networks).toEqual([null]));
  await vi.waitFor(() => {
    kept.round('0123456789abcdef');
    expect(kept.networks).toEqual([null, '0123456789abcdef']);
  });
  await done;
});
