import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { direction, t } from '../text.ts';
import type { CardText } from './card.ts';
import { draw } from './draw.ts';

/** The picture as it will be saved; a screen reader hears what it says. */
export function CardPreview({ card, canvas }: { card: CardText; canvas: RefObject<HTMLCanvasElement | null> }) {
  useLayoutEffect(() => {
    const paint = () => canvas.current && draw(canvas.current, card, direction === 'rtl' ? 'rtl' : 'ltr');
    paint();
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', paint);
    const theme = new MutationObserver(paint);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      scheme.removeEventListener('change', paint);
      theme.disconnect();
    };
  }, [card]);
  const { headline, where, since, cost, rows, method, footer } = card;
  const lines = [headline, where, since, cost, ...rows.map(({ names, words }) => `${words}: ${names}`), method, footer];
  return (
    <canvas
      ref={canvas}
      class="card-preview"
      role="img"
      aria-label={t('export.card_label', lines.filter(Boolean).join('. '))}
    />
  );
}
