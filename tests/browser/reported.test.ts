import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { which } from '../../scripts/setup/run.mjs';
import { authority, leafFiles } from '../lab/certificates.ts';
import { textOf } from '../reporting/published.ts';
import { type OtlpReceiver, otlpReceiver } from '../reporting/receiver.ts';
import { agreeQuietly, openDriver } from './open-driver.ts';
import { canSetPolicies, setPolicies } from './policies.ts';
import { until } from './until.ts';

const canTest = canSetPolicies && which('openssl') !== null && which('certutil') !== null;

describe.skipIf(!canTest)('a managed browser that checks (needs Linux, root, openssl and certutil)', () => {
  let driver: Driver;
  let receiver: OtlpReceiver;
  let takeBack: () => void;
  beforeAll(async () => {
    const trusted = await authority('trusted');
    receiver = await otlpReceiver(await leafFiles(trusted, { hosts: ['127.0.0.1'] }), 'secret');
    const { endpoint } = receiver;
    const reporting = { endpoint, headers: { Authorization: 'Bearer secret' }, place: 'Rabat office' };
    takeBack = setPolicies({ services: ['signal'], reporting });
    driver = await openDriver({ caPem: trusted.certificate });
    await agreeQuietly(driver);
  });
  afterAll(async () => {
    await driver?.close();
    await receiver?.close();
    takeBack?.();
  });

  test('reports what it found, once a round, after a refusal too', async () => {
    receiver.answers.push({ status: 400, message: 'not today' });
    for (const round of [1, 2]) {
      await until(`report ${round}`, async () => {
        // Goes by while a round runs.
        await driver.sendMessage('checkNow', { confirm: false });
        return receiver.headers.length >= round;
      });
    }
    const [request] = receiver.requests;
    expect(receiver.headers[0]?.authorization).toBe('Bearer secret');
    expect(request?.resourceMetrics[0]?.resource.attributes.map(textOf)).toContain('Rabat office');
    const states = request?.resourceMetrics[0]?.scopeMetrics[0]?.metrics.find(
      ({ name }) => name === 'ringback.calls.state',
    );
    const services = states?.gauge.dataPoints.map(({ attributes }) =>
      attributes
        .filter(({ key }) => key === 'ringback.service')
        .map(textOf)
        .join(),
    );
    expect(new Set(services)).toEqual(new Set(['signal']));
  });
});
