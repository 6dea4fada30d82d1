import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from '../Icon.tsx';

interface Props {
  readonly icon: IconName;
  readonly label: string;
  /** `close` shuts it and puts the focus back on its button. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button that opens to a few others. Escape, a press elsewhere or moving on shuts it. */
export function Menu({ icon, label, children }: Props) {
  const isOpen = useSignal(false);
  const menu = useRef<HTMLDetailsElement>(null);
  const shut = () => {
    if (menu.current) menu.current.open = false;
  };
  const close = () => {
    shut();
    menu.current?.querySelector('summary')?.focus();
  };
  useEffect(() => {
    const onPress = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) shut();
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, []);
  return (
    <details
      class="menu"
      ref={menu}
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
      onFocusOut={(event) => {
        const to = event.relatedTarget as Node | null;
        if (to && !event.currentTarget.contains(to)) shut();
      }}
    >
      <summary class="button button-bare" aria-label={label} title={label}>
        <Icon name={icon} />
      </summary>
      {isOpen.value && <div class="menu-body">{children(close)}</div>}
    </details>
  );
}
