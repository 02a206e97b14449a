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
import { expect, test } from '@playwright/test';
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
import { expectAllSound, expectSoundAtEnds, kin } from './support/every-look.js';
import { checkIn, hopThanh, planExam, readSittings } from './support/exam.js';
import { type Actor, demonstration, newLearner } from './support/people.js';
import { quizPath } from './support/quiz.js';

// Each test walks a dozen pages in five looks.
test.setTimeout(900_000);

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
  // Nobody has the doors of more people: on a phone, too, all of them are in sight.
  const context = await admin.open(browser);
  const page = await context.newPage();
  await page.goto('/lop');
  const doors = page.getByRole('navigation', { name: 'Trang công việc' });
  for (const name of ['Soạn bài', 'Người và quyền', 'Sổ chứng nhận'])
    await expect(doors.getByRole('link', { name })).toBeInViewport({ ratio: 0.95 });
  await context.close();
});
