// A new release: a missing file leads to one fresh load and never to a circle.
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { leaveForNewRelease } from './new-release.js';
import { windowDoor } from './window-door.js';

const fetched = jest.fn<typeof fetch>();
const opened = jest.fn<(address: string) => void>();
const page = (entry: string) =>
  new Response(`<script type="module" crossorigin src="/assets/${entry}.js"></script>`);

describe('a file of the page that does not come', () => {
  beforeEach(() => {
    sessionStorage.clear();
    globalThis.fetch = fetched.mockReset().mockImplementation(() => Promise.resolve(page('index-new')));
    windowDoor.open = opened.mockReset();
    document.head.innerHTML = '<script type="module" src="/assets/index-old.js"></script>';
  });

  it('leads to a fresh load of the wanted page when there is a new release', async () => {
    expect(await leaveForNewRelease('/viec-hoc?trang=2')).toBe(true);
    expect(opened).toHaveBeenCalledWith('/viec-hoc?trang=2');
  });

  it('is a fault of the network while the release is the same', async () => {
    fetched.mockResolvedValue(page('index-old'));
    expect(await leaveForNewRelease('/viec-hoc')).toBe(false);
    expect(opened).not.toHaveBeenCalled();
  });

  it('is a fault of the network while the server cannot be asked', async () => {
    fetched.mockRejectedValue(new TypeError('offline'));
    expect(await leaveForNewRelease('/viec-hoc')).toBe(false);
    fetched.mockResolvedValue(new Response('', { status: 502 }));
    expect(await leaveForNewRelease('/viec-hoc')).toBe(false);
  });

  it('does not load the same release twice, even when an old copy came again', async () => {
    await leaveForNewRelease('/viec-hoc');
    expect(await leaveForNewRelease('/viec-hoc')).toBe(false);
    expect(opened).toHaveBeenCalledTimes(1);
  });
});
