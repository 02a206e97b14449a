// A question of an exam turns out to be faulty: the trainer sees who changes before anything does, and nobody loses a certificate by it.
import type { CorrectionChange, CourseDocument, ExamDetail } from '@onetouch/contract';
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { expectSound } from './support/checks.js';
import { claimCertificate, courseSlug, enrol, learnLessons, onDatabase } from './support/courses.js';
import { checkIn, hopThanh, planExam, roomOf, sitThrough, startSitting } from './support/exam.js';
import { type Actor, demonstration, newLearner } from './support/people.js';

const room = 'Hội trường xã Hợp Thành';
const reason = 'Hai đáp án đều đúng theo bài học.';

/** Four questions with one right answer each, as they are published. */
async function fourQuestions() {
  const [row] = await onDatabase<{ document: CourseDocument }>(
    'SELECT v.document FROM course c JOIN course_version v ON v.id = c.published_version_id WHERE c.slug = $1',
    [courseSlug],
  );
  const lessons = (row?.document.modules ?? []).flatMap((module) => module.lessons);
  const questions = lessons.flatMap((lesson) => (lesson.kind === 'quiz' ? lesson.questions : []));
  return questions.filter(({ kind }) => kind === 'single').slice(0, 4);
}

/** The paper is the same for both: 3 of 4 pass. One passes and has the certificate, the other fails by one. */
async function sitBoth(certified: Actor, failed: Actor) {
  const coordinator = await demonstration('phutrach');
  const questions = await fourQuestions();
  const enrolment = await enrol(certified);
  await learnLessons(certified, enrolment);
  const fixed = questions.map(({ id: questionId }) => ({ questionId }));
  const exam = await planExam({
    coordinator,
    rooms: [{ name: room, learners: [certified, failed] }],
    startsInSeconds: 6,
    release: 'at-once',
    rule: { draw: 4, passPercent: 75, paper: { fixed, draws: [], keepsOrder: true } },
  });
  const { code } = roomOf(exam, room);
  const first = await startSitting(certified, await checkIn(certified, code));
  await sitThrough(certified, first, (place) => place < 3);
  const certificate = await claimCertificate(certified, enrolment);
  const second = await startSitting(failed, await checkIn(failed, code));
  await sitThrough(failed, second, (place) => place > 1);
  return { exam, questions, certificate, passedId: first.attemptId, failedId: second.attemptId };
}

