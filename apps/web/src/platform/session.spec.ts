// The session: asked once, kept without private facts, gone with everything private when its owner leaves.
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Me } from '@onetouch/contract';
import { call } from './call.js';
import { confirmMe, currentMe, currentOwner, readMe, setMe, signOut } from './session.js';
import { windowDoor } from './window-door.js';

const lan = { id: 'lan', fullName: 'Lê Thị Lan', email: 'lan@vidu.example', phone: '+84912000418' } as Me;
const minh = { id: 'minh', fullName: 'Trần Minh' } as Me;
const fetched = jest.fn<typeof fetch>();
const deleted = jest.fn<(name: string) => Promise<boolean>>();
const answer = (body: unknown, status = 200) =>
  new Response(status === 204 ? null : JSON.stringify(body), { status });

describe('the session', () => {
  beforeEach(() => {
    fetched.mockReset();
    deleted.mockReset().mockResolvedValue(true);
    globalThis.fetch = fetched;
    globalThis.caches = { delete: deleted } as unknown as CacheStorage;
  });

  // Before all others here: it is about a page that was opened only now.
  it('is asked for once, and without a network goes on as the last known person', async () => {
    localStorage.setItem('onetouch.me', JSON.stringify({ ...lan, email: null, phone: null }));
    fetched.mockRejectedValueOnce(new TypeError('offline'));
    expect((await readMe())?.id).toBe('lan');
    fetched.mockImplementation(() => Promise.resolve(answer({ me: lan })));
    await readMe();
    await Promise.all([readMe(), readMe()]);
    expect(fetched).toHaveBeenCalledTimes(2);
    expect(currentMe()).toMatchObject({ id: 'lan', email: 'lan@vidu.example' });
  });

  it('leaves neither e-mail nor phone on the device', () => {
    setMe(lan);
    const kept = localStorage.getItem('onetouch.me') ?? '';
    expect(kept).toContain('Lê Thị Lan');
    expect(kept).not.toMatch(/vidu|0912|912000418/);
  });

  it('takes what was read privately off the device when its owner signs out', async () => {
    setMe(lan);
    fetched.mockResolvedValue(answer(null, 204));
    await signOut();
    expect(deleted).toHaveBeenCalledWith('onetouch-private');
    expect(localStorage.getItem('onetouch.me')).toBeNull();
    expect([currentMe(), currentOwner()]).toEqual([null, null]);
  });

  it('takes what was read privately off the device when somebody else comes', () => {
    setMe(lan);
    deleted.mockClear();
    setMe({ ...lan, fullName: 'Lê Thị Ngọc Lan' });
    expect(deleted).not.toHaveBeenCalled();
    setMe(minh);
    expect(deleted).toHaveBeenCalledWith('onetouch-private');
  });

  it('that has ended by itself still knows whose work is on the page', async () => {
    setMe(lan);
    fetched.mockResolvedValue(answer({ code: 'session.missing', title: '', status: 401 }, 401));
    await call({ method: 'GET', path: '/me/enrolments', access: 'signed-in', summary: '' }).catch(
      () => undefined,
    );
    expect([currentMe(), currentOwner()]).toEqual([null, 'lan']);
  });

  it('is not taken for a visitor while the server cannot be asked', async () => {
    setMe(lan);
    fetched.mockRejectedValue(new TypeError('offline'));
    await expect(confirmMe()).rejects.toMatchObject({ code: 'network.offline' });
    expect(currentMe()?.id).toBe('lan');
  });

  it('takes copies off the device that came after their owner was gone', async () => {
    setMe(lan);
    fetched.mockResolvedValue(answer(null, 204));
    await signOut();
    deleted.mockClear();
    setMe(minh);
    expect(deleted).toHaveBeenCalledWith('onetouch-private');
  });
});

describe('another tab', () => {
  const reloaded = jest.fn();
  const hear = (me: Me | null) => {
    if (me) localStorage.setItem('onetouch.me', JSON.stringify(me));
    else localStorage.removeItem('onetouch.me');
    dispatchEvent(new StorageEvent('storage', { key: 'onetouch.me' }));
  };

  beforeEach(() => {
    windowDoor.reload = reloaded.mockReset();
    globalThis.fetch = fetched.mockReset().mockImplementation(() => Promise.resolve(answer({ me: null })));
    setMe(lan);
  });

  it('in which the person signs out takes what is shown off this one too', () => {
    localStorage.setItem('onetouch.left', 'lan');
    hear(null);
    expect(reloaded).toHaveBeenCalledTimes(1);
  });

  it('in which somebody else signs in starts this one afresh', () => {
    hear(minh);
    expect(reloaded).toHaveBeenCalledTimes(1);
  });

  it('that finds the session ended leaves the page to its owner, who may be in the middle of a test', async () => {
    hear(null);
    await readMe();
    expect(reloaded).not.toHaveBeenCalled();
    expect([currentMe(), currentOwner()]).toEqual([null, 'lan']);
  });
});
