import type { Snapshot } from '../verdict/snapshot.ts';
import type { NetworkState } from '../vocabulary.ts';

/** What the toolbar shows: nothing when all is well, and never by colour alone. */
export interface Badge {
  readonly text: string;
  /** Its own shape in every state: `assets/toolbar.svg`. */
  readonly icon: ToolbarIcon;
  /** Background, dark enough for white text on light and dark toolbars. */
  readonly colour: string;
  /** Which sentence the tooltip says. */
  readonly tooltip: NetworkState | 'checking' | 'not-checked';
  /** Ids of the services whose calls look blocked. */
  readonly blocked: readonly string[];
}

export type ToolbarIcon = 'neutral' | 'clear' | 'some' | 'blocked' | 'poor' | 'unknown' | 'checking';

const RED = '#b3261e';
const AMBER = '#8a5100';
const GREY = '#5f6368';

/** `blocked` counts the services whose calls look blocked. */
const BADGES: Record<NetworkState, (blocked: number) => Pick<Badge, 'text' | 'colour' | 'icon'>> = {
  clear: () => ({ text: '', colour: GREY, icon: 'clear' }),
  'calls-blocked': () => ({ text: '✕', colour: RED, icon: 'blocked' }),
  'udp-blocked': () => ({ text: '✕', colour: RED, icon: 'blocked' }),
  'some-blocked': (blocked) => ({ text: String(blocked), colour: RED, icon: 'some' }),
  impaired: () => ({ text: '~', colour: AMBER, icon: 'poor' }),
  'sign-in-needed': () => ({ text: '?', colour: AMBER, icon: 'unknown' }),
  'browser-restricted': () => ({ text: '?', colour: AMBER, icon: 'unknown' }),
  insufficient: () => ({ text: '?', colour: GREY, icon: 'unknown' }),
  // The browser itself says so already.
  offline: () => ({ text: '', colour: GREY, icon: 'unknown' }),
};

/** @param checking a round is under way */
export function badge(snapshot: Snapshot | null, checking: boolean): Badge {
  if (snapshot === null) {
    return {
      text: checking ? '…' : '',
      colour: GREY,
      icon: checking ? 'checking' : 'neutral',
      tooltip: checking ? 'checking' : 'not-checked',
      blocked: [],
    };
  }
  // The old answer stays while a new one is on its way.
  const { network, services } = snapshot;
  const blocked = services.filter(({ calls }) => calls.state === 'likely-blocked' || calls.state === 'unreachable');
  return {
    ...BADGES[network.state](blocked.length),
    tooltip: network.state,
    blocked: blocked.map(({ id }) => id),
  };
}
