import { expect, test, vi } from 'vitest';
import type { CallSummary } from '../core/call/call.ts';
import type { EndpointEvidence, ServiceAssessment } from '../core/verdict/snapshot.ts';
import { ServerLine } from './ServerLine.tsx';
import { TestCallLine } from './TestCallLine.tsx';
import { show } from './testing-page.ts';

vi.mock('#i18n', async () => ({ i18n: (await import('./testing-page.ts')).i18n }));

const NOW = Date.UTC(2026, 10, 22, 12);
const judged = { rounds: 1, failing: 0, since: NOW };
const CALL: CallSummary = { at: NOW - 60_000, conclusion: 'cut', transport: null, mos: null, cuts: 1 };

const assessment = (id: string, url: string, call?: CallSummary): ServiceAssessment => ({
  id,
  calls: { ...judged, state: 'clear', rule: 'calls.relay-answered' },
  messages: { ...judged, state: 'reachable', rule: 'messages.answered' },
  evidence: [{ url, role: 'media', vote: 'counted' }],
  ...(call && { call }),
});
const shown = (of: ServiceAssessment) => show(<TestCallLine assessment={of} now={NOW} />);

test('A relay of the person’s own says how the last test call went, and leads to the next', async () => {
  const page = await shown(assessment('own-0a1b2c3d', 'turns:relay.example:443', CALL));
  expect(page.textContent).toContain('The test call was cut · ');
  expect(page.querySelector('a')?.getAttribute('href')).toBe('/servers.html#own-0a1b2c3d');
  const fresh = await shown(assessment('own-0a1b2c3d', 'turns:relay.example:443'));
  expect(fresh.textContent).toBe('Test call');
});

test('No test call is offered through others’ relays, or without one', async () => {
  expect((await shown(assessment('signal', 'turn:relay.example:80?transport=udp'))).textContent).toBe('');
  expect((await shown(assessment('own-0a1b2c3d', 'stun:relay.example:3478'))).textContent).toBe('');
});

test('The status of a SIP response does not look like an error of the way to it', async () => {
  const endpoint = (code: string): EndpointEvidence => ({
    url: 'wss://pbx.example/ws',
    role: 'signalling',
    vote: 'counted',
    observation: {
      url: 'wss://pbx.example/ws',
      probe: 'sip',
      transport: 'tls',
      outcome: 'answered',
      startedAt: NOW,
      durationMs: 90,
      depth: 'application',
      code,
    },
  });
  const code = async (of: string) =>
    (await show(<ServerLine endpoint={endpoint(of)} now={NOW} />)).querySelector('code')?.textContent;
  expect(await code('401')).toBe('SIP 401');
  expect(await code('1006')).toBe('1006');
});
