import { type Signal, signal } from '@preact/signals';
import type { OptionalPermission } from '../../platform/permissions.ts';

/** What is held of a permission, for any page; asked after the first paint, which doesn't need it. */
export function held<Held>(permission: OptionalPermission<Held>): Signal<Held | null> {
  const answer = signal<Held | null>(null);
  const ask = async () => {
    answer.value = await permission.held();
  };
  permission.watch(ask);
  setTimeout(ask);
  return answer;
}
