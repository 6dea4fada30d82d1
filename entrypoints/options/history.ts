/** Everything about the history that the page needs, which few visits do: loaded on demand. */
export { forgetAll } from '../../platform/forgetting.ts';
export { historySize } from '../../platform/history/counting.ts';
export { forgetEverything, lossesOf } from '../../platform/history/deleting.ts';
export { forgotten } from '../../platform/history/place-kept.ts';
