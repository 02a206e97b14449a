// Security headers: the whole set of helmet for pages; for data and hashed assets the few that matter, because each costs bytes on a weak network.
import fastifyHelmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { apiPrefix } from './handles.js';

const pageOptions = (isHttps: boolean): FastifyHelmetOptions => ({
  global: false,
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      mediaSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      upgradeInsecureRequests: isHttps ? [] : null,
    },
  },
  hsts: isHttps,
  crossOriginEmbedderPolicy: false,
});

/** JSON, files and assets are never documents of their own: not sniffed, not framed, not read by another site. */
const dataHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};

/** Adds the headers to every answer; pages get helmet's, worked out per answer, everything else the constant ones. */
export async function addSecureHeaders(server: FastifyInstance, isHttps: boolean): Promise<void> {
  await server.register(fastifyHelmet, pageOptions(isHttps));
  const headers = isHttps
    ? { ...dataHeaders, 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
    : dataHeaders;
  server.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith(apiPrefix) || request.url.startsWith('/assets/')) {
      reply.headers(headers);
      done();
      return;
    }
    Promise.resolve(reply.helmet()).then(() => done(), done);
  });
}
