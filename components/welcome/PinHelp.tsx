import { t } from '../text.ts';
import type { Toolbar } from './model.ts';
import { PinPicture } from './PinPicture.tsx';

/** How to have the button in view. The picture shows what the words say. */
export const PinHelp = ({ toolbar }: { toolbar: Toolbar }) => (
  <section class="pin" aria-labelledby="pin">
    <h2 id="pin">{t('welcome.pin')}</h2>
    {toolbar === 'firefox' && <p>{t('welcome.pin_firefox_there')}</p>}
    <PinPicture toolbar={toolbar} />
    <ol>
      {stepsOf(toolbar).map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  </section>
);

function stepsOf(toolbar: Toolbar): string[] {
  switch (toolbar) {
    case 'chromium':
      return [t('welcome.pin_chromium_menu'), t('welcome.pin_chromium_pin')];
    case 'firefox':
      return [t('welcome.pin_firefox_menu'), t('welcome.pin_firefox_gear'), t('welcome.pin_firefox_pin')];
    case 'firefox-android':
      return [t('welcome.pin_android_menu'), t('welcome.pin_android_extensions'), t('welcome.pin_android_ringback')];
  }
}
