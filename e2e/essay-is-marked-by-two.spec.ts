// An essay of an exam: written on a phone, marked by two people who do not see each other's marks, and read by the writer with what they wrote.
import { expect, type Browser, type Page, test } from '@playwright/test';
import { expectSound } from './support/checks.js';
import { onDatabase } from './support/courses.js';
import { checkIn, hopThanh, planExam, roomOf, startSitting } from './support/exam.js';
import { type Actor, demonstration, newLearner } from './support/people.js';
import { handIn } from './support/quiz.js';

const slug = 'chuyen-doi-so-dat-dung-bai-toan';
const room = 'Hội trường xã Hợp Thành';
const words = `Bà con ở thôn xa xin giấy xác nhận phải xuống xã hai, ba lần.
Sổ tiếp dân tháng 9 có 40 người, 18 người đến lần thứ hai.
Đến hết tháng 3 còn không quá 6 người.`;

/** The essay among the questions of the course. */
async function findEssay(): Promise<string> {
  const [row] = await onDatabase<{ id: string }>(
    `SELECT q ->> 'id' AS id FROM course c JOIN course_version v ON v.id = c.published_version_id,
       jsonb_path_query(v.document, '$.modules[*].lessons[*].questions[*] ? (@.kind == "essay")') q WHERE c.slug = $1`,
    [slug],
  );
  if (!row) throw new Error('the course has no essay');
  return row.id;
}

/** An attempt of one question, begun. */
async function begin(learner: Actor, questionId: string): Promise<string> {
  const coordinator = await demonstration('phutrach');
  const exam = await planExam({
    ...{ coordinator, slug, startsInSeconds: 6, release: 'at-once' },
    rooms: [{ name: room, learners: [learner] }],
    rule: {
      ...{ draw: 1, markers: 2, markGapPercent: 25 },
      paper: { fixed: [{ questionId }], draws: [], keepsOrder: true },
    },
  });
  const sitting = await startSitting(learner, await checkIn(learner, roomOf(exam, room).code));
  return sitting.attemptId;
}

interface Mark {
  points: readonly string[];
  comment: string;
}

/** Opens the essay from the queue, sees nothing of anybody else's mark, and gives the own. */
async function mark(browser: Browser, actor: Actor, path: string, { points, comment }: Mark): Promise<Page> {
  const page = await (await actor.open(browser)).newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/cham-bai');
  await page.locator(`a[href="${path}"]`).last().click();
  await page.waitForURL(`**${path}`);
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByText('Bạn không thấy điểm của người kia.')).toBeVisible();
  await expect(page.getByText(/^Rõ |^Đủ /)).toHaveCount(0);
  const fields = page.getByRole('textbox', { name: /^(Ai gặp|Hôm nay|Muốn đến|Nguyên nhân)/ });
  await expect(fields).toHaveCount(points.length);
  for (const [place, one] of points.entries()) await fields.nth(place).fill(one);
  await page.getByLabel('Nhận xét cho người viết').fill(comment);
  await expectSound(page);
  await page.getByRole('button', { name: /^Ghi điểm/ }).click();
  return page;
}

test('an essay is marked by two people and the learner reads why', async ({ browser }) => {
  const learner = await newLearner('Giàng Thị Dợ', hopThanh);
  const questionId = await findEssay();
  const attemptId = await begin(learner, questionId);
  const path = `/cham-bai/${attemptId}/${questionId}`;

  // Written and handed in on a phone: received, and no figure before it is marked.
  const page = await (await learner.open(browser)).newPage();
  await page.goto(`/lam-bai/${attemptId}`);
  const field = page.getByRole('textbox', { name: /Viết bài toán của việc đó/ });
  await field.fill(words);
  await expect(page.getByText('38 trên 200 chữ')).toBeVisible();
  await expectSound(page);
  await field.blur();
  await expect(page.getByText('Máy chủ đã nhận câu 1')).toBeVisible();
  await handIn(page);
  const waits = page.getByRole('heading', { level: 1, name: 'Đã nộp bài, đang chờ chấm' });
  await expect(waits).toBeVisible();
  await expectSound(page);

  const first = await mark(browser, await demonstration('giangvien'), path, {
    points: ['2', '1,5', '1', '0'],
    comment: 'Rõ người, rõ số. Chưa có nguyên nhân.',
  });
  await expect(first.getByText(/: 4,5 \/ 6\. Còn chờ người chấm khác\.$/)).toBeVisible();
  await page.reload();
  await expect(waits).toBeVisible();

  const second = await mark(browser, await demonstration('quantri.demo'), path, {
    points: ['2', '2', '1', '0,5'],
    comment: 'Đủ ba dòng đầu của phiếu.',
  });
  await expect(second.getByText(/: 5 \/ 6\.$/)).toBeVisible();

  // The mean of both, and what both wrote.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Đã đạt bài kiểm tra' })).toBeVisible();
  await page.getByRole('button', { name: 'Xem từng câu trả lời' }).click();
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByText('5/6 điểm').last()).toBeVisible();
  await expect(page.getByRole('definition')).toHaveText([
    '2/2 điểm',
    '1,75/2 điểm',
    '1/1 điểm',
    '0,25/1 điểm',
  ]);
  await expect(page.getByText('Rõ người, rõ số. Chưa có nguyên nhân.')).toBeVisible();
  await expect(page.getByText('Đủ ba dòng đầu của phiếu.')).toBeVisible();
  await expectSound(page);
});
