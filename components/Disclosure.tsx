import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

interface Props {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}

/** A heading that opens to more. */
export const Disclosure = ({ title, isOpen = false, children }: Props) => (
  <details class="disclosure" open={isOpen}>
    <summary>
      <Icon name="chevron" />
      {title}
    </summary>
    <div class="disclosure-body">{children}</div>
  </details>
);
