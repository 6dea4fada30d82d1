import * as v from 'valibot';

/** Build-time only. A data file that does not fit its schema fails the build with the path of the wrong field. */
export function parse<Schema extends v.GenericSchema>(schema: Schema, code: string, id: string): v.InferOutput<Schema> {
  const result = v.safeParse(schema, JSON.parse(code));
  if (result.success) return result.output;
  const issues = result.issues.map((issue) => `  ${v.getDotPath(issue) ?? '(file)'}: ${issue.message}`);
  throw new Error(`${id} does not fit its schema:\n${issues.join('\n')}`);
}
