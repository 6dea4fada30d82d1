/** The small pictures of buttons; their words stand beside them or in the button's label. */
export type IconName =
  | 'check'
  | 'stop'
  | 'settings'
  | 'copy'
  | 'done'
  | 'chevron'
  | 'timeline'
  | 'context'
  | 'more'
  | 'say'
  | 'up'
  | 'down';

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

const PATHS: Record<IconName, string> = {
  check: 'M16 10a6 6 0 1 1-1.8-4.3L16 7.5M16 3.5v4h-4',
  stop: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  settings: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4',
  copy: 'M7.5 7.5h9v9h-9zM12.5 7V3.5h-9v9H7',
  done: 'M4 10.5l4 4l8-9',
  timeline: 'M3 6h5M11 6h6M3 10h9M15 10h2M3 14h3M9 14h8',
  context: 'M3 10a7 7 0 1 1 14 0a7 7 0 1 1-14 0h14M10 3c-4 4-4 10 0 14c4-4 4-10 0-14',
  chevron: 'M7.5 5l5 5l-5 5',
  up: 'M5 12.5l5-5l5 5',
  down: 'M5 7.5l5 5l5-5',
  more: 'M4 10h.01M10 10h.01M16 10h.01',
  say: 'M10 3.5c4 0 7 2.3 7 5.5s-3 5.5-7 5.5l-4 2.8v-3.6c-1.9-.9-3-2.6-3-4.7c0-3.2 3-5.5 7-5.5z',
};