/** The page of a faulty question, by the statistics of the exam. */
async function openFaulty(page: Page, { id, courseId, lessonId }: ExamDetail, prompt = '') {
  await page.goto(`/soan/${courseId}/kiem-tra/${lessonId}?ky-thi=${id}`);
  await page.getByRole('link', { name: prompt }).click();
  await page.getByRole('link', { name: 'Câu này có lỗi' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sửa câu hỏi có lỗi' })).toBeVisible();
}

const preview = (page: Page) => page.getByRole('region', { name: '2. Ai thay đổi' });
const figure = (area: Locator, name: string) =>
  area.locator('dl > div').filter({ hasText: name }).locator('dd');

/** Applies what the preview shows, and answers the changes as they are kept. */
async function apply(page: Page, trainer: Actor): Promise<CorrectionChange[]> {
  await page.getByLabel('Lý do', { exact: true }).fill(reason);
  await page.getByRole('button', { name: /^Áp dụng cho/ }).click();
  await page.waitForURL('**/sua-loi/*');
  await expect(page.getByText(/^Đã áp dụng\. .* kết quả cũ được giữ lại\.$/)).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const answer = await trainer.api.get(`/api/v1/corrections/${id}/changes`);
  return ((await answer.json()) as { items: CorrectionChange[] }).items;
}

const markOf = (changes: CorrectionChange[], attemptId: string) => {
  const change = changes.find((one) => one.attemptId === attemptId);
  return (
    change && [change.before.points, change.before.hasPassed, change.after.points, change.after.hasPassed]
  );
};

async function expectPassed(browser: Browser, learner: Actor, attemptId: string): Promise<void> {
  const page = await (await learner.open(browser)).newPage();
  await page.goto(`/ket-qua/${attemptId}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Đã đạt bài kiểm tra' })).toBeVisible();
  await page.getByRole('button', { name: 'Xem từng câu trả lời' }).click();
  await expect(page.getByText('Đã nhận thêm đáp án đúng')).toBeVisible();
  await expect(page.getByText('Câu này đã bỏ khỏi bài chấm')).toBeVisible();
  await expectSound(page);
}

test('a trainer accepts another answer and drops a question: who changes is shown first, old results are kept, a certificate stays', async ({
  browser,
}) => {
  const trainer = await demonstration('giangvien');
  const certified = await newLearner('Tẩn Mẩy Khé', hopThanh);
  const failed = await newLearner('Phàn Văn Lẩu', hopThanh);
  const { exam, questions, certificate, passedId, failedId } = await sitBoth(certified, failed);
  const page = await (await trainer.open(browser)).newPage();
  await page.setViewportSize({ width: 1280, height: 800 });

  // Another answer of the first question was right too: whoever gave it passes.
  const [accepted, dropped] = questions;
  const [given] = await onDatabase<{ option_ids: string[] }>(
    'SELECT option_ids FROM attempt_answer WHERE attempt_id = $1 AND question_id = $2',
    [failedId, accepted?.id],
  );
  const text = accepted?.options.find(({ id }) => id === given?.option_ids[0])?.text ?? '';
  await openFaulty(page, exam, accepted?.prompt);
  await page.getByRole('radio', { name: 'Nhận thêm đáp án khác' }).check();
  await page.getByRole('checkbox', { name: text }).check();
  await page.getByRole('button', { name: 'Xem ai thay đổi' }).click();
  await expect(figure(preview(page), 'Sẽ đổi')).toHaveText('1');
  await expect(figure(preview(page), 'Thành đạt')).toHaveText('1');
  await expect(preview(page).getByRole('row', { name: failed.fullName })).toContainText('Thành đạt');
  await expectSound(page);
  const untouched = await onDatabase('SELECT 1 FROM attempt WHERE id = $1 AND has_passed', [failedId]);
  expect(untouched).toEqual([]);
  expect(markOf(await apply(page, trainer), failedId)).toEqual([2_000, false, 3_000, true]);

  // The second question counts for nobody: who has the certificate by it keeps it, and a person decides about the pass.
  await openFaulty(page, exam, dropped?.prompt);
  await page.getByRole('radio', { name: 'Bỏ câu này' }).check();
  await page.getByRole('button', { name: 'Xem ai thay đổi' }).click();
  await expect(figure(preview(page), 'Không còn đạt')).toHaveText('1');
  await expect(figure(preview(page), 'Đã có chứng nhận')).toHaveText('1');
  const row = preview(page).getByRole('row', { name: certified.fullName });
  await expect(row).toContainText(certificate.number);
  expect(markOf(await apply(page, trainer), passedId)).toEqual([3_000, true, 2_000, false]);
  await expectSound(page);
  await page.getByRole('button', { name: `Quyết định về ${certified.fullName}` }).click();
  const dialog = page.getByRole('dialog', { name: `Quyết định về ${certified.fullName}` });
  await dialog.getByRole('radio', { name: 'Giữ kết quả đạt' }).check();
  await dialog.getByLabel('Lý do', { exact: true }).fill('Lỗi của đề, không phải của người học.');
  await dialog.getByRole('button', { name: 'Lưu quyết định' }).click();
  await expect(page.getByText(`Đã giữ kết quả đạt của ${certified.fullName}.`)).toBeVisible();

  await page.goto(`/verify/${certificate.code}`);
  await expect(page.getByRole('heading', { level: 2, name: 'Chứng nhận có hiệu lực' })).toBeVisible();
  await expectPassed(browser, failed, failedId);
});
