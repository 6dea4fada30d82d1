import { unheardOf } from '../feed/unheard.ts';

export default unheardOf(
  "Meta's relays have never answered here, and the health record saw them answer longer than 90 days ago: nothing is said of their calls.",
  { answeredAgo: 100 },
  'Nobody has heard of the relays for longer than a record holds.',
);
