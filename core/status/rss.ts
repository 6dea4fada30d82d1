/** An item of a feed: the texts of its elements by name. */
export type Item = Readonly<Record<string, string>>;

/** `<name attribute="…">`, `</name>`, `<name/>`. */
const TAG = /<(\/?)([A-Za-z_][\w:.-]*)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/y;
const ASIDE = [
  { begin: '<!--', end: '-->', isText: false },
  { begin: '<?', end: '?>', isText: false },
  { begin: '<![CDATA[', end: ']]>', isText: true },
];

/**
 * The items of an RSS 2.0 feed, in one pass, strictly: what is not well-formed, ends early or declares a document type is no feed. By hand,
 * because this is a page's work in a browser and a test's outside of one.
 */
export function readRss(text: string): readonly Item[] | null {
  const items: Map<string, string>[] = [];
  const open: string[] = [];
  let channels = 0;

  const isIn = (...path: readonly string[]) => path.every((name, depth) => open[depth] === name);
  const say = (said: string) => {
    const name = open[3];
    const item = items.at(-1);
    if (!item || name === undefined || open.length > 4 || !isIn('rss', 'channel', 'item')) return;
    item.set(name, (item.get(name) ?? '') + said);
  };

  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const aside = ASIDE.find(({ begin }) => text.startsWith(begin, at));
    if (aside) {
      const end = text.indexOf(aside.end, at + aside.begin.length);
      if (end < 0) return null;
      if (aside.isText) say(text.slice(at + aside.begin.length, end));
      at = end + aside.end.length;
    } else if (text[at] === '<') {
      TAG.lastIndex = at;
      const [tag = '', closing, name = '', empty] = TAG.exec(text) ?? [];
      if (tag === '') return null;
      at += tag.length;
      if (closing) {
        if (open.pop() !== name) return null;
        continue;
      }
      if (open.length === 0 && (name !== 'rss' || channels > 0)) return null;
      open.push(name);
      if (open.length === 2 && isIn('rss', 'channel')) channels++;
      if (open.length === 3 && isIn('rss', 'channel', 'item')) items.push(new Map());
      if (empty) open.pop();
    } else {
      const next = text.indexOf('<', at);
      const said = text.slice(at, next < 0 ? text.length : next);
      if (open.length === 0 && said.trim() !== '') return null;
      say(unescaped(said));
      at += said.length;
    }
  }
  return open.length === 0 && channels === 1 ? items.map((item) => Object.fromEntries(item)) : null;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,6})|(\w+));/g, (whole, code, name) =>
    code ? String.fromCodePoint(Number(code)) : (NAMED[name] ?? whole),
  );
