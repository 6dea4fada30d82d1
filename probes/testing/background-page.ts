/** What there is of a document in Firefox's background page: a body that loads frames. */
export function backgroundPage() {
  const frames: EventTarget[] = [];
  return {
    createElement: () => Object.assign(new EventTarget(), { src: '', remove: () => void frames.splice(0) }),
    querySelector: () => frames[0] ?? null,
    body: {
      append(frame: EventTarget) {
        frames.push(frame);
        queueMicrotask(() => frame.dispatchEvent(new Event('load')));
      },
    },
  };
}
