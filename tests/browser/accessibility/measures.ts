import type { Page } from 'puppeteer-core';

/** Targets smaller than 24 px, or main ones smaller than 44 (2.5.8). A link in a sentence may be as high as its line. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [role="slider"]');
    return [...all]
      .filter((one) => one.checkVisibility() && getComputedStyle(one).display !== 'inline')
      .flatMap((one) => {
        const { width, height } = (one.closest('label') ?? one).getBoundingClientRect();
        const least = one.matches('.button-main') ? 44 : 24;
        // Half a pixel is lost to rounding.
        const isSmall = Math.min(width, height) < least - 0.5;
        return isSmall ? [`${Math.round(width)} × ${Math.round(height)}: ${one.outerHTML.slice(0, 120)}`] : [];
      });
  });

/** What sets the text as wide as WCAG 2.2 (1.4.12) says a person may, and tells what is cut off then. */
export const clippedWhenSpaced = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = [...document.body.querySelectorAll<HTMLElement>('*')];
    for (const { style } of all) {
      style.setProperty('line-height', '1.5', 'important');
      style.setProperty('letter-spacing', '0.12em', 'important');
      style.setProperty('word-spacing', '0.16em', 'important');
    }
    for (const { style } of document.querySelectorAll('p')) style.setProperty('margin-block-end', '2em', 'important');
    return all
      .filter((one) => one.checkVisibility() && !one.closest('.visually-hidden, svg, textarea'))
      .filter((one) => {
        const { overflowX, overflowY } = getComputedStyle(one);
        const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        const isCut =
          (cuts(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
          (cuts(overflowY) && one.scrollHeight > one.clientHeight + 1);
        return isCut && one.textContent.trim() !== '';
      })
      .map((one) => `cut off: ${one.outerHTML.slice(0, 120)}`);
  });

/** What moves, or would, for a person who wants no motion. */
export const movements = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const running = document.getAnimations().map(() => 'an animation is running');
    const moving = [...document.querySelectorAll('*')].filter((one) => {
      const { transitionDuration, animationName } = getComputedStyle(one);
      return (
        transitionDuration.split(', ').some((duration) => Number.parseFloat(duration) > 0) || animationName !== 'none'
      );
    });
    return [...running, ...moving.map((one) => `would move: ${one.outerHTML.slice(0, 120)}`)];
  });

/** Places for announcements that are not in the tree while they are silent: what comes to stand in them then may go unheard. */
export const deafPlaces = (page: Page): Promise<string[]> =>
  page.$$eval('[role="status"], [role="alert"], [aria-live]', (all) =>
    all
      // What is folded away with all around it speaks to nobody.
      .filter((one) => one.parentElement?.checkVisibility() && getComputedStyle(one).display === 'none')
      .map((one) => one.outerHTML.slice(0, 120)),
  );
