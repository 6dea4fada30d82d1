import { describe, expect, it } from 'vitest';
import { serviceRecords } from '../../core/catalogue/files.ts';
import { NEWCOMER } from './feed/hosts.ts';
import { listed, type OwnScenario, ownScenario, ownScenarioNames } from './own/scenario.ts';
import { SAMPLE } from './sample.ts';
import { FAMILIES, type Scenario, scenario, scenarioNames } from './scenario.ts';

const known = [...serviceRecords().map(({ id }) => id), NEWCOMER.id];
const all = await Promise.all(
  scenarioNames().map(async (name): Promise<[string, Scenario]> => [name, await scenario(name)]),
);

const own = await Promise.all(
  ownScenarioNames().map(async (name): Promise<[string, OwnScenario]> => [name, await ownScenario(name)]),
);

describe.each(all)('scenario %s', (_, { says, services, updates, phases }) => {
  it('says in a sentence what happens', () => expect(says).toMatch(/^\S.*\.$/));

  it('checks services that the catalogue has, and expects nothing of others', () => {
    expect(known).toEqual(expect.arrayContaining([...services]));
    const named = phases.flatMap(({ expect }) => Object.keys(expect.services ?? {}));
    expect(services).toEqual(expect.arrayContaining(named));
  });

  it('says of newer editions nothing where none is looked for', () => {
    const about = phases.filter(({ person, keys, expect }) => person || keys || expect.edition);
    if (!updates) expect(about).toEqual([]);
  });

  it('expects something of every phase', () => {
    expect(phases.length).toBeGreaterThan(0);
    for (const phase of phases) expect(Object.keys(phase.expect)).not.toEqual([]);
  });
});

describe.each(own)('scenario %s', (_, { says, steps }) => {
  it('says in a sentence what happens', () => expect(says).toMatch(/^\S.*\.$/));

  it('does something, and expects something of the last of it', () => {
    expect(steps.at(-1)?.expect).toBeDefined();
  });
});

it('has no scenario of which another one says the same', () => {
  const sentences = [...all, ...own].map(([, { says }]) => says);
  expect(new Set(sentences).size).toBe(sentences.length);
});

it('plays only scenarios that there are in every run of the tests, and some of each family', () => {
  const listedToo = own.map(([name, scenario]): [string, Scenario] => [name, listed(scenario)]);
  const played = [...all, ...listedToo].filter(([name]) => SAMPLE.includes(name));
  expect(played.map(([name]) => name).sort()).toEqual([...SAMPLE].sort());
  expect(new Set(played.map(([, { family }]) => family))).toEqual(new Set(FAMILIES));
});
