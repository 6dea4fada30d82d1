import type { ComponentChildren } from 'preact';
import { format } from '../text.ts';
import type { Toolbar } from './model.ts';

/** Where to press, drawn: the steps light up one after the other, twice; without motion they all stand there with their numbers. */
export const PinPicture = ({ toolbar }: { toolbar: Toolbar }) => (
  <svg class="pin-picture" viewBox="0 0 320 170" aria-hidden="true">
    {PICTURES[toolbar]()}
  </svg>
);

const PICTURES: Record<Toolbar, () => ComponentChildren> = {
  chromium: () => (
    <>
      <Desktop />
      <Menu x={156}>
        <Mark x={174} y={76} />
        <Line x={204} y={86} width={44} />
        <Target step={2} x={276} y={86}>
          <path d="M272 79h8M274 79v6l-3 3h10l-3-3v-6M276 88v6" />
        </Target>
        <Dot x={183} y={122} />
        <Line x={200} y={122} width={40} />
      </Menu>
      <Puzzle />
    </>
  ),
  firefox: () => (
    <>
      <Desktop />
      <Menu x={130}>
        <Mark x={146} y={76} />
        <Line x={174} y={86} width={66} />
        <Target step={2} x={276} y={86}>
          <circle cx="276" cy="86" r="3" />
          <path d="M276 78v3M276 91v3M268 86h3M281 86h3M270.5 80.5l2 2M279.5 89.5l2 2M281.5 80.5l-2 2M272.5 89.5l-2 2" />
        </Target>
        <Target step={3} x={160} y={124}>
          <path d="M156 117h8M158 117v6l-3 3h10l-3-3v-6M160 126v6" />
        </Target>
        <Line x={190} y={124} width={84} />
      </Menu>
      <Puzzle />
    </>
  ),
  'firefox-android': () => (
    <>
      <rect class="pin-window" x="90" y="6" width="140" height="158" rx="12" />
      <rect class="pin-field" x="100" y="136" width="96" height="18" rx="9" />
      <rect class="pin-menu" x="120" y="24" width="104" height="100" rx="8" />
      <Target step={2} x={202} y={54}>
        <Line x={134} y={54} width={46} />
      </Target>
      <Mark x={132} y={89} />
      <Target step={3} x={202} y={98}>
        <Line x={158} y={98} width={22} />
      </Target>
      <Target step={1} x={212} y={145}>
        <path d="M212 139h.01M212 145h.01M212 151h.01" />
      </Target>
    </>
  ),
};

/** A window's upper part: its address, and what stands beside it. */
const Desktop = () => (
  <>
    <path class="pin-window" d="M10 170V18a10 10 0 0 1 10-10h280a10 10 0 0 1 10 10v152" />
    <rect class="pin-field" x="24" y="20" width="214" height="22" rx="11" />
    <path class="pin-line" d="M10 52h300" />
  </>
);

const Puzzle = () => (
  <Target step={1} x={276} y={31}>
    <path d="M269 27h4a2.5 2.5 0 1 1 5 0h4v4a2.5 2.5 0 1 1 0 5v4h-13z" />
  </Target>
);

const Menu = ({ x, children }: { x: number; children: ComponentChildren }) => (
  <g class="pin-late">
    <rect class="pin-menu" x={x} y="60" width={304 - x} height="86" rx="8" />
    {children}
  </g>
);

const Line = ({ x, y, width }: { x: number; y: number; width: number }) => (
  <path class="pin-text" d={`M${x} ${y}h${width}`} />
);

const Dot = ({ x, y }: { x: number; y: number }) => <circle class="pin-dot" cx={x} cy={y} r="7" />;

const Mark = ({ x, y }: { x: number; y: number }) => <image href="/icon/48.png" x={x} y={y} width="18" height="18" />;

/** What to press, with the number of its step beside it. */
const Target = ({ step, x, y, children }: { step: number; x: number; y: number; children: ComponentChildren }) => (
  <g class={`pin-target pin-step-${step}`}>
    <circle class="pin-ring" cx={x} cy={y} r="14" />
    <g class="pin-glyph">{children}</g>
    <g class="pin-number">
      <circle cx={x + 15} cy={y - 11} r="8" />
      <text x={x + 15} y={y - 7}>
        {format.number(step)}
      </text>
    </g>
  </g>
);
