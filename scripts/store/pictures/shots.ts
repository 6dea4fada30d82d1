/** On which network a picture is taken. */
export type Stage = 'open' | 'blocked';

export interface Shot {
  readonly name: string;
  readonly stage: Stage;
  readonly page: string;
  /** Pressed before the picture is taken. */
  readonly press?: string;
  /** A popup is as wide and high as it wants to be, a page fills a window. */
  readonly kind: 'popup' | 'page';
  /** As on a fresh installation. */
  readonly fresh?: true;
}

/** In the order in which the stores show them. Google shows five. */
export const SHOTS: readonly Shot[] = [
  { name: '1-blocked', stage: 'blocked', page: 'popup.html', kind: 'popup' },
  { name: '2-open', stage: 'open', page: 'popup.html', kind: 'popup' },
  { name: '3-evidence', stage: 'blocked', page: 'popup.html', kind: 'popup', press: '.service summary' },
  { name: '4-timeline', stage: 'blocked', page: 'timeline.html', kind: 'page' },
  { name: '5-welcome', stage: 'open', page: 'welcome.html', kind: 'page', fresh: true },
];

/** Every store takes this size. */
export const SCREEN = { width: 1280, height: 800 };

/** Google's and Microsoft's. */
export const TILES = [
  { name: 'tile-small', width: 440, height: 280 },
  { name: 'tile-large', width: 1400, height: 560 },
] as const;

export const PICTURE_LANGUAGES = ['en', 'fr', 'ar'] as const;
export type PictureLanguage = (typeof PICTURE_LANGUAGES)[number];
