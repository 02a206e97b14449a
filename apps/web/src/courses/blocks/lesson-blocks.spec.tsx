// Blocks of a lesson: drawn from JSON, each with what a reader needs to know before opening something heavy.
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Block, FileRef, RichText } from '@onetouch/contract';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { loadWords, startWords } from '../../platform/i18n.js';
import { LessonBlocks } from './lesson-blocks.js';

const file = (name: string, mediaType: FileRef['mediaType'], bytes: number): FileRef => ({
  hash: 'a'.repeat(64),
  name,
  mediaType,
  bytes,
});
const check = (kind: 'single' | 'multiple', correct: string[]): Block => ({
  id: 'check',
  type: 'check',
  question: {
    kind,
    prompt: 'Nên làm gì?',
    options: [
      { id: 'a', text: 'Bấm thử' },
      { id: 'b', text: 'Gọi số in sau thẻ' },
      { id: 'c', text: 'Trả lời tin' },
    ],
    correct,
    explanation: 'Số in sau thẻ là số thật.',
  },
});
const film: Block = {
  id: 'film',
  type: 'video',
  title: 'Bác Tư và mã OTP',
  file: file('film.mp4', 'video/mp4', 412_000),
  captions: file('captions.vtt', 'text/vtt', 900),
  durationSeconds: 48,
  transcript: ['Bác Tư đang tưới cây.', 'Có người gọi đến.'],
};
const show = (block: Block, props: Partial<Parameters<typeof LessonBlocks>[0]> = {}) =>
  render(<LessonBlocks blocks={[block]} {...props} />);
const listener = () => ({
  onWatched: jest.fn<(blockId: string, intervals: [number, number][]) => void>(),
  onAnswered: jest.fn<(blockId: string, optionIds: string[]) => void>(),
});

describe('blocks of a lesson', () => {
  beforeAll(async () => {
    await startWords();
    await loadWords('blocks');
  });

  it('never read text as markup', () => {
    const doc: RichText = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '<img src=x onerror=alert(1)>' }] }],
    };
    const { container } = show({ id: 't', type: 'text', doc });
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  });

  it('draw headings, lists, marks and links, and say that a web page opens beside', () => {
    const doc: RichText = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Xem đuôi' }] },
        {
          type: 'orderedList',
          content: [
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  content: [
                    { type: 'text', text: 'Mở ', marks: [{ type: 'bold' }] },
                    {
                      type: 'text',
                      text: 'trang này',
                      marks: [{ type: 'link', attrs: { href: 'https://dichvucong.gov.vn' } }],
                    },
                    { type: 'text', text: ' hoặc gọi ' },
                    { type: 'text', text: '156', marks: [{ type: 'link', attrs: { href: 'tel:156' } }] },
                  ],
                },
              ],
            },
          ],
        },
      ],
    };
    show({ id: 't', type: 'text', doc });
    expect(screen.getByRole('heading', { level: 2, name: 'Xem đuôi' })).toBeVisible();
    expect(within(screen.getByRole('list')).getByText('Mở').tagName).toBe('STRONG');
    const web = screen.getByRole('link', { name: /trang này.*mở trang khác/ });
    expect(web).toHaveAttribute('rel', 'noopener noreferrer');
    expect(screen.getByRole('link', { name: '156' })).not.toHaveAttribute('target');
  });

  it('keep the place of a picture and load it late', () => {
    const drawing = file('so-do.svg', 'image/svg+xml', 4_000);
    show({
      id: 'i',
      type: 'image',
      file: drawing,
      width: 704,
      height: 396,
      alt: 'Sơ đồ',
      caption: 'Mã đi một đường',
    });
    const image = screen.getByRole('img', { name: 'Sơ đồ' });
    expect(image).toHaveAttribute('loading', 'lazy');
    expect(image).toHaveAttribute('width', '704');
    expect(image).toHaveAttribute('src', `/api/v1/files/${'a'.repeat(64)}/so-do.svg`);
    expect(screen.getByText('Mã đi một đường')).toBeVisible();
  });

  it('number the marks of a message for eyes and ears', () => {
    show({
      id: 'm',
      type: 'message',
      sender: 'NGAN HANG SO',
      time: 'Tin nhắn lúc 21:47',
      parts: [{ text: 'Tai khoan ' }, { text: 'se bi khoa', mark: 1 }],
    });
    expect(screen.getByRole('figure', { name: /NGAN HANG SO/ })).toHaveTextContent('dấu 1: se bi khoa');
  });

  it('load nothing of a film before it is played, show captions, and say what it weighs', () => {
    const { container } = show(film);
    const video = container.querySelector('video');
    expect(video).toHaveAttribute('preload', 'none');
    const track = video?.querySelector('track');
    expect(track).toHaveAttribute('default');
    expect(track).toHaveAttribute('kind', 'captions');
    expect(track).toHaveAttribute('srclang', 'vi');
    expect(track?.getAttribute('src')).toMatch(/captions\.vtt$/);
    expect(screen.getByRole('button', { name: 'Xem 412 KB' })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText('0:48')).toBeVisible();
  });

  it('let the words of a film be read instead, and say that reading is not watching', async () => {
    window.HTMLMediaElement.prototype.pause = () => undefined;
    show(film, { listener: listener() });
    await userEvent.click(screen.getByRole('button', { name: /Đọc lời/ }));
    expect(screen.getByText('Có người gọi đến.')).toBeVisible();
    expect(screen.getByText(/cần phát ít nhất 90% phim/)).toBeVisible();
  });

  it('report the seconds of a film that ran, when it is paused', () => {
    const ears = listener();
    const { container } = show(film, { listener: ears });
    const video = container.querySelector('video');
    if (!video) throw new Error('no film');
    let clock = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => clock);
    Object.defineProperty(video, 'paused', { value: false });
    fireEvent.play(video);
    for (let second = 1; second <= 6; second += 1) {
      clock += 1_000;
      video.currentTime = second;
      fireEvent.timeUpdate(video);
    }
    fireEvent.pause(video);
    expect(ears.onWatched.mock.calls).toEqual([['film', [[0, 6]]]]);
    jest.restoreAllMocks();
  });

  it('count the first second of a film, though the browser says late that it runs', () => {
    const ears = listener();
    const { container } = show(film, { listener: ears });
    const video = container.querySelector('video');
    if (!video) throw new Error('no film');
    let clock = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => clock);
    Object.defineProperty(video, 'paused', { value: false });
    fireEvent.play(video);
    clock += 300;
    video.currentTime = 0.3;
    fireEvent.playing(video);
    clock += 2_700;
    video.currentTime = 3;
    fireEvent.pause(video);
    expect(ears.onWatched.mock.calls).toEqual([['film', [[0, 3]]]]);
    jest.restoreAllMocks();
  });

  it('say how much of a film is still to be watched', () => {
    show(film, { listener: listener(), memory: { watched: { film: [[0, 20]] }, answers: {} } });
    expect(screen.getByText('Đã xem 0:20 trên 0:48. Cần xem 0:44 để tính là đã xem.')).toBeVisible();
  });
});

