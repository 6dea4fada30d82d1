import { openHistory } from './history/database.ts';
import { forgetEverything as forgetHistory } from './history/deleting.ts';
import { area } from './items.ts';
import { explainPermission, notificationPermission, removeHosts } from './permissions.ts';
import { forgetSecrets } from './secrets.ts';

/**
 * Forgets all that was ever stored, and gives all permissions back, as after an installation.
 *
 * @returns false when some of it could not be deleted; the rest is gone all the same
 */
export async function forgetAll(): Promise<boolean> {
  const done = await Promise.allSettled([
    // Without the agreement nothing new is measured.
    area('local').clear(),
    area('session').clear(),
    forgetHistory(),
    forgetSecrets(),
    openHistory().then((db) => db.clear('notes')),
    explainPermission.remove().then(removeHosts),
    notificationPermission.remove(),
  ]);
  return done.every(({ status }) => status === 'fulfilled');
}
