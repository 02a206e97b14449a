// A learner stops in the middle of a lesson on the phone and goes on at a computer: nothing is asked or lost twice.
import { expect, test } from '@playwright/test';
import { expectSound } from './support/checks.js';
import { enrol, learnLessons, lessonsOf, readEnrolment } from './support/courses.js';
import { answerCheck, blocksOf, readLesson, untilSent } from './support/lesson.js';
import { newLearner } from './support/people.js';

test('a learner goes on in another browser at the same block, with the same answers and the same share', async ({
  browser,
}) => {
  const learner = await newLearner('Vàng Thị Dợ');
  const enrolment = await enrol(learner);
  const lessons = lessonsOf(enrolment, 'content');
  await learnLessons(learner, enrolment, lessons.length - 2);
  // A lesson with a film: it stays open however much of it is read.
  const third = lessons[2];
  if (!third) throw new Error('the course has two lessons only');
  const { lesson } = await readLesson(learner, enrolment.id, third.id);
  const [check] = blocksOf(lesson, 'check');
  if (!check) throw new Error('the lesson has no quick check');

  const phone = await (await learner.open(browser)).newPage();
  await phone.goto(`/hoc/${enrolment.id}/bai/${third.id}`);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(third.title.vi);
  await expectSound(phone);
  const answered = untilSent(phone, 'answered', check.id);
  await answerCheck(phone, lesson);
  await answered;
  await phone
    .getByText('Ba điều giữ chắc mã OTP:')
    .evaluate((text) => text.scrollIntoView({ block: 'start', behavior: 'instant' }));
  // What was told last may still be an earlier place.
  const place = async () => {
    const { progress } = await readLesson(learner, enrolment.id, third.id);
    return lesson.blocks.findIndex(({ id }) => id === progress.positionBlockId);
  };
  await expect.poll(place, { message: 'the server knows how far was read' }).toBeGreaterThan(2);
  const { progress } = await readLesson(learner, enrolment.id, third.id);
  await phone.goto('/viec-hoc');
  const percent = `${(await readEnrolment(learner, enrolment.id)).percent}%`;
  await expect(phone.getByText(percent, { exact: true })).toBeVisible();
  await expectSound(phone);

  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const computer = await context.newPage();
  await computer.goto('/viec-hoc');
  await computer.getByLabel('Thư điện tử hoặc số điện thoại').fill(learner.login);
  await computer.getByLabel('Mật khẩu', { exact: true }).fill(learner.password);
  await computer.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(computer.getByRole('heading', { level: 1, name: 'Việc học của tôi' })).toBeVisible();
  await expect(computer.getByText(percent, { exact: true })).toBeVisible();
  await expect(computer.getByText(`2 trên ${lessons.length + 1} bước`)).toBeVisible();
  await computer
    .getByRole('link', { name: /^Học tiếp/ })
    .first()
    .click();

  await expect(computer.getByRole('heading', { level: 1 })).toHaveText(third.title.vi);
  await expect(computer.locator(`#block-${progress.positionBlockId}`)).toBeInViewport();
  await expect(computer.getByRole('heading', { level: 1 })).not.toBeInViewport();
  const group = computer.getByRole('group', { name: check.question.prompt });
  for (const { id, text } of check.question.options)
    // The name goes on with the verdict where there is one.
    await expect(group.getByRole('radio', { name: text })).toBeChecked({
      checked: check.question.correct.includes(id),
    });
  await expect(group.getByText('Đúng.', { exact: true })).toBeVisible();
  await expect(computer.getByText(`Đã xong 2/${lessons.length + 1} bước`)).toBeVisible();
  await expectSound(computer);
});
