import { expect, test } from 'vitest';
import type { Judgement, ServiceAssessment } from '../core/verdict/snapshot.ts';
import type { CallState, MessageState } from '../core/vocabulary.ts';
import { worksNow } from './works-now.ts';

const service = (id: string, calls: CallState, messages: MessageState): ServiceAssessment => ({
  id,
  calls: { state: calls } as Judgement<CallState>,
  messages: { state: messages } as Judgement<MessageState>,
  evidence: [],
});

test('services whose calls show no sign of blocking are what works', () => {
  const services = [
    service('signal', 'clear', 'reachable'),
    service('whatsapp', 'likely-blocked', 'reachable'),
    service('meet', 'clear', 'reachable'),
  ];
  expect(worksNow(services)).toEqual({ kind: 'calls', ids: ['signal', 'meet'] });
});

test.each(['impaired', 'suspected', 'untestable', 'insufficient', 'down'] as const)(
  '%s calls are not promised',
  (state) => {
    expect(worksNow([service('signal', state, 'insufficient')])).toBeNull();
  },
);

test('where no call works, messages that get through are what works', () => {
  const services = [
    service('whatsapp', 'likely-blocked', 'reachable'),
    service('viber', 'unreachable', 'likely-blocked'),
  ];
  expect(worksNow(services)).toEqual({ kind: 'messages', ids: ['whatsapp'] });
});

test('nothing is promised when nothing is known', () => {
  expect(worksNow([])).toBeNull();
});
