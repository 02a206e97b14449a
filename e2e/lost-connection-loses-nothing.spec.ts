// The network goes away in the middle of a lesson and of a test, or the server does: nothing is lost, nothing is doubled.
import type { EnrolmentDetail, ProgressEvent } from '@onetouch/contract';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectSound } from './support/checks.js';
import { enrol, learnLessons, lessonsOf, onDatabase, readEnrolment } from './support/courses.js';
import {
  answerCheck,
  blocksOf,
  keptOnDevice,
  readLesson,
  readToEnd,
  readToEndOffline,
  untilReadyForOffline,
} from './support/lesson.js';
import { type Actor, newLearner } from './support/people.js';
import {
  choices,
  choose,
  confirmHandIn,
  nextQuestion,
  quizPath,
  readAttempt,
  startOnPage,
} from './support/quiz.js';

/** The line under the header; the lesson and the test speak of it in lines of their own. */
const noNetwork = (page: Page) =>
  page.getByRole('status').filter({ hasText: /^Đang mất mạng\. (Phần đã mở|Cứ làm tiếp)/ });
const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Đã lưu( ·|$)/ });

function firstLesson(enrolment: EnrolmentDetail) {
  const [first] = lessonsOf(enrolment, 'content');
  if (!first) throw new Error('the course has no lesson');
  return first;
}

/** A tab on a page that opens without a network too, as after a visit before. */
async function openReady(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/');
  await untilReadyForOffline(page);
  await page.goto(path);
  return page;
}

async function expectAllLearned(learner: Actor, enrolment: EnrolmentDetail) {
  const { id } = firstLesson(enrolment);
  const { lesson, progress } = await readLesson(learner, enrolment.id, id);
  const [check] = blocksOf(lesson, 'check');
  const wanted = [...blocksOf(lesson, 'text'), ...blocksOf(lesson, 'check')].map((block) => block.id);
  expect([...progress.metBlockIds].sort()).toEqual(wanted.sort());
  expect(progress.answers[check?.id ?? '']).toEqual(check?.question.correct);
  expect(progress.doneAt).not.toBeNull();
  const after = await readEnrolment(learner, enrolment.id);
  expect(after.steps).toEqual({ done: 1, total: enrolment.steps.total });
}

test('a learner who loses the network in a lesson goes on, closes the tab, and finds everything sent afterwards', async ({
  browser,
}) => {
  const learner = await newLearner('Giàng A Sính');
  const enrolment = await enrol(learner);
  const { id, title } = firstLesson(enrolment);
  const { lesson } = await readLesson(learner, enrolment.id, id);
  const path = `/hoc/${enrolment.id}/bai/${id}`;
  const context = await learner.open(browser);
  let page = await openReady(context, path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title.vi);

  await context.setOffline(true);
  await expect(noNetwork(page)).toBeVisible();
  await answerCheck(page, lesson);
  await readToEndOffline(page, lesson);
  // Where the reader is is told now and then, and may join what waits meanwhile.
  let events: ProgressEvent[] = [];
  await expect(async () => {
    events = await keptOnDevice<ProgressEvent>(page);
    await expect(page.getByText(`Chờ gửi ${events.length} mục`)).toBeVisible({ timeout: 1_000 });
    await expect(noNetwork(page)).toContainText(`${events.length} mục`, { timeout: 1_000 });
  }).toPass();
  await expect(page.getByText(/^Đã lưu trên máy này lúc .* Có mạng sẽ tự gửi\.$/)).toBeVisible();
  await expect(saved(page)).toHaveCount(0);
  await expectSound(page);
  const { progress } = await readLesson(learner, enrolment.id, id);
  expect(progress.metBlockIds).toEqual([]);

  // A page loaded again and a tab closed: the lesson opens from the device, with what was done.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title.vi);
  await page.close();
  page = await context.newPage();
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title.vi);
  await expect(page.getByText('Đang xem bản lưu trên máy', { exact: false })).toBeVisible();
  await expect(page.getByText(/^Chờ gửi \d+ mục$/)).toBeVisible();
  const kept = await keptOnDevice<ProgressEvent>(page);
  expect(kept.slice(0, events.length).map((event) => event.id)).toEqual(events.map((event) => event.id));
  const [check] = blocksOf(lesson, 'check');
  await expect(
    page.getByRole('group', { name: check?.question.prompt }).getByText('Đúng.', { exact: true }),
  ).toBeVisible();
  await expectSound(page);

  await context.setOffline(false);
  await expect(saved(page)).toBeVisible();
  await expect(noNetwork(page)).toHaveCount(0);
  await expect(page.getByText('Đã xong bài này.')).toBeVisible();
  expect(await keptOnDevice(page)).toEqual([]);
  await expectAllLearned(learner, enrolment);
});

