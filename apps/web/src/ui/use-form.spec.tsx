// A form under the hand: what is pressed stays where it was pressed.
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { startWords } from '../platform/i18n.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { TextInput } from './text-input.js';
import { useForm } from './use-form.js';

beforeAll(startWords);

const fault = 'Ghi tên phòng.';

function RoomForm({ send, onClose }: { send: () => Promise<void>; onClose: () => void }) {
  const form = useForm({
    id: 'phong',
    initial: { name: '' },
    check: ({ name }) => (name ? {} : { name: fault }),
    send,
  });
  return (
    <Dialog isOpen onClose={onClose} title="Thêm phòng">
      <TextInput {...form.text('name')} label="Tên phòng" />
      <Button onClick={() => void form.submit()}>Lưu phòng</Button>
    </Dialog>
  );
}

function open() {
  const send = jest.fn(() => Promise.resolve());
  const onClose = jest.fn();
  render(<RoomForm send={send} onClose={onClose} />);
  return { send, onClose, save: screen.getByRole('button', { name: 'Lưu phòng' }) };
}

describe('a form', () => {
  it('takes no line away above a button that is being pressed, so that the press is not lost', async () => {
    const user = userEvent.setup();
    const { send, save } = open();
    await user.click(save);
    expect(screen.getByText(fault)).toBeVisible();
    await user.type(screen.getByLabelText('Tên phòng'), 'Phòng 1');
    await user.pointer({ keys: '[MouseLeft>]', target: save });
    expect(screen.getByText(fault)).toBeVisible();
    await user.pointer({ keys: '[/MouseLeft]', target: save });
    expect(send).toHaveBeenCalledTimes(1);
    expect(screen.queryByText(fault)).toBeNull();
  });

  it('tells of a field at once when it is left by the keyboard', async () => {
    const { save } = open();
    await userEvent.click(save);
    await userEvent.type(screen.getByLabelText('Tên phòng'), 'Phòng 1');
    await userEvent.tab();
    expect(screen.queryByText(fault)).toBeNull();
  });

  it('in a dialog stays open when a press only ends outside, and closes when it begins there too', async () => {
    const { onClose } = open();
    const dialog = screen.getByRole('dialog');
    await userEvent.pointer([
      { keys: '[MouseLeft>]', target: screen.getByLabelText('Tên phòng') },
      { keys: '[/MouseLeft]', target: dialog },
    ]);
    dialog.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.click(dialog);
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});
