import * as v from 'valibot';
import { fromJson } from './reader.ts';

/** The JSON form of DNS over HTTPS. Signal's flag: 127.0.0.1 all is well, 127.0.0.2 an outage. */
const Code = v.pipe(v.union([v.number(), v.string()]), v.transform(Number));
const Body = v.object({
  Status: v.pipe(Code, v.literal(0)),
  Answer: v.array(v.object({ type: Code, data: v.string() })),
});
const TYPE_A = 1;

export const readDnsFlag = fromJson(Body, ({ Answer }) => {
  const addresses = Answer.filter(({ type }) => type === TYPE_A).map(({ data }) => data);
  if (addresses.includes('127.0.0.2')) return true;
  return addresses.includes('127.0.0.1') ? false : null;
});
