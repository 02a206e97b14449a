import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../../test/app.js';

describe('the service', () => {
  const test = useTestApp();

  it('answers ok while the database answers', async () => {
    const response = await test.visitor.get('/health');
    expect(response.status).toBe(200);
    expect(response.body).toEqual({ status: 'ok', version: '1' });
  });

  it('answers an unknown path with a problem, not with a page', async () => {
    const response = await test.visitor.get('/nowhere');
    expect(response.status).toBe(404);
    expect(response.body.code).toBe('route.unknown');
  });
});
