// The morning of an exam on one phone: the paper opens by itself, the network goes, the browser is closed, and no answer is lost.
import type { Attempt, ExamDetail } from '@onetouch/contract';
import { expect, type Page, test } from '@playwright/test';
import { expectSound } from './support/checks.js';
import { onDatabase } from './support/courses.js';
import { beginSoon, hopThanh, planExam, roomOf, wakeUntil } from './support/exam.js';
import { untilReadyForOffline } from './support/lesson.js';
import { type Actor, demonstration, newLearner } from './support/people.js';
import { phoneOf } from './support/phone.js';
import { attemptIdOf, choices, choose, handIn, nextQuestion, readAttempt } from './support/quiz.js';

const room = 'Hội trường xã Hợp Thành';

/** Types the code of the room, and waits with the sealed paper on the phone until it opens by itself. */
async function sitDown(page: Page, exam: ExamDetail): Promise<string> {
  await page.goto('/check-in');
  await page.getByLabel('Mã điểm danh').fill(roomOf(exam, room).code.toLowerCase());
  await page.getByRole('button', { name: 'Điểm danh', exact: true }).click();
  await page.waitForURL('**/thi/*');
  await expect(page.getByText('Đề đã tải về máy, mất mạng vẫn giữ.')).toBeVisible();
  await expect(page.getByText('Đến giờ, bài thi tự mở. Không cần bấm gì.')).toBeVisible();
  await beginSoon(exam.id);
  await wakeUntil(page, (options) => page.waitForURL('**/lam-bai/*', options));
  return attemptIdOf(page);
}

/** Every answer once, as it was given. */
async function expectEveryAnswerOnce(attempt: Attempt, chosen: Map<string, string[]>, learner: Actor) {
  const rows = await onDatabase<{ question_id: string; is_late: boolean }>(
    'SELECT question_id, is_late FROM attempt_answer WHERE attempt_id = $1',
    [attempt.id],
  );
  const ids = attempt.questions.map(({ id }) => id);
  expect(rows.map((row) => row.question_id).sort()).toEqual([...ids].sort());
  expect(rows.filter((row) => row.is_late)).toEqual([]);
  const { answers } = await readAttempt(learner, attempt.id);
  for (const { id, options } of attempt.questions) {
    const kept = answers.find(({ questionId }) => questionId === id)?.optionIds ?? [];
    const texts = options.filter((option) => kept.includes(option.id)).map(({ text }) => text);
    expect(texts.sort()).toEqual([...(chosen.get(id) ?? [])].sort());
  }
}

test('a candidate loses the network and closes the browser in the middle of an exam, and the server has every answer once', async () => {
  const learner = await newLearner('Sùng A Chứ', hopThanh);
  const coordinator = await demonstration('phutrach');
  const phone = await phoneOf(learner);
  let context = await phone.open();
  let page = await context.newPage();
  await page.goto('/');
  await untilReadyForOffline(page);
  const rooms = [{ name: room, learners: [learner] }];
  const exam = await planExam({ coordinator, rooms, startsInSeconds: 900 });

  const attemptId = await sitDown(page, exam);
  const attempt = await readAttempt(learner, attemptId);
  const chosen = await choices(attempt, 'right');
  const answer = async (index: number) => {
    const question = attempt.questions[index];
    if (question) await choose(page, question, chosen.get(question.id) ?? []);
  };
  await expect(page.getByRole('timer')).toBeVisible();
  for (const index of [0, 1]) {
    await answer(index);
    await expect(page.getByText(`Máy chủ đã nhận câu ${index + 1}`)).toBeVisible();
    await nextQuestion(page);
  }

  await context.setOffline(true);
  await answer(2);
  await expect(page.getByText('Câu 3 đã cất trên máy này, chờ gửi.')).toBeVisible();
  await nextQuestion(page);
  await answer(3);
  await expect(page.getByText('Câu 4 đã cất trên máy này, chờ gửi.')).toBeVisible();
  await expect(page.getByText('Đồng hồ vẫn chạy khi mất mạng.')).toBeVisible();
  await expectSound(page);
  expect((await readAttempt(learner, attemptId)).answers).toHaveLength(2);
  await context.close();

  // Another browser, still without a network: paper, clock and answers are on the phone.
  context = await phone.open();
  await context.setOffline(true);
  page = await context.newPage();
  await page.goto(`/lam-bai/${attemptId}`);
  await expect(page.getByText('Chờ gửi 2 câu')).toBeAttached();
  await expect(page.getByRole('timer')).toBeVisible();
  // It opens at the first question without an answer.
  await answer(4);
  await expect(page.getByText('Câu 5 đã cất trên máy này, chờ gửi.')).toBeVisible();

  await context.setOffline(false);
  const sent = async () => (await readAttempt(learner, attemptId)).answers.length;
  await expect.poll(sent, { message: 'what waited goes up by itself' }).toBe(5);
  await expect(page.getByText('Máy chủ đã nhận câu 5')).toBeVisible();
  await nextQuestion(page);
  await answer(5);
  await expect(page.getByText('Máy chủ đã nhận câu 6')).toBeVisible();
  await handIn(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Đã nộp bài' })).toBeVisible();
  await expectSound(page);
  await expectEveryAnswerOnce(attempt, chosen, learner);
  await phone.end();
});
