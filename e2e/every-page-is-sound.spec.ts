// Every page there is, as everybody who may open it: at three widths, light and dark, in both languages.
import type {
  BoardCandidate,
  Correction,
  CorrectionPreview,
  ExamDetail,
  ExamRow,
  MarkingRow,
  QuizStatistics,
} from '@onetouch/contract';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectNoOverhang, expectSound } from './support/checks.js';
import {
  claimCertificate,
  courseSlug,
  enrol,
  learnLessons,
  lessonsOf,
  onDatabase,
  readCourse,
  startTest,
  takeTest,
} from './support/courses.js';
import { checkIn, hopThanh, planExam, readSittings } from './support/exam.js';
import { type Actor, demonstration, newLearner } from './support/people.js';
import { quizPath } from './support/quiz.js';

const widths = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
  { width: 1280, height: 800 },
];

// Each test walks a dozen pages in five looks.
test.setTimeout(900_000);

/** Whatever the browser complains about on the way. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  return complaints;
}

/** Texts and labels that look like the name of a word instead of the word; addresses of the web are none. */
async function expectNoKeys(page: Page) {
  const found = await page.evaluate(() => {
    const isKey = (text: string) =>
      /^[a-z][a-zA-Z]*(\.[a-zA-Z]+)+$/.test(text) && !/\.(vn|com|org|local|test)$/.test(text);
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
    for (const element of document.querySelectorAll('[aria-label],[title],[placeholder],[alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        texts.push(element.getAttribute(name) ?? '');
    return texts.map((text) => text.trim()).filter(isKey);
  });
  expect(found, `words missing on ${page.url()}`).toEqual([]);
}

/** One heading, a title of its own, and everything said in words. */
async function expectNamed(page: Page) {
  // Set only when the page itself stands: the picture before it has a heading too.
  await expect(page).toHaveTitle(/\S+ · OneTouch$/);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading, `one h1 on ${page.url()}`).toHaveCount(1);
  await expect(heading).not.toBeEmpty();
  await expectNoKeys(page);
}

async function expectEnglish(page: Page) {
  const toEnglish = page.getByRole('button', { name: /English$/ });
  if (await toEnglish.isVisible()) await toEnglish.click();
  else {
    // A lesson or a test fills the screen without the switch: the language chosen before holds there too.
    await page.evaluate(() => localStorage.setItem('onetouch.locale', 'en'));
    await page.reload();
  }
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expectNamed(page);
  await expectNoOverhang(page);
  await page.evaluate(() => localStorage.setItem('onetouch.locale', 'vi'));
}

/** As on a device that is set so. */
async function setDevice(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
}

/** As it stands, with what is open on it: the smallest screen by day, the largest in the dark. */
async function expectSoundAtEnds(page: Page) {
  await page.setViewportSize({ width: 320, height: 640 });
  await setDevice(page, 'light');
  await expectSound(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await setDevice(page, 'dark');
  await expectSound(page);
}

/** Another view of what is seen in all looks elsewhere. */
async function visitShortly(page: Page, path: string) {
  await page.goto(path);
  await expectNamed(page);
  await expectSoundAtEnds(page);
  await setDevice(page, 'light');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectEnglish(page);
}

async function visit(page: Page, path: string) {
  await page.goto(path);
  await expectNamed(page);
  for (const size of widths) {
    await page.setViewportSize(size);
    await setDevice(page, 'light');
    await expectSound(page);
    // Dark changes colours and nothing else, and small phones have the colours of larger ones.
    await setDevice(page, 'dark');
    if (size.width > 320) await expectSound(page, ['color-contrast']);
  }
  await setDevice(page, 'light');
  await expectEnglish(page);
}

/** Views of a page that are told apart by the end of their address alone, in fewer looks. */
const kin = (first: string, ...ends: string[]) => ends.map((end) => ({ kin: `${first}${end}` }));

/** `refusal` is what the browser may say of each page that a person may not open. */
async function expectAllSound(
  browser: Browser,
  actor: Actor | null,
  paths: (string | { kin: string })[],
  refusal?: RegExp,
) {
  const context = actor ? await actor.open(browser) : await browser.newContext();
  const page = await context.newPage();
  const complaints = listen(page);
  for (const one of paths)
    if (typeof one === 'string') await test.step(one, () => visit(page, one));
    else await test.step(one.kin, () => visitShortly(page, one.kin));
  expect(complaints.filter((complaint) => !refusal?.test(complaint))).toEqual([]);
  await context.close();
}

test('every page of a visitor is sound', async ({ browser }) => {
  const learner = await newLearner('Nguyễn Phúc Công Tằng Tôn Nữ Hoàng Anh');
  const course = await readCourse(learner);
  const lesson = course.outline[0]?.lessons[0];
  const [row] = await onDatabase<{ code: string }>('SELECT code FROM certificate LIMIT 1');
  await expectAllSound(browser, null, [
    '/',
    '/tim',
    '/tim?q=lua%20dao',
    `/khoa-hoc/${courseSlug}`,
    `/khoa-hoc/${courseSlug}/bai/${lesson?.id}`,
    '/verify',
    `/verify/${row?.code}`,
    '/verify/0000-0000-0000',
    '/dang-nhap',
    '/dang-ky',
    '/quyen-rieng-tu',
    '/kha-nang-tiep-can',
    '/khong-co-trang-nay',
  ]);
});

test('every page of a learner is sound', async ({ browser }) => {
  const learner = await newLearner('Nguyễn Phúc Công Tằng Tôn Nữ Hoàng Anh');
  const done = await enrol(learner);
  await learnLessons(learner, done);
  const passed = await takeTest(learner, done, 'right');
  const certificate = await claimCertificate(learner, done);
  const open = await enrol(learner, 'nong-san-hop-tac-xa-len-san');
  const [first] = lessonsOf(open, 'content');
  const [quiz] = lessonsOf(open, 'quiz');
  await learnLessons(learner, open);
  const attempt = await startTest(learner, open);
  await expectAllSound(browser, learner, [
    '/',
    `/khoa-hoc/${courseSlug}`,
    `/hoc/${open.id}/bai/${first?.id}`,
    quizPath(open.id, quiz?.id ?? ''),
    `/lam-bai/${attempt.id}`,
    `/ket-qua/${passed}`,
    '/viec-hoc',
    '/viec-hoc?muc=xong',
    '/chung-nhan',
    `/chung-nhan/${certificate.id}`,
    '/toi',
  ]);
  // Doors of the staff: closed, and said in words.
  await expectAllSound(browser, learner, ['/soan', '/lop', '/quan-tri/nguoi'], /403 \(Forbidden\)$/);
});

test('every page of somebody who has just begun is sound', async ({ browser }) => {
  const learner = await newLearner('Lò Thị Ỏm');
  await expectAllSound(browser, learner, ['/viec-hoc', '/chung-nhan']);
  const enrolment = await enrol(learner);
  const [quiz] = lessonsOf(enrolment, 'quiz');
  await expectAllSound(browser, learner, ['/viec-hoc', quizPath(enrolment.id, quiz?.id ?? '')]);
  await learnLessons(learner, enrolment);
  const failed = await takeTest(learner, enrolment, 'wrong');
  await expectAllSound(browser, learner, [`/ket-qua/${failed}`]);
});

test('every page of a trainer is sound', async ({ browser }) => {
  const trainer = await demonstration('giangvien');
  const { id } = await readCourse(trainer);
  await expectAllSound(browser, trainer, ['/soan', `/soan/${id}`, '/cham-bai', await firstEssay(trainer)]);
  const { exam, questionId } = await faultyQuestion(trainer);
  const desk = `/soan/${exam.courseId}/kiem-tra/${exam.lessonId}`;
  const correctionId = await correctOnce(trainer, exam, questionId);
  await expectAllSound(browser, trainer, [
    desk,
    ...kin(desk, '?xem=sua-loi', '?xem=gia-han', '?xem=den-tre'),
    `${desk}/cau/${questionId}?ky-thi=${exam.id}`,
    `${desk}/sua-loi/${correctionId}`,
  ]);
});

/** The essay that has waited longest for this person. */
async function firstEssay({ api }: Actor): Promise<string> {
  const { items } = (await (await api.get('/api/v1/marking?limit=1')).json()) as { items: MarkingRow[] };
  const [first] = items;
  if (!first) throw new Error('no essay of the demonstration waits');
  return `/cham-bai/${first.attemptId}/${first.questionId}`;
}

/** The demonstration exam that is over, and the one to come. */
async function demonstrationExams(): Promise<{ over: ExamRow; coming: ExamRow }> {
  const { api } = await demonstration('phutrach');
  const { items } = (await (await api.get('/api/v1/exams?limit=200')).json()) as { items: ExamRow[] };
  const shown = items.filter(({ name }) => name.endsWith('(minh họa)'));
  const over = shown.find(({ status }) => status === 'released');
  const coming = shown.find(({ status }) => status === 'planned');
  if (!over || !coming) throw new Error('the demonstration has no exams');
  return { over, coming };
}

/** A question of the exam that is over. */
async function faultyQuestion(trainer: Actor): Promise<{ exam: ExamRow; questionId: string }> {
  const { over: exam } = await demonstrationExams();
  const path = `/api/v1/courses/${exam.courseId}/quizzes/${exam.lessonId}/statistics?examId=${exam.id}`;
  const { items } = (await (await trainer.api.get(path)).json()) as QuizStatistics;
  const [first] = items;
  if (!first) throw new Error('nobody sat the exam of the demonstration');
  return { exam, questionId: first.questionId };
}

/** Drops the question in that exam, unless that was done before; answers the correction. */
async function correctOnce(trainer: Actor, exam: ExamRow, questionId: string): Promise<string> {
  const path = `/api/v1/courses/${exam.courseId}/quizzes/${exam.lessonId}/corrections`;
  const { items } = (await (await trainer.api.get(path)).json()) as { items: Correction[] };
  const known = items.find(({ wish }) => wish.questionId === questionId);
  if (known) return known.id;
  const asked = { wish: { action: 'drop', questionId }, examId: exam.id };
  const preview = await trainer.api.post(`${path}/preview`, { data: asked });
  const { fingerprint } = (await preview.json()) as CorrectionPreview;
  const reason = 'Câu hỏi có hai cách hiểu.';
  const answer = await trainer.api.post(path, { data: { ...asked, reason, fingerprint } });
  return ((await answer.json()) as Correction).id;
}

test('every page of a coordinator is sound', async ({ browser }) => {
  const coordinator = await demonstration('phutrach');
  const answer = await coordinator.api.get('/api/v1/cohorts');
  const { items } = (await answer.json()) as { items: { id: string }[] };
  const cohort = `/lop/${items[0]?.id}`;
  await expectAllSound(browser, coordinator, ['/lop', cohort, '/toi']);
});

test('every page of an exam is sound for who runs it', async ({ browser }) => {
  const coordinator = await demonstration('phutrach');
  const { over, coming } = await demonstrationExams();
  const answer = await coordinator.api.get(`/api/v1/exams/${coming.id}`);
  const { rooms } = (await answer.json()) as ExamDetail;
  await expectAllSound(browser, coordinator, [
    '/ky-thi',
    '/ky-thi/moi',
    `/ky-thi/${coming.id}`,
    ...kin(`/ky-thi/${coming.id}`, '?xem=phong', '?xem=thi-sinh', '/sua'),
    ...kin(`/ky-thi/${over.id}`, '?xem=ket-qua', '?xem=nhat-ky'),
    `/ky-thi/${coming.id}/ma-phong`,
    '/coi-thi',
    `/coi-thi/${over.id}`,
    `/coi-thi/${coming.id}/phong/${rooms[0]?.id}`,
  ]);
});

test('the dialog that takes somebody in from another room is sound, empty, with people found, and before it is done', async ({
  browser,
}) => {
  const coordinator = await demonstration('phutrach');
  const { coming } = await demonstrationExams();
  const answer = await coordinator.api.get(`/api/v1/exams/${coming.id}`);
  const { rooms } = (await answer.json()) as ExamDetail;
  const [here] = rooms;
  const candidates = await coordinator.api.get(`/api/v1/exams/${coming.id}/candidates`);
  const { items } = (await candidates.json()) as { items: BoardCandidate[] };
  const person = items.find(({ roomId }) => roomId !== here?.id);
  const context = await coordinator.open(browser);
  const page = await context.newPage();
  await page.goto(`/coi-thi/${coming.id}/phong/${here?.id}`);
  await page.getByRole('button', { name: 'Nhận người phòng khác' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nhận người từ phòng khác' });
  await expect(dialog).toBeVisible();
  await expectSoundAtEnds(page);
  await dialog.getByLabel('Tên thí sinh').fill(person?.fullName ?? '');
  const take = dialog.getByRole('button', { name: /^Nhận vào phòng này: / }).first();
  await expect(take).toBeVisible();
  await expectSoundAtEnds(page);
  await take.click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Lý do' })).toBeVisible();
  await expectSoundAtEnds(page);
  await context.close();
});

test('every page of a candidate is sound', async ({ browser }) => {
  const [early, waiting] = [
    await newLearner('Nguyễn Phúc Công Tằng Tôn Nữ Hoàng Anh', hopThanh),
    await newLearner('Lò Thị Ỏm', hopThanh),
  ];
  const coordinator = await demonstration('phutrach');
  const rooms = [{ name: 'Hội trường xã Hợp Thành', learners: [early, waiting] }];
  const exam = await planExam({ coordinator, rooms, startsInSeconds: 900 });
  const code = exam.rooms[0]?.code ?? '';
  const { id } = await checkIn(waiting, code);
  const [sitting] = await readSittings(early);
  await expectAllSound(browser, early, ['/thi', `/thi/${sitting?.id}`, `/check-in/${code}`]);
  await expectAllSound(browser, waiting, [`/thi/${id}`]);
});

test('every page of an admin is sound', async ({ browser }) => {
  const admin = await demonstration('quantri.demo');
  await expectAllSound(browser, admin, ['/lop', '/quan-tri/nguoi', '/quan-tri/chung-nhan']);
});
