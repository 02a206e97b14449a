// The service itself: is it alive, can it reach its database.
import { z } from 'zod';
import { endpoint } from './endpoint.js';

export const service = {
  health: endpoint({
    method: 'GET',
    path: '/health',
    access: 'public',
    summary: 'Alive, and the database answers; 503 with advice when it does not.',
    response: z.object({ status: z.literal('ok'), version: z.string() }),
    refuses: ['service.unavailable'],
  }),
};
