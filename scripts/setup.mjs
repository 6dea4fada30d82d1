import { SetupError, say } from './setup/log.mjs';
import { prepare } from './setup/prepare.mjs';

/** Installs all that any command may use. The commands do this themselves; this is for images and caches. */
try {
  const { node } = await prepare({
    required: ['chromium'],
    optional: ['firefox', 'fonts', 'lab', 'kamailio', 'prometheus'],
  });
  say(`Ready. The tools run under ${node}.`);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
