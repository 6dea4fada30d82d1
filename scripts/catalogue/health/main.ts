import { join } from 'node:path';
import { controlRecords, serviceRecords } from '../../../core/catalogue/files.ts';
import { ROOT } from '../../build/output.ts';
import { familiesHere } from './addresses.ts';
import { askEndpoint } from './endpoint.ts';
import { mergeFolder } from './files.ts';
import { type HealthOptions, parseOptions, USAGE, UsageError } from './options.ts';
import { writeRun } from './record.ts';
import { healthRun } from './run.ts';
import { summary } from './summary.ts';
import { targetsOf } from './targets.ts';

/** See docs/catalogue-health.md. */
async function main(): Promise<number> {
  const services = serviceRecords();
  try {
    const options = parseOptions(
      process.argv.slice(2),
      services.map(({ id }) => id),
    );
    if (options.help) {
      console.log(USAGE);
      return 0;
    }
    const folder = options.out ?? join(ROOT, 'health');
    if (options.place !== undefined && !(await askFrom(options.place, folder, options))) return 3;
    if (options.merge) {
      const urls = targetsOf(services, controlRecords()).map(({ url }) => url);
      const said = mergeFolder(folder, join(ROOT, 'core', 'catalogue', 'health.json'), urls, Date.now());
      console.log(said.length > 0 ? said.join('\n') : 'Nobody was demoted or retired, fell silent or came back.');
    }
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${USAGE}`);
      return 2;
    }
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

/** @returns false where nothing could be recorded */
async function askFrom(place: string, folder: string, { only, pause }: HealthOptions): Promise<boolean> {
  const takenAt = new Date().toISOString();
  const families = await familiesHere();
  const targets = targetsOf(serviceRecords(), controlRecords(), only);
  console.log(`Asking ${targets.length} addresses. This takes a minute or two.`);
  const run = await healthRun({
    targets,
    ask: (target) => askEndpoint(target, families),
    random: Math.random,
    pause,
  });
  if ('unfit' in run) {
    console.log(`${run.unfit} Nothing is recorded.`);
    return false;
  }
  const record = {
    schemaVersion: 1,
    place,
    takenAt,
    udp: run.udp,
    ipv6: families[6],
    endpoints: run.endpoints,
  } as const;
  console.log(`${summary(record)}\n\nWritten to ${writeRun(folder, record)}`);
  return true;
}

process.exitCode = await main();
