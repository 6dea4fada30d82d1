import { Component, type ComponentChildren } from 'preact';
import { Card } from './Card.tsx';
import { t } from './text.ts';

interface Props {
  readonly children: ComponentChildren;
  onRetry(): void;
}

/** A stored answer that a view can't read must not leave a blank popup behind: a new check replaces it. */
export class Shield extends Component<Props, { readonly broken: boolean }> {
  static override getDerivedStateFromError = () => ({ broken: true });

  override render() {
    if (!this.state.broken) return this.props.children;
    const retry = () => {
      this.props.onRetry();
      this.setState({ broken: false });
    };
    return (
      <main>
        <Card sign="unknown" title={t('error.broken')} detail={t('error.broken_hint')}>
          <button type="button" class="button" onClick={retry}>
            {t('action.check_now')}
          </button>
        </Card>
      </main>
    );
  }
}
