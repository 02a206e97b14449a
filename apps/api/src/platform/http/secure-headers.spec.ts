import { describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { useTestApp } from '../../../test/app.js';

describe('security headers', () => {
  const test = useTestApp();

  it('a page may load from its own origin only, and may not be framed', async () => {
    const { headers } = await supertest(test.app.getHttpServer()).get('/api/docs');
    const rules = String(headers['content-security-policy'])
      .split(';')
      .map((rule) => rule.split(' '));
    // Whole rules: one more source behind a right one would open the page, too.
    expect(Object.fromEntries(rules.map(([name, ...sources]) => [name, sources.join(' ')]))).toMatchObject({
      ...{ 'default-src': "'self'", 'script-src': "'self'", 'script-src-attr': "'none'" },
      ...{ 'object-src': "'none'", 'base-uri': "'self'", 'form-action': "'self'" },
      'frame-ancestors': "'none'",
    });
    expect(rules.map(([name]) => name)).not.toContain('upgrade-insecure-requests');
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