test('a learner whose server answers 503 for a while sees what waits, and it goes up by itself', async ({
  browser,
}) => {
  const learner = await newLearner('Chảo Mùi Pham');
  const enrolment = await enrol(learner);
  const { id, title } = firstLesson(enrolment);
  const { lesson } = await readLesson(learner, enrolment.id, id);
  const context = await learner.open(browser);
  const page = await openReady(context, `/hoc/${enrolment.id}/bai/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title.vi);

  await readToEnd(page, learner, enrolment.id);
  await expect(saved(page)).toBeVisible();

  // Half of an answer is worse than none: the server takes what is sent, and the page never hears of it.
  let tries = 0;
  await context.route('**/api/v1/enrolments/*/lessons/*/events', async (route) => {
    tries += 1;
    if (tries === 1) {
      await route.fetch();
      return route.abort('connectionreset');
    }
    return route.fulfill({ status: 503, contentType: 'text/html', body: '<h1>Service unavailable</h1>' });
  });
  await answerCheck(page, lesson);
  await expect(page.getByText(/^Chờ gửi \d+ mục$/)).toBeVisible();
  await expect(page.getByText(/^Đã lưu trên máy này lúc .* Có mạng sẽ tự gửi\.$/)).toBeVisible();
  await expect(saved(page)).toHaveCount(0);
  await expect(page.getByText('Đã xong bài này.')).toHaveCount(0);
  await expect.poll(() => tries, { message: 'the page tries again by itself' }).toBeGreaterThan(2);
  await expectSound(page);

  await context.unroute('**/api/v1/enrolments/*/lessons/*/events');
  await expect(saved(page)).toBeVisible();
  await expect(page.getByText('Đã xong bài này.')).toBeVisible();
  expect(await keptOnDevice(page)).toEqual([]);
  await expectAllLearned(learner, enrolment);
});

test('a learner who loses the network in a test keeps every answer and hands in only what the server has', async ({
  browser,
}) => {
  const learner = await newLearner('Hoàng Văn Phìn');
  const enrolment = await enrol(learner);
  await learnLessons(learner, enrolment);
  const [quiz] = lessonsOf(enrolment, 'quiz');
  const context = await learner.open(browser);
  let page = await openReady(context, quizPath(enrolment.id, quiz?.id ?? ''));
  const attempt = await startOnPage(page, learner, 'Bắt đầu làm bài');
  const total = attempt.questions.length;
  const right = await choices(attempt, 'right');
  const answer = async (index: number) => {
    const question = attempt.questions[index];
    if (question) await choose(page, question, right.get(question.id) ?? []);
  };
  await answer(0);
  await expect(page.getByText('Máy chủ đã nhận câu 1')).toBeVisible();
  await nextQuestion(page);

  await context.setOffline(true);
  await answer(1);
  await expect(page.getByText('Câu 2 đã cất trên máy này, chờ gửi.')).toBeVisible();
  await nextQuestion(page);
  await answer(2);
  await page.getByRole('button', { name: 'Xem lại', exact: true }).click();
  await expect(page.getByText('Câu 3 đã cất trên máy này, chờ gửi.')).toBeVisible();
  await expect(page.getByText('Chờ gửi 2 câu')).toBeVisible();
  await expect(page.getByText(`Đã nhận 1/${total}`)).toBeVisible();
  await expect(noNetwork(page)).toBeVisible();
  await expectSound(page);

  // Nothing is handed in that the server does not have.
  await page.getByRole('button', { name: 'Các câu', exact: true }).click();
  await page
    .getByRole('dialog', { name: 'Các câu' })
    .getByRole('button', { name: 'Nộp bài', exact: true })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Nộp bài?' });
  await dialog.getByRole('button', { name: 'Nộp bài', exact: true }).click();
  await expect(dialog.getByText(/^Chưa nộp được: 2 câu còn chờ gửi\./)).toBeVisible();
  await expectSound(page);
  await dialog.getByRole('button', { name: 'Làm tiếp' }).click();

  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(attempt.questions[2]?.prompt ?? '');
  await expect(page.getByText('Chờ gửi 2 câu')).toBeVisible();
  expect((await readAttempt(learner, attempt.id)).answers).toHaveLength(1);
  // In the last moment of a closing page the network that the test took away is back, and something may slip through.
  await page.close();
  page = await context.newPage();
  await page.goto(`/lam-bai/${attempt.id}`);
  await expect(page.getByText('Chờ gửi 2 câu')).toBeVisible();

  await context.setOffline(false);
  await expect(page.getByText(`Đã nhận 3/${total}`)).toBeVisible();
  await expect(page.getByText(/^Chờ gửi/)).toHaveCount(0);
  const { answers } = await readAttempt(learner, attempt.id);
  const textsOf = (questionId: string, optionIds: string[]) =>
    (attempt.questions.find(({ id }) => id === questionId)?.options ?? [])
      .filter(({ id }) => optionIds.includes(id))
      .map(({ text }) => text);
  expect(answers).toHaveLength(3);
  for (const { questionId, optionIds } of answers)
    expect(textsOf(questionId, optionIds).sort()).toEqual([...(right.get(questionId) ?? [])].sort());
  expect(answers.filter(({ isFlagged }) => isFlagged).map(({ questionId }) => questionId)).toEqual([
    attempt.questions[2]?.id,
  ]);
  const rows = await onDatabase('SELECT 1 FROM attempt_answer WHERE attempt_id = $1', [attempt.id]);
  expect(rows).toHaveLength(3);

  await page.getByRole('button', { name: 'Các câu', exact: true }).click();
  await page
    .getByRole('dialog', { name: 'Các câu' })
    .getByRole('button', { name: 'Nộp bài', exact: true })
    .click();
  await confirmHandIn(page);
  await expect(page.getByText(`Đúng 3/${total} câu`)).toBeVisible();
  await expectSound(page);
});
