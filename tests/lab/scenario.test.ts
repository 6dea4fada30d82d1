import { describe, expect, it } from 'vitest';
import { serviceRecords } from '../../core/catalogue/files.ts';
import { SAMPLE } from './sample.ts';
import { FAMILIES, type Scenario, scenario, scenarioNames } from './scenario.ts';

const known = serviceRecords().map(({ id }) => id);
const all = await Promise.all(
  scenarioNames().map(async (name): Promise<[string, Scenario]> => [name, await scenario(name)]),
);

describe.each(all)('scenario %s', (_, { says, services, phases }) => {
  it('says in a sentence what happens', () => expect(says).toMatch(/^\S.*\.$/));

  it('checks services that the catalogue has, and expects nothing of others', () => {
    expect(known).toEqual(expect.arrayContaining([...services]));
    const named = phases.flatMap(({ expect }) => Object.keys(expect.services ?? {}));
    expect(services).toEqual(expect.arrayContaining(named));
  });

  it('expects something of every phase', () => {
    expect(phases.length).toBeGreaterThan(0);
    for (const phase of phases) expect(Object.keys(phase.expect)).not.toEqual([]);
  });
});

it('has no scenario of which another one says the same', () => {
  const sentences = all.map(([, { says }]) => says);
  expect(new Set(sentences).size).toBe(sentences.length);
});

it('plays only scenarios that there are in every run of the tests, and some of each family', () => {
  const played = all.filter(([name]) => SAMPLE.includes(name));
  expect(played.map(([name]) => name)).toEqual([...SAMPLE].sort());
  expect(new Set(played.map(([, { family }]) => family))).toEqual(new Set(FAMILIES));
});
