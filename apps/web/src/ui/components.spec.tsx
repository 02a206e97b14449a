// Components as people meet them: by role, by label, by keyboard.
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { startWords } from '../platform/i18n.js';
import { emptyStatus, publishStatus } from '../platform/outbox.js';
import { type FaultCode, Problem } from '../platform/problem.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { ErrorSummary } from './error-summary.js';
import { OfflineLine } from './layout/offline-line.js';
import { ErrorNotice } from './notice.js';
import { ProgressBar } from './progress-bar.js';
import { OutboxSaveState } from './save-state.js';
import { PasswordInput, TextInput } from './text-input.js';
import { UndoBar } from './undo-bar.js';

beforeAll(startWords);

describe('a part that did not load', () => {
  const show = (code: FaultCode) => {
    const retry = jest.fn();
    const { unmount } = render(<ErrorNotice error={new Problem({ code, status: 0 })} onRetry={retry} />);
    return { retry, unmount };
  };
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is tried again by itself when the network that was missing is back', () => {
    const { retry } = show('network.offline');
    expect(retry).not.toHaveBeenCalled();
    act(() => void dispatchEvent(new Event('online')));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('is tried once more where the network was not there yet, and not when it is there by then', () => {
    const { retry, unmount } = show('network.offline');
    act(() => void dispatchEvent(new Event('online')));
    jest.runAllTimers();
    expect(retry).toHaveBeenCalledTimes(2);
    act(() => void dispatchEvent(new Event('online')));
    unmount();
    jest.runAllTimers();
    expect(retry).toHaveBeenCalledTimes(3);
  });

  it('waits for a press when the network was not what was missing', () => {
    const { retry } = show('service.failed');
    act(() => void dispatchEvent(new Event('online')));
    expect(retry).not.toHaveBeenCalled();
  });
});

describe('a field', () => {
  it('is found by its label, and says its hint and error to a screen reader in this order', () => {
    render(<TextInput label="Ngày sinh" hint="Theo căn cước" error="Tháng 2 không có ngày 31." />);
    const input = screen.getByLabelText('Ngày sinh');
    expect(input).toBeInvalid();
    expect(input).toHaveAccessibleDescription('Theo căn cước Tháng 2 không có ngày 31.');
  });

  it('has its error above the input, where a keyboard on a phone does not hide it', () => {
    render(<TextInput label="Ngày sinh" error="Tháng 2 không có ngày 31." />);
    const order = screen
      .getByText('Tháng 2 không có ngày 31.')
      .compareDocumentPosition(screen.getByLabelText('Ngày sinh'));
    expect(order & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('says that it may be left empty', () => {
    render(<TextInput label="Cơ quan" isOptional />);
    expect(screen.getByLabelText(/Cơ quan \(không bắt buộc\)/)).not.toBeRequired();
  });

  it('shows a password on demand', async () => {
    render(<PasswordInput label="Mật khẩu" defaultValue="bi-mat" />);
    expect(screen.getByLabelText('Mật khẩu')).toHaveAttribute('type', 'password');
    await userEvent.click(screen.getByRole('button', { name: 'Hiện mật khẩu' }));
    expect(screen.getByLabelText('Mật khẩu')).toHaveAttribute('type', 'text');
  });

  it('is reached from the summary of faults, which takes the focus when a form was sent', async () => {
    const faults = [{ id: 'ngay-sinh', message: 'Ngày sinh: kiểm tra lại' }];
    const form = (attempt: number) => (
      <>
        <ErrorSummary faults={attempt > 0 ? faults : []} attempt={attempt} />
        <TextInput id="ngay-sinh" label="Ngày sinh" />
      </>
    );
    const { rerender } = render(form(0));
    rerender(form(1));
    expect(screen.getByRole('alert')).toHaveFocus();
    expect(screen.getByText('Có 1 chỗ cần sửa')).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: 'Ngày sinh: kiểm tra lại' }));
    expect(screen.getByLabelText('Ngày sinh')).toHaveFocus();
  });
});

