import type { PublishedAttribute, PublishedMetric, PublishedRequest } from './published.ts';
import { textOf } from './published.ts';

/**
 * What a receiver has taken, as Prometheus reads it: names, units and labels by OpenTelemetry's "Prometheus and OpenMetrics
 * Compatibility", with the resource's attributes as labels, as the collector does with `resource_to_telemetry_conversion`. Each series
 * with its last value.
 */
export function exposition(requests: readonly PublishedRequest[]): string {
  const families = new Map<string, { readonly help: string; readonly series: Map<string, string> }>();
  for (const { resource, scopeMetrics } of requests.flatMap(({ resourceMetrics }) => resourceMetrics)) {
    for (const metric of scopeMetrics.flatMap(({ metrics }) => metrics)) {
      const name = nameOf(metric);
      const family = families.get(name) ?? { help: metric.description, series: new Map<string, string>() };
      families.set(name, family);
      for (const { attributes, asInt, asDouble } of metric.gauge.dataPoints) {
        family.series.set(
          labels([...identity(resource.attributes), ...resource.attributes, ...attributes]),
          `${asDouble ?? asInt}`,
        );
      }
    }
  }
  return [...families]
    .flatMap(([name, { help, series }]) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} gauge`,
      ...[...series].map(([label, value]) => `${name}{${label}} ${value}`),
    ])
    .join('\n')
    .concat('\n');
}

const clean = (name: string) => name.replaceAll(/[^a-zA-Z0-9_:]/g, '_');
const nameOf = ({ name, unit }: PublishedMetric) => clean(name) + (unit === 's' ? '_seconds' : '');

/** `service.name` is the job, `service.instance.id` the instance. */
const identity = (attributes: readonly PublishedAttribute[]): PublishedAttribute[] =>
  attributes.flatMap(({ key, value }) => {
    const label = { 'service.name': 'job', 'service.instance.id': 'instance' }[key];
    return label ? [{ key: label, value }] : [];
  });

const labels = (attributes: readonly PublishedAttribute[]) =>
  attributes
    .map((one) => `${clean(one.key)}="${textOf(one).replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`)
    .join();
