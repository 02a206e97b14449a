// A learner fails the test, is told what to read again and when to come back, and passes with another paper.
import { expect, test } from '@playwright/test';
import { expectSound } from './support/checks.js';
import { enrol, learnLessons, lessonsOf, onDatabase } from './support/courses.js';
import { newLearner } from './support/people.js';
import { answerPaper, attemptIdOf, handIn, quizPath, readQuiz, startOnPage } from './support/quiz.js';

test('a learner who fails is shown what to review and waits, then passes with a new paper', async ({
  browser,
}) => {
  const learner = await newLearner('Lù Seo Páo');
  const enrolment = await enrol(learner);
  await learnLessons(learner, enrolment);
  const [quiz] = lessonsOf(enrolment, 'quiz');
  if (!quiz) throw new Error('the course has no test');
  const path = quizPath(enrolment.id, quiz.id);
  const { rule, passCount } = await readQuiz(learner, enrolment.id, quiz.id);
  const page = await (await learner.open(browser)).newPage();

  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1, name: quiz.title.vi })).toBeVisible();
  await expectSound(page);
  const first = await startOnPage(page, learner, 'Bắt đầu làm bài');
  await expectSound(page);
  await answerPaper(page, first, 'wrong');
  await handIn(page);

  // Told in words, with the lessons to read again and the time of the next attempt.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Chưa đạt, còn thiếu ${passCount} câu`);
  await expect(page.getByRole('heading', { level: 2, name: /^Ôn lại .+ rồi thi lại$/ })).toBeVisible();
  const reviews = page.getByRole('link', { name: /^Bài \d+\. .*Sai \d+ câu/ });
  expect(await reviews.count()).toBeGreaterThan(0);
  await expect(page.getByText(/Thi lại được từ/)).toContainText(`Còn ${rule.attemptsAllowed - 1} lần`);
  await expect(page.getByRole('link', { name: 'Thi lại', exact: true })).toHaveCount(0);
  await expectSound(page);
  await page.getByRole('link', { name: /^Ôn bài \d+/ }).click();
  await expect(page).toHaveURL(/\/hoc\/.+\/bai\//);

  // Nobody may start during the pause: not on the page, and not past it.
  await page.goto(path);
  await expect(page.getByText(/^Lần tới làm được từ/)).toBeVisible();
  await expect(page.getByRole('button', { name: /làm/i })).toHaveCount(0);
  await expectSound(page);
  const early = await learner.api.post(`/api/v1/enrolments/${enrolment.id}/quizzes/${quiz.id}/attempts`);
  expect(early.status()).toBe(409);
  expect(((await early.json()) as { code: string }).code).toBe('quiz.pause');

  await onDatabase(
    `UPDATE attempt SET started_at = started_at - $2 * interval '1 minute', submitted_at = submitted_at - $2 * interval '1 minute' WHERE id = $1`,
    [first.id, rule.pauseMinutes + 1],
  );
  await page.reload();
  const second = await startOnPage(page, learner, 'Làm lại lần 2');
  expect(second.id).not.toBe(first.id);
  const papers = [first, second].map(({ questions }) => questions.map(({ id }) => id).join());
  expect(papers[1]).not.toBe(papers[0]);
  await answerPaper(page, second, 'right');
  await handIn(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Đã đạt bài kiểm tra' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nhận chứng nhận' })).toBeVisible();
  await expectSound(page);
  const after = await readQuiz(learner, enrolment.id, quiz.id);
  expect(after.attempts.map(({ hasPassed }) => hasPassed).sort()).toEqual([false, true]);
  expect(attemptIdOf(page)).toBe(second.id);
});
