import known from './names.json' with { type: 'json' };

/** Well-known systems and their names. */
export const WELL_KNOWN: ReadonlyMap<number, string> = new Map(
  known.flatMap(({ name, systems = [] }) => systems.map((asn) => [asn, name] as const)),
);
const BY_NAME = known.flatMap(({ name, match }) =>
  match === undefined ? [] : [{ name, match: new RegExp(match, 'i') }],
);

/** The legal form of a company, at the end or the beginning of its name. */
const FORMS = [
  'inc|incorporated|corp|corporation|company|co|llc|l\\.l\\.c|llp|lp|ltd|limited|plc|p\\.l\\.c|pty|pvt|pte|private|proprietary',
  'gmbh|ag|kg|co\\.? ?kg|e\\.?v|b\\.?v|n\\.?v|s\\.?a|s\\.?a\\.?s|sasu|sarl|s\\.?r\\.?l|s\\.?p\\.?a|sa de cv|s\\.?a\\.? de c\\.?v|s\\.?l|s\\.?l\\.?u|s\\.?a\\.?u|ltda|ltda\\.?-me|limitada|lda|s/a|c\\.?a|eireli|me|epp',
  'a/s|aps|as|asa|ab|oy|oyj|ou|uab|sia|d\\.?o\\.?o|s\\.?r\\.?o|a\\.?s|sp\\. ?z ?o\\.? ?o|spolka z.*|kft|zrt|nyrt|d\\.?d|l\\.?p|ead|eood|ood|ad',
  'pjsc|ojsc|cjsc|jsc|oao|ooo|zao|pao|jllc|psc|q\\.?s\\.?c|p\\.?q\\.?s\\.?c|b\\.?s\\.?c|b\\.?s\\.?c closed|w\\.?l\\.?l|wll|pjs|fzco|fz-llc|k\\.?s\\.?c|saog|saoc|s\\.a\\.o\\.g',
  '(public |closed |open |private )?joint[ -]stock company|limited liability (company|partnership)|anonim sirketi|(tic(aret)?\\.? )?ltd\\. ?sti|(ticaret )?limited sirketi|sdn\\.? bhd|berhad|bhd|pt|k\\.?k|co\\.?,? ?ltd|public|public company',
].join('|');
const AFTER = new RegExp(`(?:[,\\s]+(?:${FORMS})[.,]*|\\s*\\((?:${FORMS})\\.?\\)[.,]*|[\\s,&-]+)$`, 'i');
const BEFORE =
  /^(?:pjsc|ojsc|cjsc|jsc|llc|ooo|oao|zao|pao|pt\.?|jc llc|(?:public |closed |open |private )?joint stock company|limited liability company)\s+/i;

/**
 * An operator's name as people know it: from the table of well-known names, else as it is registered without its legal form.
 * "Name - Name" is written once.
 */
export function plainName(asn: number, registered: string): string {
  const name = WELL_KNOWN.get(asn) ?? BY_NAME.find(({ match }) => match.test(registered))?.name;
  if (name !== undefined) return name;
  let plain = registered
    .replace(/^(.+) - \1$/, '$1')
    .replaceAll(/[\s"]+/g, ' ')
    .trim();
  for (let before = ''; before !== plain; ) {
    before = plain;
    const shorter = plain.replace(AFTER, '').replace(BEFORE, '').trim();
    // A name that is nothing but a legal form stays as it is.
    if (shorter.length > 1) plain = shorter;
  }
  return plain;
}
