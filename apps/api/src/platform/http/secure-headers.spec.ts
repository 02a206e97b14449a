import { describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { useTestApp } from '../../../test/app.js';

describe('security headers', () => {
  const test = useTestApp();

  it('a page may load from its own origin only, and may not be framed', async () => {
    const { headers } = await supertest(test.app.getHttpServer()).get('/api/docs');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });

  it('data is neither sniffed nor framed nor read by another site, refusals too', async () => {
    for (const path of ['/health', '/me']) {
      const { headers } = await test.visitor.get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
  });
});
