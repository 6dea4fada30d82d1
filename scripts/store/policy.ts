/** How a policy has to end that stands by itself. */
const END = `
## Changes and questions

This policy is part of the package's sources and changes only with a new version; what has changed is in their history. Where a version contacts more than the one
before, it says so and asks again before it does. Questions: by the support address on the page in the store.
`;

const MARKS = /\n<!-- hosts:(?:begin|end) -->\n/g;
const MADE_BY = /\nThe table is made from the catalogue by [^\n]+\n/;

/** The privacy page as a page by itself: elsewhere, links to other pages of the repository lead nowhere. */
export const policyFrom = (page: string): string =>
  page
    .replace(/^# Privacy\n/, '# Privacy policy of Ringback\n')
    .replace(/\[([^\]]+)\]\((?!#|https:)[^)]+\)/g, '$1')
    .replace(MARKS, '')
    .replace(MADE_BY, '')
    .trimEnd()
    .concat('\n', END);
