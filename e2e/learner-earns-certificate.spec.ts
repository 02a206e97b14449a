// The whole way of one official: registers, learns, passes, claims a certificate that a stranger checks and an admin revokes.
import { readFile } from 'node:fs/promises';
import type { Certificate, EnrolmentDetail } from '@onetouch/contract';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectSound } from './support/checks.js';
import { learnLessons, lessonsOf, onDatabase, readEnrolment } from './support/courses.js';
import { answerCheck, readLesson, readToEnd, blocksOf } from './support/lesson.js';
import { demonstration, type Requests } from './support/people.js';
import { answerPaper, handIn, quizPath, startOnPage } from './support/quiz.js';

const slug = 'chuyen-doi-so-dat-dung-bai-toan';
const fullName = 'Nguyễn Thị Ánh Tuyết';
const reason = 'Cấp nhầm người do trùng tên';

/** From the start page over the course to the form, as somebody who has never been here. */
async function registerForTheCourse(page: Page) {
  await page.goto('/');
  const role = page.getByRole('radio', { name: /^Cán bộ, công chức/ });
  await role.click();
  await expect(role).toBeChecked();
  await expectSound(page);
  await page
    .getByRole('link', { name: /đặt đúng bài toán$/ })
    .first()
    .click();
  await expect(page).toHaveURL(`/khoa-hoc/${slug}`);
  await expectSound(page);
  await page.getByRole('link', { name: 'Ghi danh học' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Đăng nhập' })).toBeVisible();
  await expectSound(page);
  await page.getByRole('main').getByRole('link', { name: 'Đăng ký' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Đăng ký' })).toBeVisible();

  const login = `tuyet.${Date.now()}@example.test`;
  await page.getByLabel('Họ và tên').fill(fullName);
  await page.getByLabel('Thư điện tử hoặc số điện thoại').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill('bon tu khong lien quan');
  await page.getByRole('radio', { name: /^Cán bộ, công chức/ }).check();
  await page.getByRole('combobox', { name: 'Tỉnh, thành phố' }).fill('lao cai');
  await page.getByRole('option', { name: 'Tỉnh Lào Cai' }).first().click();
  await page.getByRole('combobox', { name: 'Xã, phường' }).fill('hop thanh');
  await page.getByRole('option', { name: 'Xã Hợp Thành' }).click();
  // Nothing is ticked beforehand, and pressing says what is missing.
  for (const box of await page.getByRole('checkbox').all()) await expect(box).not.toBeChecked();
  await page.getByRole('button', { name: 'Lập tài khoản' }).click();
  await expect(
    page.getByRole('link', { name: 'Cần đồng ý giữ hồ sơ học tập để có tài khoản.' }),
  ).toBeVisible();
  await expectSound(page);
  await page.getByRole('checkbox', { name: /^Giữ hồ sơ học tập/ }).check();
  await page.getByRole('checkbox', { name: /^Hiện đủ họ tên khi kiểm tra chứng nhận/ }).check();
  await page.getByRole('button', { name: 'Lập tài khoản' }).click();
  await expect(page).toHaveURL(`/khoa-hoc/${slug}`);
}

async function enrolOnPage(page: Page, actor: Requests): Promise<EnrolmentDetail> {
  await page.getByRole('button', { name: 'Ghi danh và học bài 1' }).first().click();
  await page.waitForURL('**/hoc/*/bai/*');
  return readEnrolment(actor, new URL(page.url()).pathname.split('/')[2] ?? '');
}

async function readFirstLesson(page: Page, actor: Requests, enrolment: EnrolmentDetail) {
  const [first] = lessonsOf(enrolment, 'content');
  const { lesson } = await readLesson(actor, enrolment.id, first?.id ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson.title.vi);
  await expectSound(page);
  await readToEnd(page, actor, enrolment.id);
  await answerCheck(page, lesson);
  await expect(page.getByText('Đã xong bài này.')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^Đã lưu( ·|$)/ })).toBeVisible();
}

/** The film runs fast, but all of it runs: the last block that keeps the lesson from being done. */
async function watchTheFilm(page: Page, actor: Requests, enrolment: EnrolmentDetail) {
  await page.getByRole('link', { name: 'Bài tiếp theo' }).click();
  const second = lessonsOf(enrolment, 'content')[1];
  const { lesson } = await readLesson(actor, enrolment.id, second?.id ?? '');
  const [film] = blocksOf(lesson, 'video');
  if (!film) throw new Error('the second lesson has no film');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson.title.vi);
  await readToEnd(page, actor, enrolment.id);
  await answerCheck(page, lesson);
  await expect(page.getByText('Còn: 1 phim.')).toBeVisible();
  await page.getByRole('link', { name: 'Đến chỗ còn thiếu' }).click();
  const section = page.getByRole('region', { name: `Phim: ${film.title}` });
  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    video.muted = true;
    video.defaultPlaybackRate = 12;
    video.playbackRate = 12;
  });
  await section.getByRole('button', { name: /^Phát phim/ }).click();
  // A busy machine drops seconds of a fast film; whoever has missed some plays it again.
  await expect(async () => {
    await page.locator('video').evaluate((video: HTMLVideoElement) => {
      if (video.ended) void video.play();
    });
    await expect(page.getByText('Đã xong bài này.')).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
  await expect(section.getByText(/^Đã xem .*, đủ .* cần xem\.$/)).toBeVisible();
  await expectSound(page);
}

async function passTheTest(page: Page, actor: Requests, enrolment: EnrolmentDetail) {
  await learnLessons(actor, enrolment);
  const [quiz] = lessonsOf(enrolment, 'quiz');
  await page.goto(quizPath(enrolment.id, quiz?.id ?? ''));
  await expect(page.getByText(fullName)).toBeVisible();
  await expectSound(page);
  const attempt = await startOnPage(page, actor, 'Bắt đầu làm bài');
  await answerPaper(page, attempt, 'right');
  await expectSound(page);
  await handIn(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Đã đạt bài kiểm tra' })).toBeVisible();
  await expectSound(page);
}

/** Two quick presses make one certificate. */
async function claim(page: Page, actor: Requests, enrolment: EnrolmentDetail): Promise<Certificate> {
  await page.getByRole('button', { name: 'Nhận chứng nhận' }).dblclick();
  await page.waitForURL('**/chung-nhan/*');
  const answer = await actor.api.get('/api/v1/me/certificates');
  const { items } = (await answer.json()) as { items: Certificate[] };
  const rows = await onDatabase('SELECT 1 FROM certificate WHERE enrolment_id = $1', [enrolment.id]);
  expect([items.length, rows.length]).toEqual([1, 1]);
  const [certificate] = items;
  if (!certificate) throw new Error('no certificate');
  await expect(
    page.getByRole('heading', { level: 1, name: `Chứng nhận ${certificate.number}` }),
  ).toBeVisible();
  await expectSound(page);
  return certificate;
}

async function openPdf(page: Page, actor: Requests, { id }: Certificate) {
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải PDF' }).click();
  const path = await (await downloading).path();
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
  const answer = await actor.api.get(`/api/v1/certificates/${id}/pdf`);
  expect(answer.headers()['content-type']).toContain('application/pdf');
}

/** A stranger types the code as people type: small letters, no dashes. */
async function checkAsStranger(browser: Browser, { code, number }: Certificate): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto('/verify');
  await expectSound(page);
  await page.getByLabel('Mã chứng nhận').fill(code.replaceAll('-', '').toLowerCase());
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Chứng nhận có hiệu lực' })).toBeVisible();
  await expect(page.getByText(fullName)).toBeVisible();
  await expect(page.getByText(number)).toBeVisible();
  await expectSound(page);
  return page;
}

async function revokeAsAdmin(browser: Browser, { number }: Certificate) {
  const admin = await demonstration('quantri.demo');
  const page = await (await admin.open(browser)).newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/quan-tri/chung-nhan');
  await page.getByLabel('Tìm chứng nhận').fill(number);
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await expect(page.getByRole('link', { name: number })).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: `Thu hồi chứng nhận ${number}` }).click();
  const dialog = page.getByRole('dialog', { name: `Thu hồi chứng nhận ${number}?` });
  await dialog.getByRole('button', { name: 'Thu hồi chứng nhận' }).click();
  await expect(dialog.getByText('Cần ghi lý do, ít nhất 5 ký tự.')).toBeVisible();
  await dialog.getByLabel('Lý do thu hồi').fill(reason);
  await dialog.getByLabel('Quyết định thu hồi').fill('Số 112/QĐ-KNS');
  await expectSound(page);
  await dialog.getByRole('button', { name: 'Thu hồi chứng nhận' }).click();
  await expect(page.getByText(`Đã thu hồi chứng nhận ${number}.`)).toBeVisible();
  await expect(page.getByRole('button', { name: `Thu hồi chứng nhận ${number}` })).toHaveCount(0);
}

test('an official registers, learns, passes and claims one certificate, which a stranger sees as valid until it is revoked', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await registerForTheCourse(page);
  const official: Requests = { api: context.request };
  const enrolment = await enrolOnPage(page, official);
  await readFirstLesson(page, official, enrolment);
  await watchTheFilm(page, official, enrolment);
  await passTheTest(page, official, enrolment);
  const certificate = await claim(page, official, enrolment);
  await openPdf(page, official, certificate);

  const stranger = await checkAsStranger(browser, certificate);
  await revokeAsAdmin(browser, certificate);
  await stranger.reload();
  await expect(stranger.getByRole('heading', { level: 2, name: 'Đã bị thu hồi' })).toBeVisible();
  await expect(stranger.getByText(/^Chứng nhận này không còn giá trị từ \d\d\/\d\d\/\d{4}\.$/)).toBeVisible();
  await expect(stranger.getByText(reason)).toBeVisible();
  await expect(stranger.getByText('Số 112/QĐ-KNS')).toBeVisible();
  await expectSound(stranger);
  await page.reload();
  await expect(page.getByText(`Lý do: ${reason}`)).toBeVisible();
  await expectSound(page);
});
