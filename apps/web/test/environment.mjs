// jsdom with the parts of the web platform that Node has and jsdom lacks: the router needs Request and its friends.
import { TestEnvironment } from 'jest-environment-jsdom';

const names = [
  'AbortController',
  'AbortSignal',
  'BroadcastChannel',
  'Headers',
  'ReadableStream',
  'Request',
  'Response',
  'TextDecoder',
  'TextEncoder',
  'TransformStream',
  'WritableStream',
  'fetch',
  'structuredClone',
];

export default class WebEnvironment extends TestEnvironment {
  constructor(...args) {
    super(...args);
    for (const name of names) this.global[name] = globalThis[name];
  }
}
