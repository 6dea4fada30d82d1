import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../build/output.ts';
import { type PictureLanguage, SCREEN, type Shot } from './shots.ts';

/** Flat colours: pictures of them are small, and calm. */
const STYLE = `
  * { box-sizing: border-box; margin: 0; }
  body { background: #0a5c66; color: #fff; font-family: system-ui, sans-serif; block-size: 100vh; display: grid; overflow: hidden; }
  .brand { display: flex; align-items: center; gap: 14px; font-size: 26px; font-weight: 600; }
  .brand img { inline-size: 48px; }
  p { font-weight: 650; line-height: 1.25; text-wrap: balance; }
  .shot { display: block; border-radius: 14px; box-shadow: 0 0 0 1px #0003; }
  .popup { grid-template-columns: 1fr auto; align-items: center; gap: 72px; padding-inline: 96px 112px; }
  .popup .words { display: grid; gap: 36px; }
  .popup p { font-size: 46px; }
  .page { grid-template-rows: auto 1fr; justify-items: center; row-gap: 28px; padding-block-start: 36px; }
  .page .words { display: flex; align-items: center; gap: 26px; }
  .page p { font-size: 34px; }
  .page .brand span { display: none; }
  .page .shot { border-end-start-radius: 0; border-end-end-radius: 0; }
  .tile { place-content: center; text-align: center; padding: 7%; }
  .tile .words { display: grid; gap: 5vh; justify-items: center; }
  .tile .brand { font-size: 11vh; gap: 3vh; }
  .tile .brand img { inline-size: 17vh; }
  .tile p { font-size: 9.5vh; font-weight: 500; }
`;

const dataUrl = (type: string, content: Uint8Array) => `data:${type};base64,${Buffer.from(content).toString('base64')}`;

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

interface Words {
  readonly language: PictureLanguage;
  readonly caption: string;
}

function pageOf(look: string, { language, caption }: Words, picture: string): string {
  const icon = dataUrl('image/svg+xml', readFileSync(join(ROOT, 'assets', 'icon.svg')));
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><meta charset="utf-8"><style>${STYLE}</style>
<body class="${look}"><div class="words"><div class="brand"><img src="${icon}" alt=""><span>Ringback</span></div>
<p>${escaped(caption)}</p></div>${picture}</body></html>`;
}

/** A page of the extension with one line about it. A popup stands beside its line at its own size, times the scale that it was taken with. */
export const screen = ({ kind }: Shot, words: Words, shot: Uint8Array) => ({
  ...SCREEN,
  html: pageOf(kind, words, `<img class="shot" src="${dataUrl('image/png', shot)}" alt="">`),
});

export const tile = (size: { readonly width: number; readonly height: number }, words: Words) => ({
  width: size.width,
  height: size.height,
  html: pageOf('tile', words, ''),
});
