import { Component, type ComponentType, type FunctionComponent, h } from 'preact';

/** A view that is drawn again only when one of its props is another one. */
export function memo<Props extends object>(view: FunctionComponent<Props>): ComponentType<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const before = this.props as Record<string, unknown>;
      return Object.entries(next).some(([name, value]) => before[name] !== value);
    }

    override render() {
      return h(view, this.props as Props & object);
    }
  } as ComponentType<Props>;
}
