import { beforeEach, describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { loadWords, startWords } from '../platform/i18n.js';
import { coursePage, fakeCaches, fakeServer, ids } from './courses.sample.js';
import { DownloadPanel } from './download-panel.js';

const lesson = () => ({ lesson: { kind: 'content', blocks: [] } });
const second = `GET /courses/an-toan/lessons/${ids.second}`;
let server: ReturnType<typeof fakeServer>;
let caches: ReturnType<typeof fakeCaches>;

async function show() {
  await startWords();
  await loadWords('courses');
  render(<DownloadPanel plan={{ course: coursePage(), enrolment: null, personId: null }} />);
  return screen.findByRole('button', { name: 'Tải về máy · 800 KB' });
}

beforeEach(() => {
  caches = fakeCaches();
  server = fakeServer({
    'GET /courses/an-toan': () => coursePage(),
    [`GET /courses/an-toan/lessons/${ids.lesson}`]: lesson,
    [second]: lesson,
  });
});

describe('loading a course onto the device', () => {
  it('is said to be done when it is, and can be taken back', async () => {
    await userEvent.click(await show());
    expect(await screen.findByText('Đã tải về máy · 800 KB')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Xóa khỏi máy' }));
    expect(await screen.findByRole('button', { name: /Tải về máy/ })).toBeVisible();
    expect(caches.get('onetouch-catalogue')?.kept.size).toBe(0);
  });

  it('that did not come to its end says what is safe, and goes on at the next press', async () => {
    const answer = server.answers[second] ?? lesson;
    delete server.answers[second];
    await userEvent.click(await show());
    expect(await screen.findByRole('alert')).toHaveTextContent('Chưa tải xong. Phần đã tải vẫn còn');
    server.answers[second] = answer;
    await userEvent.click(screen.getByRole('button', { name: /Tải về máy/ }));
    expect(await screen.findByText(/Đã tải về máy/)).toBeVisible();
  });

  it('says so when the device has no room left', async () => {
    const full = new DOMException('full', 'QuotaExceededError');
    const button = await show();
    globalThis.caches.open = async () => {
      throw full;
    };
    await userEvent.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent('Máy không đủ chỗ trống.');
  });

  it('shows how far it is and can be stopped', async () => {
    server.answers[second] = () => new Response(new ReadableStream());
    await userEvent.click(await show());
    expect(await screen.findByText('300 KB trên 800 KB')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Dừng tải' }));
    expect(await screen.findByRole('button', { name: /Tải về máy/ })).toBeVisible();
  });
});
