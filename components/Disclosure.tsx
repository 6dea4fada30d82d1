import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

/** A heading that opens to more. */
export const Disclosure = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <details class="disclosure">
    <summary>
      <Icon name="chevron" />
      {title}
    </summary>
    <div class="disclosure-body">{children}</div>
  </details>
);
