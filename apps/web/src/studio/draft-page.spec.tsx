// The draft page as a trainer uses it: by label, by keyboard, with the ways back and the refusals.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { CourseDocument as CourseSchema } from '@onetouch/contract';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  block,
  desk,
  fill,
  has,
  layDesk,
  lessonIn,
  open,
  problem,
  save,
  saved,
  withBlocks,
} from './draft-desk.sample.js';
import { blocks, course, id } from './draft.sample.js';

beforeEach(layDesk);

describe('a trainer', () => {
  it('changes the name of the course and is told that it is saved after the server said so', async () => {
    await open();
    const name = await screen.findByLabelText('Tên khóa (tiếng Việt)');
    await fill(name, 'Điện thoại an toàn hơn');
    expect(screen.queryByText(/Đã lưu bản nháp/)).toBeNull();
    await save();
    expect((await saved()).title.vi).toBe('Điện thoại an toàn hơn');
    expect(desk.sent[0]?.body.revision).toBe(7);
  });

  it('opens a lesson from the outline, and the focus goes to its heading', async () => {
    has(withBlocks(block('note'), block('steps')));
    await open();
    await userEvent.click(await screen.findByRole('link', { name: /^Mã OTP/ }));
    await waitFor(() => expect(screen.getByRole('heading', { level: 2, name: 'Mã OTP' })).toHaveFocus());
    expect(screen.getByRole('region', { name: 'Khối 1 trên 2: Lưu ý' })).toBeVisible();
  });

  it('moves a lesson with Alt and an arrow and hears where it is now', async () => {
    await open();
    (await screen.findByRole('link', { name: /^Mã OTP/ })).focus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(screen.getByText('Đã chuyển bài Mã OTP thành bài 2, trong Nhận biết.')).toBeInTheDocument();
    await save();
    expect((await saved()).modules[0]?.lessons.map((one) => one.id)).toEqual([id(2), id(1)]);
  });

  it('removes a block and takes it back', async () => {
    has(withBlocks(block('steps'), block('note')));
    await open(`?bai=${id(1)}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Việc khác với khối 2, Lưu ý' }));
    await userEvent.click(screen.getByRole('button', { name: 'Xóa khối' }));
    expect(screen.queryByLabelText('Nội dung lưu ý')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    expect(screen.getByLabelText('Nội dung lưu ý')).toHaveValue('Đừng vội.');
  });

  it('adds a note in two presses, cannot save it empty, and is led to what is missing', async () => {
    await open(`?bai=${id(2)}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Thêm khối' }));
    await userEvent.click(screen.getByRole('button', { name: 'Lưu ý' }));
    const note = await screen.findByLabelText('Nội dung lưu ý');
    await waitFor(() => expect(note).toHaveFocus());
    await save();
    expect(screen.getByText(/Chưa gửi, còn ô cần sửa/)).toBeVisible();
    expect(note).toHaveAccessibleDescription('Ô này còn trống. Điền vào để lưu được.');
    expect(desk.sent).toEqual([]);
    await userEvent.click(screen.getByRole('link', { name: /Ô này còn trống/ }));
    await waitFor(() => expect(note).toHaveFocus());
    await fill(note, 'Hỏi con cháu.');
    await save();
    await saved();
    expect(CourseSchema.safeParse(desk.sent.at(-1)?.body.document).success).toBe(true);
  });

  it('edits steps, messages, pictures, films and sheets', async () => {
    await open(`?bai=${id(1)}`);
    const change = async (label: string, words: string) => fill(await screen.findByLabelText(label), words);
    await change('Bước 1', 'Tắt máy');
    await change('Người gửi', 'NGAN HANG GIA');
    await change('Mô tả hình', 'Tin giả');
    await change('Tên video', 'Cuộc gọi giả');
    await change('Lời thoại dạng chữ', 'Alo\n\nAi đó');
    await change('Tên phiếu', 'Phiếu mới');
    await save();
    const after = lessonIn(await saved());
    expect(after.blocks).toMatchObject([
      blocks[0],
      blocks[1],
      { items: [{ title: 'Tắt máy' }] },
      blocks[3],
      { sender: 'NGAN HANG GIA', parts: [{ mark: 1 }] },
      { alt: 'Tin giả' },
      { title: 'Cuộc gọi giả', transcript: ['Alo', 'Ai đó'] },
      { title: 'Phiếu mới' },
    ]);
  });

  it('writes a text with the toolbar', async () => {
    has(withBlocks(block('text')));
    await open(`?bai=${id(1)}`);
    const text = await screen.findByRole('textbox', { name: 'Nội dung đoạn văn' });
    act(() => text.focus());
    const bar = await screen.findByRole('toolbar', { name: 'Định dạng chữ' });
    await userEvent.click(within(bar).getByRole('button', { name: 'Gạch đầu dòng' }));
    await save();
    expect(lessonIn(await saved()).blocks[0]).toMatchObject({
      doc: { content: [{ type: 'bulletList', content: [{ type: 'listItem' }] }] },
    });
    expect(CourseSchema.safeParse(desk.sent.at(-1)?.body.document).success).toBe(true);
  });
});

describe('beside the draft', () => {
  it('each version shows what it changed on demand', async () => {
    await open();
    await userEvent.click(await screen.findByRole('button', { name: 'Xem thay đổi của bản 2' }));
    expect(await screen.findByText('Thêm bài “Mã OTP” vào phần “Nhận biết”.')).toBeVisible();
  });

  it('a save of somebody else stops the page, offers the own words, and then the newer draft', async () => {
    desk.answer = () => problem('draft.changed', 409);
    await open();
    const name = await screen.findByLabelText('Tên khóa (tiếng Việt)');
    await userEvent.type(name, ' của tôi');
    has({ ...course, title: { vi: 'Tên của người khác', en: 'Theirs' } }, { revision: 8 });
    await save();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Người khác vừa lưu bản nháp này');
    expect(alert).toHaveFocus();
    expect(name).toHaveAttribute('readonly');
    await userEvent.click(within(alert).getByRole('button', { name: 'Xem phần của tôi để chép' }));
    expect(screen.getByRole('dialog', { name: 'Phần của bạn' })).toHaveTextContent(
      'Điện thoại an toàn của tôi',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Đóng' }));
    await userEvent.click(screen.getByRole('button', { name: 'Mở bản mới' }));
    await waitFor(() =>
      expect(screen.getByLabelText('Tên khóa (tiếng Việt)')).toHaveValue('Tên của người khác'),
    );
    expect(screen.getByText(/chưa vào bản nháp. Nó còn trên máy này/)).toBeVisible();
  });

  it('a trainer without the right to edit reads and changes nothing', async () => {
    has(withBlocks(block('note')), { abilities: { edit: false, publish: false } });
    await open(`?bai=${id(1)}`);
    expect(await screen.findByLabelText('Nội dung lưu ý')).toHaveAttribute('readonly');
    expect(screen.queryByRole('button', { name: /Lưu bản nháp|Xuất bản|Thêm khối/ })).toBeNull();
  });
});
