// Two rooms of one exam on their boards: what happens on the phones of the candidates is seen at once, and what is done is done there.
import type { ExamDetail } from '@onetouch/contract';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectSound } from './support/checks.js';
import { onDatabase } from './support/courses.js';
import { beginSoon, hopThanh, planExam, readRecord, roomOf, wakeUntil } from './support/exam.js';
import { type Actor, demonstration, newLearner } from './support/people.js';
import { attemptIdOf, choices, choose, handIn, nextQuestion, readAttempt } from './support/quiz.js';

const [north, south] = ['Phòng Bắc', 'Phòng Nam'];
const desk = { width: 1280, height: 800 };

/** A page that would know if it was loaded again. */
async function openPage(browser: Browser, actor: Actor, size?: typeof desk): Promise<Page> {
  const context = await actor.open(browser);
  const page = await context.newPage();
  if (size) await page.setViewportSize(size);
  await page.goto('/');
  return page;
}

async function watch(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByText('Cập nhật liên tục')).toBeVisible();
  await page.evaluate(() => Object.assign(window, { isSame: true }));
}

const isNotReloaded = (page: Page) => page.evaluate(() => 'isSame' in window);

/** The tile of a room on the board of the whole exam. */
const tile = (board: Page, name: string) =>
  board.getByRole('listitem').filter({ has: board.getByRole('link', { name, exact: true }) });

async function expectFigure(area: ReturnType<typeof tile>, name: string, value: string) {
  const figure = area.locator('dl > div').filter({ hasText: name });
  await expect(figure.locator('dd')).toHaveText(value);
}

async function checkIn(page: Page, exam: ExamDetail, name: string): Promise<void> {
  await page.goto(`/check-in/${roomOf(exam, name).code}`);
  await page.getByRole('button', { name: 'Điểm danh', exact: true }).click();
  await page.waitForURL('**/thi/*');
}

const submits = {
  'Bù giờ cả phòng': 'Bù giờ',
  'Tạm dừng': 'Tạm dừng phòng',
  'Cho chạy tiếp': 'Cho chạy tiếp',
} as const;

const roomButton = (page: Page, what: keyof typeof submits) =>
  page.getByRole('region', { name: 'Việc của cả phòng' }).getByRole('button', { name: what });