describe('a busy button', () => {
  it('stays where it is and does nothing twice', async () => {
    const onClick = jest.fn();
    render(
      <Button isBusy onClick={onClick}>
        Đang gửi
      </Button>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Đang gửi' }));
    expect(onClick).not.toHaveBeenCalled();
  });
});

describe('a dialog', () => {
  it('is named by its title and closes by its button', async () => {
    const onClose = jest.fn();
    render(
      <Dialog isOpen onClose={onClose} title="Thu hồi chứng nhận 0311?">
        Người có mã sẽ thấy đã bị thu hồi.
      </Dialog>,
    );
    expect(screen.getByRole('dialog', { name: 'Thu hồi chứng nhận 0311?' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Đóng' }));
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});

describe('a progress bar', () => {
  it('says how far it is in words', () => {
    render(<ProgressBar label="Tiến độ" value={2} max={6} text="2/6 bước" />);
    expect(screen.getByRole('progressbar', { name: 'Tiến độ' })).toHaveAttribute(
      'aria-valuetext',
      '2/6 bước',
    );
  });
});

describe('the undo bar', () => {
  it('goes away after ten seconds and undoes before', () => {
    jest.useFakeTimers();
    const onGone = jest.fn();
    render(
      <UndoBar onUndo={() => undefined} onGone={onGone}>
        Đã gia hạn 12 người
      </UndoBar>,
    );
    act(() => jest.advanceTimersByTime(9_900));
    expect(onGone).not.toHaveBeenCalled();
    act(() => jest.advanceTimersByTime(200));
    expect(onGone).toHaveBeenCalledTimes(1);
    jest.useRealTimers();
  });
});

describe('the save state', () => {
  const shown = () => screen.getByRole('status').textContent;
  const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));
  beforeEach(() => {
    jest.useFakeTimers();
    publishStatus(emptyStatus);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('claims nothing before anything was sent', () => {
    render(<OutboxSaveState />);
    expect(shown()).toBe('');
  });

  it('does not say saved while something waits, and says so when the server has confirmed', () => {
    publishStatus({ waiting: 2, lastSavedAt: new Date('2026-11-21T02:40:00Z') });
    render(<OutboxSaveState />);
    expect(shown()).toBe('');
    pass(1_100);
    expect(shown()).toBe('Chờ gửi 2 mục');
    act(() => publishStatus({ waiting: 0, lastSavedAt: new Date('2026-11-21T02:41:00Z') }));
    pass(0);
    expect(shown()).toBe('Đã lưu · 09:41');
  });

  it('speaks of sending only when it takes more than a second', () => {
    publishStatus({ waiting: 1, sending: 1 });
    render(<OutboxSaveState />);
    pass(900);
    expect(shown()).toBe('');
    pass(200);
    expect(shown()).toBe('Đang gửi');
  });

  it('is alarmed only when the device itself could not keep something', () => {
    publishStatus({ waiting: 1, failedToStore: 1 });
    render(<OutboxSaveState />);
    expect(shown()).toContain('Chưa lưu được.');
    expect(screen.getByRole('button', { name: 'Lưu lại' })).toBeVisible();
  });
});

describe('the line under the header', () => {
  it('says what is safe when the network goes away', () => {
    publishStatus({ ...emptyStatus, waiting: 2 });
    render(<OfflineLine />, { wrapper: MemoryRouter });
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void globalThis.dispatchEvent(new Event('offline')));
    expect(screen.getByRole('status')).toHaveTextContent('Cứ làm tiếp. 2 mục đã cất trên máy này');
    online.mockRestore();
  });

  it('says where somebody is at work that one can go on, and elsewhere what can be read', () => {
    publishStatus(emptyStatus);
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { unmount } = render(<OfflineLine isAtWork />, { wrapper: MemoryRouter });
    expect(screen.getByRole('status')).toHaveTextContent(
      'Đang mất mạng. Cứ làm tiếp. Câu trả lời cất trên máy này, có mạng sẽ tự gửi.',
    );
    unmount();
    render(<OfflineLine />, { wrapper: MemoryRouter });
    expect(screen.getByRole('status')).toHaveTextContent('Phần đã mở vẫn xem được');
    cleanup();
    // A device that takes nothing keeps no answer.
    publishStatus({ ...emptyStatus, failedToStore: 1 });
    render(<OfflineLine isAtWork />, { wrapper: MemoryRouter });
    expect(screen.getByRole('status')).not.toHaveTextContent('cất trên máy này');
    online.mockRestore();
  });

  it('says that the server is not reached, whatever the browser believes about the network', () => {
    publishStatus({ ...emptyStatus, waiting: 2, isUnreached: true });
    render(<OfflineLine />, { wrapper: MemoryRouter });
    expect(screen.getByRole('status')).toHaveTextContent(
      'Chưa kết nối được máy chủ. Cứ làm tiếp. 2 mục đã cất trên máy này, sẽ tự gửi.',
    );
  });

  it('asks to sign in again when the session ended before everything was sent', () => {
    publishStatus({ ...emptyStatus, waiting: 1, needsSignIn: true });
    render(<OfflineLine />, { wrapper: MemoryRouter });
    expect(screen.getByRole('link', { name: 'Đăng nhập' })).toHaveAttribute('href', '/dang-nhap');
  });
});
