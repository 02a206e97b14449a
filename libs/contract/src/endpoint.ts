// One row of the endpoint table: what a request may carry, who may send it and what comes back.
import type { z } from 'zod';
import type { ProblemCode } from './problem.js';

/** The door: `public`, any signed-in person, or a holder of that role anywhere; the row itself is decided by a policy. */
export type Access = 'public' | 'signed-in' | 'trainer' | 'coordinator' | 'admin';
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Shape = z.ZodType;

export interface Endpoint {
  readonly method: Method;
  /** Path below `/api/v1`, with `:name` for each parameter. */
  readonly path: string;
  readonly access: Access;
  /** One sentence for the readable documentation. */
  readonly summary: string;
  readonly params?: Shape;
  readonly query?: Shape;
  readonly body?: Shape;
  /** The JSON answer; absent means 204 without a body, or a file when `file` is set. */
  readonly response?: Shape;
  /** Media type of an answer that is not JSON. */
  readonly file?: string;
  /** The handler answers ready JSON text in the shape of `response`; it is checked in tests, not at run time. */
  readonly ready?: boolean;
  /** Refusals of its own, beside those that any request can meet. */
  readonly refuses?: readonly ProblemCode[];
}

/** Declares an endpoint and keeps its exact types. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}

type Parsed<S> = S extends Shape ? z.output<S> : undefined;
type Sent<S> = S extends Shape ? z.input<S> : undefined;

/** What a handler receives: parsed and defaulted. */
export interface InputOf<E extends Endpoint> {
  params: Parsed<E['params']>;
  query: Parsed<E['query']>;
  body: Parsed<E['body']>;
}

type Part<K extends string, S> = S extends Shape
  ? object extends z.input<S>
    ? { [P in K]?: Sent<S> }
    : { [P in K]: Sent<S> }
  : unknown;

/** What a client sends: only the parts that the endpoint knows. */
export type RequestOf<E extends Endpoint> = Part<'params', E['params']> &
  Part<'query', E['query']> &
  Part<'body', E['body']>;

/** What comes back over the wire; nothing for an endpoint without an answer. */
export type ResponseOf<E extends Endpoint> = E['response'] extends Shape ? z.output<E['response']> : void;
