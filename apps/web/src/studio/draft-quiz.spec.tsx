// Questions and the rule of a quiz as a trainer writes them: what is asked first, what follows from it, and what is told at its field.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { block, fill, has, layDesk, open, save, saved, withBlocks } from './draft-desk.sample.js';
import { course, id, lesson, question } from './draft.sample.js';

beforeEach(layDesk);

describe('a question', () => {
  it('gets another option, another key, and an order, by the keyboard', async () => {
    await open(`?bai=${id(3)}#${id(21)}-card`);
    await userEvent.click(await screen.findByRole('button', { name: 'Thêm đáp án' }));
    await fill(await screen.findByLabelText('Đáp án 3'), 'Con cháu');
    const [, second] = screen.getAllByRole('radio', { name: 'Đáp án đúng' });
    await userEvent.click(second as HTMLElement);
    screen.getByLabelText('Đáp án 3').focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await save();
    const [, quizModule] = (await saved()).modules;
    expect(quizModule?.lessons[0]).toMatchObject({
      questions: [{ options: [{ text: 'Không ai' }, { text: 'Con cháu' }, { id: 'b' }], correct: ['b'] }],
    });
  });

  it('is closed until it is opened, and says its kind and points', async () => {
    await open(`?bai=${id(3)}`);
    const toggle = await screen.findByRole('button', { name: /Ai được biết mã OTP\?/ });
    expect(toggle).toHaveTextContent('Chọn một · 1 điểm');
    expect(screen.queryByLabelText('Lời giải')).toBeNull();
    await userEvent.click(toggle);
    expect(await screen.findByLabelText('Lời giải')).toHaveValue(question.explanation);
    expect(screen.getByLabelText('Sai thì ôn lại bài')).toHaveValue(lesson.id);
  });

  it('that becomes true or false gets two options, and its own back on undo', async () => {
    has(withBlocks(block('check')));
    await open(`?bai=${id(1)}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Thêm đáp án' }));
    await userEvent.selectOptions(screen.getByLabelText('Kiểu trả lời'), 'Đúng hay sai');
    expect(screen.getByLabelText('Đáp án 1')).toHaveValue('Đúng');
    expect(screen.queryByLabelText('Đáp án 3')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    expect(screen.getByLabelText('Đáp án 1')).toHaveValue('Không ai');
  });
});

describe('the rule of a quiz', () => {
  it('shows three fields first, and keeps out what nobody touched', async () => {
    await open(`?bai=${id(3)}`);
    await screen.findByLabelText('Đạt từ (%)');
    expect(screen.getByText('Tùy chọn thêm').closest('details')).not.toHaveAttribute('open');
    await userEvent.click(screen.getByText('Tùy chọn thêm'));
    await fill(screen.getByLabelText(/Thời gian làm bài/), '45');
    await fill(screen.getByLabelText(/^Mở từ/), '08:00 21/11/2026');
    await userEvent.selectOptions(screen.getByLabelText('Đi lại giữa các câu'), 'Một chiều, không quay lại');
    await fill(screen.getByLabelText(/Chỉ làm từ các mạng này/), '203.0.113.0/24');
    await save();
    const [, quizModule] = (await saved()).modules;
    const [quiz] = quizModule?.lessons ?? [];
    expect(quiz).toMatchObject({
      rule: { timeLimitMinutes: 45, opensAt: '2026-11-21T01:00:00.000Z', navigation: 'one-way' },
      gate: { networks: ['203.0.113.0/24'] },
    });
    expect(quiz).not.toHaveProperty('rule.wrongPercent');
  });

  it('says at once which draw cannot be filled', async () => {
    await open(`?bai=${id(3)}`);
    await userEvent.click(await screen.findByText('Tùy chọn thêm'));
    await userEvent.click(screen.getByRole('checkbox', { name: /Rút câu theo nhóm/ }));
    await fill(screen.getByLabelText('Số câu'), '5');
    expect(await screen.findByText(/Nhóm 1 còn thiếu 4 câu/)).toBeVisible();
    expect(screen.getByText('Mỗi đề có 5 câu.')).toBeVisible();
  });

  it('gives a question that is on every paper points of its own there', async () => {
    await open(`?bai=${id(3)}`);
    await userEvent.click(await screen.findByText('Tùy chọn thêm'));
    await userEvent.click(screen.getByRole('checkbox', { name: /Rút câu theo nhóm/ }));
    await userEvent.click(screen.getByText('Câu có trong mọi đề (0)'));
    await userEvent.click(screen.getByRole('checkbox', { name: /^1\. / }));
    const points = screen.getByLabelText(/^Điểm của câu 1 trong đề/);
    await fill(points, 'hai');
    await userEvent.tab();
    expect(points).toHaveAccessibleDescription(/điểm/);
    await fill(points, '2,5');
    await save();
    const [, quizModule] = (await saved()).modules;
    expect(quizModule?.lessons[0]).toHaveProperty('rule.paper.fixed', [
      { questionId: id(21), points: 2_500 },
    ]);
  });

  it('lets a question that was removed be taken off every paper', async () => {
    const document = structuredClone(course);
    const quiz = document.modules[1]?.lessons[0];
    if (quiz?.kind !== 'quiz') throw new Error('the sample has changed');
    quiz.rule.paper = { fixed: [{ questionId: id(77) }], draws: [], keepsOrder: false };
    has(document);
    await open(`?bai=${id(3)}`);
    await userEvent.click(await screen.findByText('Câu có trong mọi đề (1)'));
    await userEvent.click(screen.getByRole('checkbox', { name: /^Câu đã xóa khỏi bài kiểm tra/ }));
    expect(screen.getByText('Câu có trong mọi đề (0)')).toBeVisible();
  });

  it('says at the field what is no network and no moment', async () => {
    await open(`?bai=${id(3)}`);
    await userEvent.click(await screen.findByText('Tùy chọn thêm'));
    const networks = screen.getByLabelText(/Chỉ làm từ các mạng này/);
    await fill(networks, '300.1.1.1');
    await userEvent.tab();
    expect(networks).toHaveAccessibleDescription(/không phải địa chỉ mạng/);
    const opens = screen.getByLabelText(/^Mở từ/);
    await fill(opens, 'mai');
    await userEvent.tab();
    expect(opens).toHaveAccessibleDescription(/Ghi giờ rồi ngày/);
  });

  it('takes an essay whose points are those of its rubric, and decimals', async () => {
    await open(`?bai=${id(3)}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Thêm câu tự luận' }));
    await fill(await screen.findByLabelText('Đề bài tự luận'), 'Kể một việc khó.');
    await fill(screen.getByLabelText('Hướng dẫn chấm'), 'Tìm thời hạn.');
    await fill(screen.getByLabelText('Chấm điều gì'), 'Đủ ý');
    await fill(screen.getByLabelText('Điểm'), '1,5');
    await userEvent.click(screen.getByRole('button', { name: 'Thêm tiêu chí' }));
    const [, second] = await screen.findAllByLabelText('Chấm điều gì');
    await fill(second as HTMLElement, 'Rõ ràng');
    expect(screen.getByText('Tổng cộng: 2,5 điểm')).toBeVisible();
    await save();
    const [, quizModule] = (await saved()).modules;
    const [quiz] = quizModule?.lessons ?? [];
    expect(quiz?.kind === 'quiz' && quiz.questions.at(-1)).toMatchObject({
      kind: 'essay',
      points: 2_500,
      essay: { rubric: [{ points: 1_500 }, { points: 1_000 }] },
    });
  });

  it('takes whole numbers only and says which', async () => {
    await open(`?bai=${id(3)}`);
    const share = await screen.findByLabelText('Đạt từ (%)');
    await fill(share, '120');
    await userEvent.tab();
    expect(share).toHaveAccessibleDescription(/Nhập số nguyên từ 1 đến 100\./);
    await fill(share, '70');
    await save();
    const [, quizModule] = (await saved()).modules;
    expect(quizModule?.lessons[0]).toMatchObject({ rule: { passPercent: 70 } });
  });
});
