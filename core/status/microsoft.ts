import * as v from 'valibot';
import { altogether, fromJson, ifCurrent, isNamed, Moment, Word } from './reader.ts';

/** `status.cloud.microsoft/api/posts/m365Consumer`: one post for each consumer service, with the word for how it is. */
const Post = v.object({ ServiceDisplayName: v.string(), Status: Word, AuthoredDateTime: Moment });
const Body = v.union([
  v.array(Post),
  v.pipe(
    v.object({ posts: v.array(Post) }),
    v.transform(({ posts }) => posts),
  ),
]);

/** "Service interruption" is how Microsoft calls an outage elsewhere (Graph's `serviceInterruption`); a degradation is none. */
const OUTAGE = ['interruption', 'outage', 'unavailable'];
const NONE = ['operational', 'available', 'normal', 'restored', 'degradation', 'degraded', 'advisory', 'maintenance'];

export const readMicrosoft = fromJson(Body, (posts, { component, now }) => {
  const ours = posts.filter(({ ServiceDisplayName }) => isNamed(ServiceDisplayName, component));
  if (ours.length === 0) return null;
  return altogether(
    ours.map(({ Status, AuthoredDateTime }) => {
      const word = Status.replace(/^service\s*/, '');
      if (NONE.includes(word)) return false;
      return OUTAGE.includes(word) ? ifCurrent(AuthoredDateTime, now) : null;
    }),
  );
});
