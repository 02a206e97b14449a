// Reading aloud: offered only with a Vietnamese voice, one part after the other, silent as soon as it is stopped or left.
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { loadWords, startWords } from '../platform/i18n.js';
import { LessonTools } from './lesson-tools.js';

class Utterance {
  onend: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(readonly text: string) {}
}
const spoken: Utterance[] = [];
const cancel = jest.fn();
let voices: { lang: string }[] = [];
const tell = new EventTarget();
const parts = ['Đọc kỹ tin này.', 'Dừng lại rồi mới bấm.'];
const show = () => render(<LessonTools parts={parts} hasNextKey={false} />);

describe('reading a lesson aloud', () => {
  beforeAll(async () => {
    await startWords();
    await loadWords('enrolments');
  });
  beforeEach(() => {
    spoken.length = 0;
    cancel.mockReset();
    voices = [{ lang: 'en-US' }, { lang: 'vi-VN' }];
    Object.assign(globalThis, {
      SpeechSynthesisUtterance: Utterance,
      speechSynthesis: Object.assign(tell, {
        getVoices: () => voices,
        speak: (one: Utterance) => spoken.push(one),
        cancel,
      }),
    });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'speechSynthesis');
  });

  it('is not offered by a device without a Vietnamese voice, and is as soon as one comes', () => {
    voices = [{ lang: 'en-US' }];
    show();
    expect(screen.queryByRole('button', { name: 'Nghe cả bài' })).toBeNull();
    voices = [{ lang: 'vi_VN' }];
    act(() => void tell.dispatchEvent(new Event('voiceschanged')));
    expect(screen.getByRole('button', { name: 'Nghe cả bài' })).toBeVisible();
  });

  it('reads one part after the other and then offers to begin again', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Nghe cả bài' }));
    act(() => spoken[0]?.onend?.());
    act(() => spoken[1]?.onend?.());
    expect(spoken.map(({ text }) => text)).toEqual(parts);
    expect(screen.getByRole('button', { name: 'Nghe cả bài' })).toBeVisible();
  });

  it('falls silent when it is stopped, and when the lesson is left', async () => {
    const { unmount } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Nghe cả bài' }));
    await userEvent.click(screen.getByRole('button', { name: 'Dừng đọc' }));
    act(() => spoken[0]?.onend?.());
    expect(spoken).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Nghe cả bài' }));
    cancel.mockReset();
    unmount();
    expect(cancel).toHaveBeenCalled();
  });
});
