import root from '@opentelemetry/otlp-transformer/build/src/generated/root.js';
import { Field, Type } from 'protobufjs';

/**
 * The messages of OTLP as OpenTelemetry has generated them from its published .proto files, to read what our encoder writes and to answer
 * as a receiver does.
 */
const published = root as unknown as {
  readonly opentelemetry: {
    readonly proto: {
      readonly collector: {
        readonly metrics: {
          readonly v1: { readonly ExportMetricsServiceRequest: Codec; readonly ExportMetricsServiceResponse: Codec };
        };
      };
    };
  };
};

interface Codec {
  decode(bytes: Uint8Array): object;
  toObject(message: object, options: object): object;
  fromObject(object: object): object;
  encode(message: object): { finish(): Uint8Array };
  verify(object: object): string | null;
}

export interface PublishedPoint {
  readonly attributes: readonly PublishedAttribute[];
  readonly timeUnixNano: string;
  readonly asInt?: string;
  readonly asDouble?: number;
}

export interface PublishedAttribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: string };
}

export interface PublishedMetric {
  readonly name: string;
  readonly description: string;
  readonly unit: string;
  readonly gauge: { readonly dataPoints: readonly PublishedPoint[] };
}

export interface PublishedRequest {
  readonly resourceMetrics: readonly {
    readonly resource: { readonly attributes: readonly PublishedAttribute[] };
    readonly scopeMetrics: readonly {
      readonly scope: { readonly name: string; readonly version: string };
      readonly metrics: readonly PublishedMetric[];
    }[];
  }[];
}

const { ExportMetricsServiceRequest, ExportMetricsServiceResponse } =
  published.opentelemetry.proto.collector.metrics.v1;

/** @throws on anything that is not a request by the published schema */
export function readRequest(bytes: Uint8Array): PublishedRequest {
  const message = ExportMetricsServiceRequest.decode(bytes);
  return ExportMetricsServiceRequest.toObject(message, { longs: String, arrays: true }) as PublishedRequest;
}

/** The same request written by the published encoder. */
export const rewritten = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.from(ExportMetricsServiceRequest.encode(ExportMetricsServiceRequest.decode(bytes)).finish());

export interface PartialSuccess {
  readonly rejectedDataPoints?: number;
  readonly errorMessage?: string;
}

export const writeResponse = (partialSuccess?: PartialSuccess): Uint8Array =>
  Uint8Array.from(
    ExportMetricsServiceResponse.encode(
      ExportMetricsServiceResponse.fromObject(partialSuccess ? { partialSuccess } : {}),
    ).finish(),
  );

/** `google.rpc.Status`, the body of every refusal. */
const Status = new Type('Status').add(new Field('code', 1, 'int32')).add(new Field('message', 2, 'string'));

export const writeStatus = (message: string): Uint8Array =>
  Uint8Array.from(Status.encode(Status.fromObject({ code: 3, message })).finish());

export const textOf = ({ value }: PublishedAttribute): string => value.stringValue ?? value.intValue ?? '';
