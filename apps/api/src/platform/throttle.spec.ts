import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { addressKey, Throttle } from './throttle.js';

describe('the throttle', () => {
  const test = useTestApp();

  async function tries(key: string, count: number): Promise<unknown[]> {
    const throttle = test.get(Throttle);
    const results = await Promise.allSettled(
      Array.from({ length: count }, () => throttle.consume('sign-in.account-address', key)),
    );
    return results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  }

  it('lets through as many tries as the rule says, however many come at once, and says when to come back', async () => {
    const refusals = await tries('many at once', 25);
    expect(refusals).toHaveLength(15);
    const [refusal] = refusals as { code: string; detail: { retryAt: Date } }[];
    expect(refusal?.code).toBe('request.throttled');
    const minutes = ((refusal?.detail.retryAt.getTime() ?? 0) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(14);
    expect(minutes).toBeLessThanOrEqual(15);
  });

  it('counts each key by itself and keeps no key in the clear', async () => {
    await tries('thu@example.test', 10);
    expect(await tries('khac@example.test', 10)).toHaveLength(0);
    const rows = await test.database.source.query(`SELECT key FROM throttle WHERE key LIKE '%example%'`);
    expect(rows).toEqual([]);
  });

  it('forgets, gives back, and looks without counting', async () => {
    const throttle = test.get(Throttle);
    await tries('forgiven', 10);
    await expect(throttle.refuseIfSpent('sign-in.account-address', 'forgiven')).rejects.toMatchObject({
      code: 'request.throttled',
    });
    await throttle.giveBack('sign-in.account-address', 'forgiven');
    await throttle.refuseIfSpent('sign-in.account-address', 'forgiven');
    await throttle.forget('sign-in.account-address', 'forgiven');
    expect(await tries('forgiven', 10)).toHaveLength(0);
  });

  it('notes something for weeks, again and again, and knows nothing of what was never noted', async () => {
    const throttle = test.get(Throttle);
    expect(await throttle.isCounted('sign-in.known', 'noted')).toBe(false);
    await throttle.note('sign-in.known', 'noted');
    await test.database.source.query(
      `UPDATE throttle SET expire = expire - 59 * 86400000::bigint WHERE key LIKE 'sign-in.known%'`,
    );
    await throttle.note('sign-in.known', 'noted');
    expect(await throttle.isCounted('sign-in.known', 'noted')).toBe(true);
    const [row] = await test.database.source.query(
      `SELECT expire FROM throttle WHERE key LIKE 'sign-in.known%'`,
    );
    expect((Number(row.expire) - Date.now()) / 86_400_000).toBeGreaterThan(59);
  });

  it('counts in memory while the database refuses', async () => {
    await test.database.source.query('ALTER TABLE throttle RENAME TO throttle_away');
    try {
      expect(await tries('without a table', 12)).toHaveLength(2);
    } finally {
      await test.database.source.query('ALTER TABLE throttle_away RENAME TO throttle');
    }
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('takes the address %s as %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
