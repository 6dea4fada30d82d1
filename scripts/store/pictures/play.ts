import { launch } from '../../browser/launch.ts';
import { outputDir } from '../../build/output.ts';
import { runRounds } from '../../check/rounds.ts';
import { age } from './age.ts';

/** `play.ts <profile> <times> <hours> <services>`: checks so many times on the network that it is on, each so many hours after the last. */
const [profileDir = '', times = '1', hours = '1', services = ''] = process.argv.slice(2);

const driver = await launch({ browser: 'chromium', extensionDir: outputDir('chrome'), profileDir });
try {
  await driver.sendMessage('saveSettings', { services: services.split(','), automatic: false, updates: false });
  await driver.storage.set('local', 'consent', { agreedAt: Date.now() });
  for (let time = 0; time < Number(times); time++) {
    await age(driver, Number(hours));
    await runRounds(driver, { rounds: 1, spacing: 0, explained: false });
  }
} finally {
  await driver.close();
}