describe('a quick check', () => {
  beforeAll(async () => {
    await startWords();
    await loadWords('blocks');
  });

  it('says what to do when it is answered with nothing chosen', async () => {
    const ears = listener();
    show(check('multiple', ['b', 'c']), { listener: ears });
    await userEvent.click(screen.getByRole('button', { name: 'Trả lời' }));
    expect(screen.getByText('Chưa chọn ý nào. Chọn rồi bấm Trả lời.')).toBeVisible();
    expect(ears.onAnswered).not.toHaveBeenCalled();
  });

  it('answers at once and explains', async () => {
    const ears = listener();
    show(check('single', ['b']), { listener: ears });
    await userEvent.click(screen.getByLabelText('Gọi số in sau thẻ'));
    expect(screen.getByRole('status')).toHaveTextContent('Đúng. Số in sau thẻ là số thật.');
    expect(ears.onAnswered.mock.calls).toEqual([['check', ['b']]]);
  });

  it('names the right answer after a wrong one and can be answered again', async () => {
    const ears = listener();
    show(check('single', ['b']), { listener: ears });
    await userEvent.click(screen.getByLabelText('Bấm thử'));
    expect(screen.getByRole('status')).toHaveTextContent('Chưa đúng. Ý đúng: Gọi số in sau thẻ.');
    await userEvent.click(screen.getByLabelText(/Gọi số in sau thẻ/));
    expect(screen.getByRole('status')).toHaveTextContent('Đúng.');
    expect(ears.onAnswered).toHaveBeenCalledTimes(2);
  });

  it('lets the arrow keys read through the options without answering', async () => {
    const ears = listener();
    show(check('single', ['b']), { listener: ears });
    screen.getByLabelText('Bấm thử').focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(ears.onAnswered).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Trả lời' }));
    expect(ears.onAnswered.mock.calls).toEqual([['check', ['b']]]);
  });

  it('with several answers waits for the button and wants all of them', async () => {
    const ears = listener();
    show(check('multiple', ['b', 'c']), { listener: ears });
    await userEvent.click(screen.getByLabelText('Gọi số in sau thẻ'));
    expect(ears.onAnswered).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Trả lời' }));
    expect(screen.getByRole('status')).toHaveTextContent('Chưa đúng.');
    await userEvent.click(screen.getByLabelText(/Trả lời tin/));
    await userEvent.click(screen.getByRole('button', { name: 'Trả lời' }));
    expect(screen.getByRole('status')).toHaveTextContent('Đúng.');
  });

  it('shows the answer that was given before', () => {
    show(check('single', ['b']), { memory: { watched: {}, answers: { check: ['b'] } } });
    expect(screen.getByLabelText(/Gọi số in sau thẻ/)).toBeChecked();
    expect(screen.getByRole('status')).toHaveTextContent('Đúng.');
  });
});
