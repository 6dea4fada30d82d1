import type { Page } from 'puppeteer-core';

/** How the words of an element stand out from what is painted behind them: the contrast (WCAG) of the extremes of their picture. */
export async function paintedContrast(page: Page, selector: string): Promise<number> {
  const clip = await page.$eval(selector, (element) => {
    element.scrollIntoView({ block: 'center' });
    const words = [...element.childNodes].find((node) => node instanceof Text && node.data.trim() !== '');
    if (!words) throw new Error('There are no words in it.');
    const range = document.createRange();
    range.selectNode(words);
    const { x, y, width, height } = range.getClientRects()[0] ?? element.getBoundingClientRect();
    // Within the line: whatever the browser lays behind words reaches its edges.
    return { x: x + scrollX + 2, y: y + scrollY + height / 4, width: width - 4, height: height / 2 };
  });
  const picture = await page.screenshot({ clip, encoding: 'base64' });
  return page.evaluate(async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (!context) throw new Error('There is no canvas.');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const linear = (at: number) => {
      const value = (data[at] ?? 0) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    };
    let [darkest, brightest] = [1, 0];
    for (let at = 0; at < data.length; at += 4) {
      const luminance = 0.2126 * linear(at) + 0.7152 * linear(at + 1) + 0.0722 * linear(at + 2);
      darkest = Math.min(darkest, luminance);
      brightest = Math.max(brightest, luminance);
    }
    return (brightest + 0.05) / (darkest + 0.05);
  }, picture);
}
