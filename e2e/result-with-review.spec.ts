// The result of an exam: kept back until the person responsible gives it out, then told with what to read again.
import type { AttemptResult } from '@onetouch/contract';
import { expect, test } from '@playwright/test';
import { expectSound } from './support/checks.js';
import { checkIn, hopThanh, planExam, readRecord, roomOf, sitThrough, startSitting } from './support/exam.js';
import { demonstration, newLearner } from './support/people.js';

const room = 'Hội trường xã Hợp Thành';

test('a candidate sees nothing of the mark before it is released, and then what to review, by module and competence', async ({
  browser,
}) => {
  const coordinator = await demonstration('phutrach');
  const learner = await newLearner('Lừu Thị Mảy', hopThanh);
  const exam = await planExam({
    coordinator,
    rooms: [{ name: room, learners: [learner] }],
    startsInSeconds: 6,
    rule: { draw: 12, passPercent: 50 },
  });
  const sitting = await startSitting(learner, await checkIn(learner, roomOf(exam, room).code));
  await sitThrough(learner, sitting, (place) => place < 9);

  // Held: the page says that it was handed in, and no figure gets out.
  const page = await (await learner.open(browser)).newPage();
  const path = `/ket-qua/${sitting.attemptId}`;
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1, name: 'Đã nộp bài' })).toBeVisible();
  await expect(page.getByText(/Kết quả sẽ được công bố cho cả kỳ thi cùng lúc/)).toBeVisible();
  await expect(page.getByText(/\/12 câu/)).toHaveCount(0);
  await expectSound(page);
  const read = async () =>
    (await (await learner.api.get(`/api/v1/attempts/${sitting.attemptId}/result`)).json()) as AttemptResult;
  const held = await read();
  expect([held.status, held.points, held.hasPassed, held.rightCount]).toEqual(['held', null, null, null]);
  expect([held.parts, held.competences, held.reviews]).toEqual([[], [], []]);

  const desk = await (await coordinator.open(browser)).newPage();
  await desk.setViewportSize({ width: 1280, height: 800 });
  await desk.goto(`/ky-thi/${exam.id}?xem=ket-qua`);
  await expect(desk.getByRole('row', { name: learner.fullName })).toContainText('Đạt');
  await desk.getByRole('button', { name: 'Công bố kết quả' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Công bố kết quả của 1 người?' });
  await expectSound(desk);
  await dialog.getByRole('button', { name: 'Công bố kết quả' }).click();
  await expect(desk.getByText(/^Đã công bố lúc .*, người công bố: /)).toBeVisible();
  const [newest] = await readRecord(coordinator, exam.id);
  expect(newest?.kind).toBe('released');

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Đã đạt bài kiểm tra' })).toBeVisible();
  await expect(page.getByText('Đúng 9/12 câu')).toBeVisible();
  const result = await read();
  for (const [title, parts] of [
    ['Kết quả từng phần', result.parts],
    ['Theo năng lực', result.competences],
  ] as const) {
    const section = page.locator('section').filter({ has: page.getByRole('heading', { name: title }) });
    await expect(section.getByRole('listitem')).toHaveCount(parts.length);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      const line = section.getByRole('listitem').filter({ hasText: part.title.vi });
      await expect(line).toContainText(`${part.right}/${part.total}`);
    }
    expect(parts.reduce((sum, part) => sum + part.right, 0)).toBe(9);
  }
  expect(result.reviews.reduce((sum, lesson) => sum + lesson.wrong, 0)).toBe(3);
  for (const { number, title, wrong } of result.reviews) {
    const link = page.getByRole('link', { name: `Bài ${number}. ${title.vi}` });
    await expect(link).toContainText(`Sai ${wrong} câu`);
  }
  await expectSound(page);
});
