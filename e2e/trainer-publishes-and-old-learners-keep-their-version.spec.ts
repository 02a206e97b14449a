// A trainer changes a title, a text and a question and publishes: whoever has begun keeps the old version, new people get the new one.
import { randomUUID } from 'node:crypto';
import type { CourseDocument, Draft, EnrolmentDetail } from '@onetouch/contract';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectSound } from './support/checks.js';
import { enrol, lessonsOf, onDatabase, readCourse, readEnrolment } from './support/courses.js';
import { type Actor, demonstration, newLearner } from './support/people.js';
import { quizPath } from './support/quiz.js';

/** Tells this run's course from those of runs before on the same database. */
const mark = randomUUID().slice(0, 6);

const was = {
  title: `Nhận biết biên lai giả ${mark}`,
  text: 'Biên lai thật có mã tra cứu. Mở trang của cơ quan thu để tra mã đó.',
  prompt: 'Biên lai không có mã tra cứu thì làm gì?',
};
const is = {
  title: `Nhận biết biên lai giả ${mark}, bản mới`,
  text: 'Biên lai thật có mã QR. Quét mã rồi đọc kỹ địa chỉ trang hiện ra.',
  prompt: 'Quét mã QR trên biên lai xong thì đọc gì trước?',
};

const title = (vi: string) => ({ vi, en: vi });

/** A course of one lesson and a test of one question: of this journey alone, so that it disturbs no other. */
function smallCourse(): CourseDocument {
  const lessonId = randomUUID();
  const paragraph = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: was.text }] };
  const question = {
    id: randomUUID(),
    kind: 'single' as const,
    prompt: was.prompt,
    options: [
      { id: 'a', text: 'Hỏi lại cơ quan thu' },
      { id: 'b', text: 'Trả tiền luôn cho xong' },
    ],
    correct: ['a'],
    explanation: 'Cơ quan thu tra được mọi biên lai.',
    points: 1,
    review: lessonId,
  };
  const rule = { draw: 1, passPercent: 100, attemptsAllowed: 3, pauseMinutes: 0, requiresLessons: false };
  return {
    title: title(was.title),
    summary: title('Một bài ngắn, một câu hỏi.'),
    audience: 'sme',
    level: 'basic',
    topic: 'payment',
    outcomes: [title('Biết biên lai nào là thật')],
    modules: [
      {
        id: randomUUID(),
        title: title('Biên lai'),
        lessons: [
          {
            kind: 'content',
            id: lessonId,
            title: title('Mã trên biên lai'),
            minutes: 2,
            blocks: [{ id: randomUUID(), type: 'text', doc: { type: 'doc', content: [paragraph] } }],
          },
          {
            kind: 'quiz',
            id: randomUUID(),
            title: title('Kiểm tra một câu'),
            minutes: 1,
            rule,
            questions: [question],
          },
        ],
      },
    ],
  };
}

/** Nobody can found a course on the page yet: its row is laid down beside the trainer's others, and the first version published. */
async function publishFirst(trainer: Actor): Promise<{ id: string; slug: string }> {
  const slug = `bien-lai-${Date.now()}`;
  const [row] = await onDatabase<{ id: string; draft_revision: number }>(
    `INSERT INTO course (slug, owner_id, issuer_id, draft)
     SELECT $1, owner_id, issuer_id, $2 FROM course WHERE is_demonstration LIMIT 1 RETURNING id, draft_revision`,
    [slug, JSON.stringify(smallCourse())],
  );
  const id = row?.id ?? '';
  const data = { revision: row?.draft_revision };
  const answer = await trainer.api.post(`/api/v1/studio/courses/${id}/versions`, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return { id, slug };
}

async function writeOnPage(page: Page) {
  const outline = page.getByRole('navigation', { name: 'Đề cương' });
  await page.getByLabel('Tên khóa (tiếng Việt)').fill(is.title);
  await expectSound(page);
  await outline.getByRole('link', { name: 'Mã trên biên lai' }).click();
  const text = page.getByRole('textbox', { name: 'Nội dung đoạn văn' });
  await expect(text).toHaveText(was.text);
  await text.fill(is.text);
  await expectSound(page);
  await outline.getByRole('link', { name: 'Kiểm tra một câu' }).click();
  await page.getByRole('button', { name: /^Câu 1/ }).click();
  await page.getByLabel('Câu hỏi', { exact: true }).fill(is.prompt);
  await expectSound(page);
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Đã lưu bản nháp/ })).toBeVisible();
}

