export type BrowserFamily = 'chromium' | 'firefox';
export const OVERRIDES: Readonly<Record<BrowserFamily, string>>;
export function findBrowser(family: BrowserFamily): string | null;