/** Does something to the whole room, with a reason that is ready to be pressed. */
async function act(
  page: Page,
  what: keyof typeof submits,
  { reason, minutes }: { reason?: string; minutes?: number } = {},
) {
  await roomButton(page, what).click();
  const dialog = page.getByRole('dialog');
  if (minutes) await dialog.getByLabel('Số phút', { exact: true }).fill(String(minutes));
  if (reason) await dialog.getByRole('button', { name: reason }).click();
  const submit = dialog.getByRole('button', { name: submits[what], exact: true });
  await submit.click();
  // The answer of the server takes the place of the form.
  await expect(submit).toHaveCount(0);
  await dialog.getByText('Đóng', { exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** Keeps signs of life back: one of them might tell the phone first what its next answer is to be told. Answers the way to let them go. */
async function holdBeats(phone: Page): Promise<() => Promise<void>> {
  const beats = '**/api/v1/attempts/*/beat';
  const gate = Promise.withResolvers<void>();
  await phone.context().route(beats, async (route) => {
    await gate.promise;
    await route.continue();
  });
  return async () => {
    gate.resolve();
    await phone.context().unrouteAll({ behavior: 'wait' });
  };
}

/** As if nothing had been heard of the phone for so long; a sign of before may still be written a few seconds later. */
async function silence(attemptId: string, seconds: number): Promise<void> {
  const then = `now() - $2 * interval '1 second'`;
  for (const text of [
    `UPDATE attempt SET started_at = least(started_at, ${then}) WHERE id = $1`,
    `UPDATE attempt_sign SET last_seen_at = least(last_seen_at, ${then}) WHERE attempt_id = $1`,
    `UPDATE attempt_answer SET saved_at = least(saved_at, ${then}) WHERE attempt_id = $1`,
  ])
    await onDatabase(text, [attemptId, seconds]);
}

test('an invigilator sees check-in, start, outage and submission of two rooms live, and gives time where it was lost', async ({
  browser,
}) => {
  const coordinator = await demonstration('phutrach');
  const [binh, nga, mo, su] = await Promise.all(
    ['Giàng Seo Bình', 'Lù Thị Nga', 'Vàng Thị Mỡ', 'Thào A Sử'].map((name) => newLearner(name, hopThanh)),
  );
  if (!binh || !nga || !mo || !su) throw new Error('somebody is missing');
  const [phone, other] = [await openPage(browser, binh), await openPage(browser, nga)];
  const board = await openPage(browser, coordinator, desk);
  const room = await openPage(browser, mo, desk);
  const exam = await planExam({
    coordinator,
    rooms: [
      { name: north, learners: [binh], invigilator: mo },
      { name: south, learners: [nga], invigilator: su },
    ],
    startsInSeconds: 900,
  });

  await watch(board, `/coi-thi/${exam.id}`);
  await expectFigure(tile(board, north), 'Có mặt', '0/1');
  await watch(room, `/coi-thi/${exam.id}/phong/${roomOf(exam, north).id}`);
  const person = room.getByRole('row', { name: binh.fullName });
  await expect(person).toContainText('Chưa điểm danh');
  await checkIn(phone, exam, north);
  await expectFigure(tile(board, north), 'Có mặt', '1/1');
  await expectFigure(tile(board, south), 'Có mặt', '0/1');
  await expect(person).toContainText('Chờ bắt đầu');
  await checkIn(other, exam, south);
  await expectFigure(tile(board, south), 'Có mặt', '1/1');

  // The papers open by themselves, and the boards know.
  await beginSoon(exam.id);
  for (const page of [phone, other])
    await wakeUntil(page, (options) => page.waitForURL('**/lam-bai/*', options));
  await wakeUntil(room, (options) => expect(roomButton(room, 'Bù giờ cả phòng')).toBeVisible(options));
  for (const name of [north, south]) await expectFigure(tile(board, name), 'Đang làm', '1');
  await expect(person).toContainText('Đang làm bài');
  const attempt = await readAttempt(binh, attemptIdOf(phone));
  const chosen = await choices(attempt, 'right');
  const answer = async (index: number) => {
    const question = attempt.questions[index];
    if (question) await choose(phone, question, chosen.get(question.id) ?? []);
    await expect(phone.getByText(`Máy chủ đã nhận câu ${index + 1}`)).toBeVisible();
  };
  await answer(0);
  await expect(person).toContainText('1/6 câu');

  // A credit moves the clock of this room and of no other.
  const deadline = async (who: Actor, page: Page) =>
    Date.parse((await readAttempt(who, attemptIdOf(page))).state.deadlineAt ?? '');
  const before = [await deadline(binh, phone), await deadline(nga, other)];
  await act(room, 'Bù giờ cả phòng', { minutes: 5, reason: 'Mất điện' });
  await nextQuestion(phone);
  await answer(1);
  await expect(phone.getByText('Được cộng 5 phút.')).toBeVisible();
  await expect(phone.getByRole('timer')).toHaveAccessibleName(/^Còn lại khoảng (1[6-9]|20) phút$/);
  const after = [await deadline(binh, phone), await deadline(nga, other)];
  expect(after).toEqual([(before[0] ?? 0) + 300_000, before[1]]);
  await expect(person).toContainText('Thêm 5 phút');

  // A pause stops the clock until the invigilator lets it go on.
  const letBeatsGo = await holdBeats(phone);
  await act(room, 'Tạm dừng', { reason: 'Ồn, không làm bài được' });
  await expect(tile(board, north)).toContainText('Đang tạm dừng');
  await nextQuestion(phone);
  // What is given at that moment is taken, and its receipt tells of the pause.
  await phone.getByRole('radio').or(phone.getByRole('checkbox')).first().click();
  await expect(phone.getByRole('heading', { name: 'Giám thị tạm dừng' })).toBeVisible();
  await letBeatsGo();
  await expectSound(room);
  await act(room, 'Cho chạy tiếp');
  await expect(phone.getByText(/^Làm tiếp được rồi/)).toBeVisible();
  await answer(2);

  // A phone without a network is seen, and seen to be back.
  await other.context().setOffline(true);
  await expect(async () => {
    await silence(attemptIdOf(other), 120);
    await expect(tile(board, south)).toContainText('1 người mất mạng', { timeout: 10_000 });
  }).toPass();
  await expectFigure(tile(board, south), 'Mất mạng', '1');
  await expectSound(board);
  await other.context().setOffline(false);
  await expectFigure(tile(board, south), 'Mất mạng', '0');
  await expectFigure(tile(board, south), 'Đang làm', '1');

  for (const index of [3, 4, 5]) {
    await nextQuestion(phone);
    await answer(index);
  }
  await handIn(phone);
  await expectFigure(tile(board, north), 'Đã nộp', '1');
  await expect(person).toContainText('Đã nộp');
  expect([await isNotReloaded(board), await isNotReloaded(room)]).toEqual([true, true]);

  // Everything that was done stands in the record, with its reason and who did it.
  const record = room.getByRole('region', { name: 'Nhật ký của phòng' });
  for (const line of ['Bù giờ cả phòng · 5 phút', 'Tạm dừng phòng', 'Cho phòng chạy tiếp'])
    await expect(record.getByRole('listitem').filter({ hasText: line })).toContainText(mo.fullName);
  await expect(record.getByRole('listitem').filter({ hasText: 'Bù giờ cả phòng' })).toContainText('Mất điện');
  const kinds = (await readRecord(coordinator, exam.id)).map(({ kind }) => kind);
  expect(kinds.slice(0, 3)).toEqual(['resumed', 'paused', 'credited']);
  await expectOnlyOwnRoom(browser, su, exam);
});

/** The other invigilator: the own room, and nothing of the one next door. */
async function expectOnlyOwnRoom(browser: Browser, invigilator: Actor, exam: ExamDetail): Promise<void> {
  const page = await openPage(browser, invigilator, desk);
  await page.goto('/coi-thi');
  await expect(page.getByRole('heading', { level: 2, name: south })).toBeVisible();
  await expect(page.getByText(north)).toHaveCount(0);
  await page.goto(`/coi-thi/${exam.id}`);
  await expect(tile(page, south)).toBeVisible();
  await expect(page.getByText(north)).toHaveCount(0);
  const foreign = roomOf(exam, north).id;
  await page.goto(`/coi-thi/${exam.id}/phong/${foreign}`);
  await expect(page.getByRole('heading', { level: 1, name: /^Không/ })).toBeVisible();
  const record = await readRecord(invigilator, exam.id);
  expect(record.filter(({ roomName }) => roomName !== south)).toEqual([]);
  const data = { reason: 'Ồn, không làm bài được' };
  const answer = await invigilator.api.post(`/api/v1/exams/${exam.id}/rooms/${foreign}/pause`, { data });
  expect(answer.status()).toBe(404);
}