/** What has changed stands beside the draft in sentences, with long words before and after. */
async function readDifference(page: Page) {
  const side = page.getByRole('complementary', { name: 'Tình trạng bản nháp' });
  await expect(side.getByText(`Sửa tên của khóa: “${was.title}” đổi thành “${is.title}”.`)).toBeVisible();
  await expect(side.getByText(/^Sửa lời ở khối .*bài “Mã trên biên lai”\.$/)).toBeVisible();
  for (const words of [was.text, is.text])
    await expect(side.getByRole('definition').filter({ hasText: words })).toBeVisible();
  await expect(side.getByText(/câu hỏi/).filter({ hasText: /^Sửa/ })).toBeVisible();
}

async function publishOnPage(page: Page) {
  await page.getByRole('button', { name: 'Xuất bản bản 2' }).click();
  const dialog = page.getByRole('dialog', { name: 'Xuất bản bản 2?' });
  await expect(
    dialog.getByText('1 học viên đã ghi danh giữ nguyên bản của mình, không mất tiến độ.'),
  ).toBeVisible();
  await expectSound(page);
  await dialog.getByRole('button', { name: 'Xuất bản bản 2' }).click();
  await expect(page.getByRole('dialog', { name: 'Đã xuất bản bản 2' })).toBeVisible();
  await page.getByRole('button', { name: 'Soạn tiếp' }).click();
  await expect(page.getByText('Không có thay đổi.').first()).toBeVisible();
}

/** The lesson and the test as this person has them. */
async function expectVersion(
  page: Page,
  enrolment: EnrolmentDetail,
  { shown, hidden }: { shown: typeof was; hidden: typeof was },
) {
  const [lesson] = lessonsOf(enrolment, 'content');
  const [quiz] = lessonsOf(enrolment, 'quiz');
  await page.goto(`/hoc/${enrolment.id}/bai/${lesson?.id}`);
  await expect(page.getByText(shown.text)).toBeVisible();
  await expect(page.getByText(hidden.text)).toHaveCount(0);
  await expectSound(page);
  await page.goto(quizPath(enrolment.id, quiz?.id ?? ''));
  await page.getByRole('button', { name: 'Bắt đầu làm bài' }).click();
  await expect(page.getByRole('heading', { level: 1, name: shown.prompt })).toBeVisible();
  await page.goto('/viec-hoc');
  await expect(page.getByRole('heading', { level: 2, name: shown.title, exact: true })).toBeVisible();
}

async function openDesk(browser: Browser, trainer: Actor, courseId: string): Promise<Page> {
  const page = await (await trainer.open(browser)).newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/soan');
  await expectSound(page);
  await page.getByRole('link', { name: was.title }).first().click();
  await expect(page).toHaveURL(`/soan/${courseId}`);
  await expect(page.getByRole('heading', { level: 1, name: was.title })).toBeVisible();
  return page;
}

test('a trainer publishes a second version; who has begun keeps the first, who comes now gets the second', async ({
  browser,
}) => {
  const trainer = await demonstration('giangvien');
  const { id, slug } = await publishFirst(trainer);
  const early = await newLearner('Tẩn Láo Tả');
  const enrolment = await enrol(early, slug);

  const desk = await openDesk(browser, trainer, id);
  await writeOnPage(desk);
  await readDifference(desk);
  // Nothing of a draft is seen by anybody else before it is published.
  expect((await readCourse(early, slug)).title.vi).toBe(was.title);
  await publishOnPage(desk);
  await expectSound(desk);

  const earlyPage = await (await early.open(browser)).newPage();
  await expectVersion(earlyPage, enrolment, { shown: was, hidden: is });
  await expect(earlyPage.getByText(/· bản 1$/)).toBeVisible();
  await earlyPage.goto(`/khoa-hoc/${slug}`);
  await expect(earlyPage.getByText(/^Bạn học theo phiên bản 1\. Phiên bản 2 ra ngày/)).toBeVisible();
  await expectSound(earlyPage);

  const late = await newLearner('Phàn Tả Mẩy');
  const latePage = await (await late.open(browser)).newPage();
  await latePage.goto(`/khoa-hoc/${slug}`);
  await expect(latePage.getByRole('heading', { level: 1, name: is.title })).toBeVisible();
  await latePage.getByRole('button', { name: 'Ghi danh và học bài 1' }).first().click();
  await latePage.waitForURL('**/hoc/*/bai/*');
  const lateEnrolment = await readEnrolment(late, new URL(latePage.url()).pathname.split('/')[2] ?? '');
  await expectVersion(latePage, lateEnrolment, { shown: is, hidden: was });
  expect([(await readEnrolment(early, enrolment.id)).versionNumber, lateEnrolment.versionNumber]).toEqual([
    1, 2,
  ]);
  const draft = (await (await trainer.api.get(`/api/v1/studio/courses/${id}`)).json()) as Draft;
  expect(draft.versions.map(({ number, learnerCount }) => [number, learnerCount])).toEqual([
    [2, 1],
    [1, 1],
  ]);
});
