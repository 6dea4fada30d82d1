import { TONES } from '../signs.ts';
import { CARD, type CardText, type Colour, layOut, MARGIN, type Type } from './card.ts';
import { SHAPES } from './shapes.ts';

/** Paints a card in the colours of the page that it stands on. */
export function draw(canvas: HTMLCanvasElement, card: CardText, direction: 'ltr' | 'rtl'): void {
  const brush = canvas.getContext('2d');
  // A browser that hardens itself against fingerprints may give none.
  if (!brush) return;
  canvas.width = CARD.width;
  canvas.height = CARD.height;
  const style = getComputedStyle(canvas);
  // A token may say one colour for light and one for dark: only a property that uses it is one colour.
  const colour = (name: string): string => {
    canvas.style.color = `var(--${name})`;
    return style.color;
  };
  const measure = (text: string, type: Type): number => {
    brush.font = font(type);
    return brush.measureText(text).width;
  };
  brush.direction = direction;
  brush.fillStyle = colour('paper' satisfies Colour);
  brush.fillRect(0, 0, CARD.width, CARD.height);
  for (const item of layOut(card, direction, measure)) {
    switch (item.kind) {
      case 'text':
        brush.font = font(item.type);
        brush.fillStyle = colour(item.colour);
        brush.fillText(item.text, item.x, item.y);
        break;
      case 'rule':
        brush.fillStyle = colour('line' satisfies Colour);
        brush.fillRect(MARGIN, item.y, CARD.width - 2 * MARGIN, 2);
        break;
      case 'sign':
        drawSign(brush, item, colour);
    }
  }
}

const font = ({ size, bold }: Type): string => `${bold ? 700 : 400} ${size}px system-ui, sans-serif`;

type Sign = Extract<ReturnType<typeof layOut>[number], { kind: 'sign' }>;

function drawSign(brush: CanvasRenderingContext2D, { sign, x, y, size }: Sign, colour: (name: string) => string): void {
  const tone = TONES[sign];
  const { body, glyph } = SHAPES[tone];
  brush.save();
  brush.translate(x, y);
  brush.scale(size / 24, size / 24);
  brush.fillStyle = colour(tone);
  brush.fill(new Path2D(body));
  brush.strokeStyle = colour(`on-${tone}`);
  brush.lineWidth = 2.4;
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  brush.stroke(new Path2D(glyph));
  brush.restore();
}
