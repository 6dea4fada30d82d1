import { unheardOf } from '../feed/unheard.ts';

export default unheardOf(
  "Meta's relays have never answered here, and for 40 days nobody anywhere has heard them: their silence says nothing.",
  { silentFor: 40 },
  'A relay that is silent everywhere is not blocked, as far as anybody can tell.',
);
