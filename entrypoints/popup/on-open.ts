import type { PopupActions } from '../../components/model.ts';
import type { WritableModel } from './model.ts';
import { sparesData } from './surroundings.ts';

/** Opening the popup on an old answer, or on none, is asking for a new one. */
export function checkIfOld(model: WritableModel, actions: PopupActions): void {
  const { agreed, settings, snapshot } = model.stored.peek();
  const isOld = snapshot === null || Date.now() - snapshot.takenAt > settings.intervalMinutes * 60_000;
  if (agreed && settings.automatic && isOld && !model.checking.peek() && !sparesData()) actions.check();
}
