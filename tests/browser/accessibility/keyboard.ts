import type { Page } from 'puppeteer-core';

/** More than any page has. */
const MOST_STOPS = 200;

/** Walks through the page by Tab, from its start. One line a problem. */
export async function walk(page: Page): Promise<string[]> {
  await page.bringToFront();
  await page.evaluate(() => {
    // Tab goes on from where the page was clicked last, unless the focus has been at its start.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    scrollTo(0, 0);
    (globalThis as unknown as { stops: Element[] }).stops = [];
  });
  const problems: string[] = [];
  for (let press = 0; press < MOST_STOPS; press++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(look);
    if (found === null) return [...problems, ...(await page.evaluate(leftOut))];
    problems.push(...found);
  }
  return [...problems, `the focus does not leave the page after ${MOST_STOPS} presses`];
}

/** Where the focus is now; null once it has been everywhere. Runs in the page. */
function look(): string[] | null {
  const { stops } = globalThis as unknown as { stops: Element[] };
  const element = document.activeElement;
  if (
    !element ||
    element === document.body ||
    element === document.documentElement ||
    (stops.includes(element) && element !== stops.at(-1))
  )
    return null;
  // A field for dates has stops of its own.
  if (element === stops.at(-1)) return [];

  const problems: string[] = [];
  const say = (what: string) => problems.push(`${what}: ${element.outerHTML.slice(0, 120)}`);

  // An input that is drawn by what follows it shows its focus there.
  const isMarked = (one: Element | null): boolean => {
    if (!one) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  };
  if (!isMarked(element) && !isMarked(element.nextElementSibling)) say('the focus does not show (2.4.7)');

  const last = stops.at(-1);
  if (last && !(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING))
    say('the focus jumps back (2.4.3)');

  const box = element.getBoundingClientRect();
  const seen = [0.1, 0.5, 0.9].some((x) =>
    [0.1, 0.5, 0.9].some((y) => {
      const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      return (
        top !== null && (element.contains(top) || top.contains(element) || top.closest('label')?.contains(element))
      );
    }),
  );
  if (!seen) say('the focus is hidden (2.4.11)');
  stops.push(element);
  return problems;
}

/** What can be pressed and was not met. Runs in the page. */
function leftOut(): string[] {
  const { stops } = globalThis as unknown as { stops: Element[] };
  const all = document.querySelectorAll<HTMLInputElement>(
    'a[href], button, input, select, textarea, summary, [tabindex]',
  );
  return [...all]
    .filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0 && !stops.includes(one))
    .filter((one) => one.type !== 'radio' || !stops.some((stop) => (stop as HTMLInputElement).name === one.name))
    .map((one) => `Tab does not lead there (2.1.1): ${one.outerHTML.slice(0, 120)}`);
}
