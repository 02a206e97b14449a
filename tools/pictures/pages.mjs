// Which pages are pictured, as whom. `find` looks up what an address needs with that person's own requests,
// or with those of the others.

const slug = 'dien-thoai-an-toan-dich-vu-cong';

const enrolmentOf = async (get) => (await get('/me/enrolments')).items.find((one) => one.courseSlug === slug);
const completedOf = async (get) => (await get('/me/enrolments')).items.find((one) => one.completedAt);
const quizOf = async (get) => {
  const { id } = await completedOf(get);
  const lessons = lessonsOf(await get(`/enrolments/${id}`));
  return get(`/enrolments/${id}/quizzes/${lessons.find((lesson) => lesson.kind === 'quiz').id}`);
};
const examOf = async (get, status) => (await get('/exams')).items.find((one) => one.status === status);
const courseOf = (get) => get(`/courses/${slug}`);
const lessonsOf = (course) => course.outline.flatMap((module) => module.lessons);

/** Logins of the demonstration; null is a visitor. */
export const people = {
  visitor: null,
  learner: 'hocvien@demo.onetouch.local',
  trainer: 'giangvien@demo.onetouch.local',
  coordinator: 'phutrach@demo.onetouch.local',
  admin: 'quantri.demo@demo.onetouch.local',
};

export const pages = [
  { name: 'home', as: 'visitor', path: '/' },
  { name: 'home-learner', as: 'learner', path: '/' },
  { name: 'search', as: 'visitor', path: '/tim?q=dich+vu+cong' },
  { name: 'search-nothing', as: 'visitor', path: '/tim?q=xyzxyz' },
  { name: 'course', as: 'visitor', path: `/khoa-hoc/${slug}` },
  { name: 'course-learner', as: 'learner', path: `/khoa-hoc/${slug}` },
  {
    name: 'open-lesson',
    as: 'visitor',
    find: async (get) => `/khoa-hoc/${slug}/bai/${lessonsOf(await courseOf(get))[3].id}`,
  },
  {
    name: 'lesson',
    as: 'learner',
    find: async (get) => {
      const { id, resume } = await enrolmentOf(get);
      return `/hoc/${id}/bai/${resume.lessonId}`;
    },
  },
  {
    name: 'lesson-video',
    as: 'learner',
    find: async (get) => `/hoc/${(await enrolmentOf(get)).id}/bai/${lessonsOf(await courseOf(get))[2].id}`,
  },
  {
    name: 'quiz-locked',
    as: 'learner',
    find: async (get) => {
      const quiz = lessonsOf(await courseOf(get)).find((lesson) => lesson.kind === 'quiz');
      return `/hoc/${(await enrolmentOf(get)).id}/kiem-tra/${quiz.id}`;
    },
  },
  {
    name: 'quiz-passed',
    as: 'learner',
    find: async (get) => {
      const { enrolmentId, lessonId } = await quizOf(get);
      return `/hoc/${enrolmentId}/kiem-tra/${lessonId}`;
    },
  },
  {
    name: 'result',
    as: 'learner',
    find: async (get) => `/ket-qua/${(await quizOf(get)).attempts.find((one) => one.submittedAt).id}`,
  },
  {
    name: 'attempt',
    as: 'learner',
    find: async (get) => {
      const { openAttemptId, enrolmentId, lessonId } = await quizOf(get);
      const start = () => get(`/enrolments/${enrolmentId}/quizzes/${lessonId}/attempts`, 'POST');
      return `/lam-bai/${openAttemptId ?? (await start()).id}`;
    },
  },
  { name: 'my-learning', as: 'learner', path: '/viec-hoc' },
  { name: 'my-learning-completed', as: 'learner', path: '/viec-hoc?muc=xong' },
  { name: 'sittings', as: 'learner', path: '/thi' },
  { name: 'certificates', as: 'learner', path: '/chung-nhan' },
  {
    name: 'certificate',
    as: 'learner',
    find: async (get) => `/chung-nhan/${(await get('/me/certificates')).items[0].id}`,
  },
  { name: 'verify', as: 'visitor', path: '/verify' },
  {
    name: 'verify-valid',
    as: 'visitor',
    find: async (_get, { admin }) => `/verify/${(await admin('/certificates')).items[0].code}`,
  },
  { name: 'verify-unknown', as: 'visitor', path: '/verify/8K4M-2Q7P-XD5G' },
  { name: 'sign-in', as: 'visitor', path: '/dang-nhap' },
  { name: 'register', as: 'visitor', path: '/dang-ky' },
  { name: 'me', as: 'learner', path: '/toi' },
  { name: 'desk', as: 'trainer', path: '/soan' },
  { name: 'draft', as: 'trainer', find: async (get) => `/soan/${(await courseOf(get)).id}` },
  { name: 'marking', as: 'trainer', path: '/cham-bai' },
  {
    name: 'quiz-desk',
    as: 'trainer',
    find: async (_get, { coordinator }) => {
      const { id, courseId, lessonId } = await examOf(coordinator, 'released');
      return `/soan/${courseId}/kiem-tra/${lessonId}?ky-thi=${id}`;
    },
  },
  { name: 'cohorts', as: 'coordinator', path: '/lop' },
  { name: 'cohort', as: 'coordinator', find: async (get) => `/lop/${(await get('/cohorts')).items[0].id}` },
  {
    name: 'cohort-communes',
    as: 'coordinator',
    find: async (get) => `/lop/${(await get('/cohorts')).items[0].id}?xem=xa`,
  },
  { name: 'exams', as: 'coordinator', path: '/ky-thi' },
  { name: 'new-exam', as: 'coordinator', path: '/ky-thi/moi' },
  { name: 'exam', as: 'coordinator', find: async (get) => `/ky-thi/${(await examOf(get, 'planned')).id}` },
  {
    name: 'exam-results',
    as: 'coordinator',
    find: async (get) => `/ky-thi/${(await examOf(get, 'released')).id}?xem=ket-qua`,
  },
  { name: 'board', as: 'coordinator', find: async (get) => `/coi-thi/${(await examOf(get, 'planned')).id}` },
  { name: 'people', as: 'admin', path: '/quan-tri/nguoi' },
  { name: 'registry', as: 'admin', path: '/quan-tri/chung-nhan' },
  { name: 'privacy', as: 'visitor', path: '/quyen-rieng-tu' },
  { name: 'accessibility', as: 'visitor', path: '/kha-nang-tiep-can' },
  { name: 'not-found', as: 'visitor', path: '/khong-co-trang-nay' },
];

/** The pictures of the README: page, width and theme. */
export const shown = [
  { name: 'home-learner', width: 1280, theme: 'light' },
  { name: 'lesson-video', width: 390, theme: 'light' },
  { name: 'cohort', width: 1280, theme: 'light' },
];
