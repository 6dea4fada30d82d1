import { Component, type ComponentChildren } from 'preact';
import { Notice } from './Notice.tsx';
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
    return (
      <Notice
        title={t('error.broken')}
        hint={t('error.broken_hint')}
        action={t('action.check_now')}
        onAction={() => {
          this.props.onRetry();
          this.setState({ broken: false });
        }}
      />
    );
  }
}
