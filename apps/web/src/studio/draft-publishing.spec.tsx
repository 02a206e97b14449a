// Publishing a draft: what is said before and after, and when it is not offered.
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Draft } from '@onetouch/contract';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { desk, has, layDesk, open, problem } from './draft-desk.sample.js';
import { course } from './draft.sample.js';

beforeEach(layDesk);

describe('publishing', () => {
  const changes: Draft['changes'] = [{ kind: 'moved', what: 'lesson', where: ['K', 'P', 'Mã OTP'] }];
  const complete = {
    ...course,
    modules: course.modules.map((module) => ({
      ...module,
      lessons: module.lessons.filter((one) => one.kind === 'quiz' || one.blocks.length > 0),
    })),
  };
  const ready = () => {
    has(complete, { changes });
    desk.draft = { ...desk.draft, course: { ...desk.draft.course, hasUnpublishedChanges: true } };
  };
  const ask = async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Xuất bản bản 4' }));
    return within(screen.getByRole('dialog', { name: 'Xuất bản bản 4?' }));
  };

  it('says who keeps which version and what changes, and then what the server said', async () => {
    ready();
    await open();
    const dialog = await ask();
    expect(dialog.getByText(/^119 học viên đã ghi danh giữ nguyên bản của mình/)).toBeVisible();
    expect(dialog.getByText('Bản 2: 19 học viên')).toBeVisible();
    expect(dialog.getByText('Đổi thứ tự bài “Mã OTP”.')).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Xuất bản bản 4' }));
    expect(await screen.findByRole('dialog', { name: 'Đã xuất bản bản 4' })).toBeVisible();
    expect(desk.sent.map(({ path }) => path)).toEqual([`/studio/courses/${desk.courseId}/versions`]);
  });

  it('shows the refusal of the server', async () => {
    ready();
    desk.answer = () => problem('draft.incomplete', 422);
    await open();
    const dialog = await ask();
    await userEvent.click(dialog.getByRole('button', { name: 'Xuất bản bản 4' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('Bản nháp còn thiếu.');
  });

  it('is not offered while something is missing; the list leads there', async () => {
    await open();
    const dialog = await ask();
    expect(dialog.getByText(/Còn 1 việc cần làm/)).toBeVisible();
    expect(dialog.queryByRole('button', { name: 'Xuất bản bản 4' })).toBeNull();
    await userEvent.click(dialog.getByRole('button', { name: 'Sửa tiếp' }));
    await userEvent.click(screen.getByRole('link', { name: /Thêm nội dung cho bài này/ }));
    expect(await screen.findByRole('heading', { level: 2, name: 'Cuộc gọi lạ' })).toBeVisible();
  });

  it('is not offered when nothing has changed', async () => {
    has(complete);
    await open();
    expect((await ask()).getByText(/Chưa có gì để xuất bản/)).toBeVisible();
  });
});
