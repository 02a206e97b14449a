// Every address of the page, once. Short Vietnamese words without accents, so that they can be read out on the phone.

/** Patterns as the router reads them. */
export const patterns = {
  home: '/',
  search: '/tim',
  course: '/khoa-hoc/:slug',
  openLesson: '/khoa-hoc/:slug/bai/:lessonId',
  lesson: '/hoc/:enrolmentId/bai/:lessonId',
  quiz: '/hoc/:enrolmentId/kiem-tra/:lessonId',
  attempt: '/lam-bai/:attemptId',
  result: '/ket-qua/:attemptId',
  sittings: '/thi',
  sitting: '/thi/:sittingId',
  checkIn: '/check-in',
  checkInCode: '/check-in/:code',
  myLearning: '/viec-hoc',
  certificates: '/chung-nhan',
  certificate: '/chung-nhan/:certificateId',
  verify: '/verify',
  verifyCode: '/verify/:code',
  signIn: '/dang-nhap',
  register: '/dang-ky',
  me: '/toi',
  desk: '/soan',
  draft: '/soan/:courseId',
  quizDesk: '/soan/:courseId/kiem-tra/:lessonId',
  faultyQuestion: '/soan/:courseId/kiem-tra/:lessonId/cau/:questionId',
  correction: '/soan/:courseId/kiem-tra/:lessonId/sua-loi/:correctionId',
  marking: '/cham-bai',
  markingTask: '/cham-bai/:attemptId/:questionId',
  cohorts: '/lop',
  cohort: '/lop/:cohortId',
  exams: '/ky-thi',
  newExam: '/ky-thi/moi',
  exam: '/ky-thi/:examId',
  editExam: '/ky-thi/:examId/sua',
  roomCodes: '/ky-thi/:examId/ma-phong',
  invigilated: '/coi-thi',
  board: '/coi-thi/:examId',
  boardRoom: '/coi-thi/:examId/phong/:roomId',
  people: '/quan-tri/nguoi',
  registry: '/quan-tri/chung-nhan',
  privacy: '/quyen-rieng-tu',
  accessibility: '/kha-nang-tiep-can',
} as const;

const enc = encodeURIComponent;

/** Addresses with their parts filled in; the only place that builds them. */
export const paths = {
  home: () => patterns.home,
  search: (words = '') => (words ? `${patterns.search}?q=${enc(words)}` : patterns.search),
  course: (slug: string) => `/khoa-hoc/${enc(slug)}`,
  openLesson: (slug: string, lessonId: string) => `/khoa-hoc/${enc(slug)}/bai/${enc(lessonId)}`,
  lesson: (enrolmentId: string, lessonId: string) => `/hoc/${enc(enrolmentId)}/bai/${enc(lessonId)}`,
  quiz: (enrolmentId: string, lessonId: string) => `/hoc/${enc(enrolmentId)}/kiem-tra/${enc(lessonId)}`,
  attempt: (attemptId: string) => `/lam-bai/${enc(attemptId)}`,
  result: (attemptId: string) => `/ket-qua/${enc(attemptId)}`,
  sittings: () => patterns.sittings,
  sitting: (sittingId: string) => `/thi/${enc(sittingId)}`,
  /** Printed as a QR code at the door of a room. */
  checkIn: (code = '') => (code ? `${patterns.checkIn}/${enc(code)}` : patterns.checkIn),
  myLearning: () => patterns.myLearning,
  certificates: () => patterns.certificates,
  certificate: (certificateId: string) => `/chung-nhan/${enc(certificateId)}`,
  verify: (code = '') => (code ? `/verify/${enc(code)}` : patterns.verify),
  /** `next` is the path to come back to after signing in. */
  signIn: (next = '') => withNext(patterns.signIn, next),
  register: (next = '') => withNext(patterns.register, next),
  me: () => patterns.me,
  desk: () => patterns.desk,
  draft: (courseId: string) => `/soan/${enc(courseId)}`,
  /** Statistics, corrections and extensions of a quiz; `view` is the tab, `examId` the one exam to look at. */
  quizDesk: (courseId: string, lessonId: string, { view = '', examId = '' } = {}) => {
    const search = new URLSearchParams({ ...(view && { xem: view }), ...(examId && { 'ky-thi': examId }) });
    return `/soan/${enc(courseId)}/kiem-tra/${enc(lessonId)}${search.size > 0 ? `?${search}` : ''}`;
  },
  faultyQuestion: (courseId: string, lessonId: string, questionId: string) =>
    `/soan/${enc(courseId)}/kiem-tra/${enc(lessonId)}/cau/${enc(questionId)}`,
  correction: (courseId: string, lessonId: string, correctionId: string) =>
    `/soan/${enc(courseId)}/kiem-tra/${enc(lessonId)}/sua-loi/${enc(correctionId)}`,
  marking: (search = '') => patterns.marking + search,
  /** `search` keeps the course that the queue is asked for. */
  markingTask: ({ attemptId, questionId }: { attemptId: string; questionId: string }, search = '') =>
    `/cham-bai/${enc(attemptId)}/${enc(questionId)}${search}`,
  cohorts: () => patterns.cohorts,
  cohort: (cohortId: string) => `/lop/${enc(cohortId)}`,
  exams: () => patterns.exams,
  newExam: () => patterns.newExam,
  /** `view` is the tab to open. */
  exam: (examId: string, view = '') => `/ky-thi/${enc(examId)}${view ? `?xem=${enc(view)}` : ''}`,
  editExam: (examId: string) => `/ky-thi/${enc(examId)}/sua`,
  /** The sheets for the doors of the rooms, to print; of one room when it is named. */
  roomCodes: (examId: string, roomId = '') =>
    `/ky-thi/${enc(examId)}/ma-phong${roomId ? `?phong=${enc(roomId)}` : ''}`,
  invigilated: () => patterns.invigilated,
  /** The board of an exam, or of one room of it. */
  board: (examId: string, roomId = '') =>
    roomId ? `/coi-thi/${enc(examId)}/phong/${enc(roomId)}` : `/coi-thi/${enc(examId)}`,
  people: () => patterns.people,
  registry: () => patterns.registry,
  privacy: () => patterns.privacy,
  accessibility: () => patterns.accessibility,
} as const;

function withNext(path: string, next: string): string {
  return next && next !== '/' ? `${path}?tiep=${enc(next)}` : path;
}

/** Where to go after signing in: the `tiep` of the address when it is a path of this page, else home. */
export function nextPath(search: string | URLSearchParams): string {
  const next = new URLSearchParams(search).get('tiep') ?? '';
  const isOwn =
    /^\/(?![/\\])/.test(next) && !next.startsWith(patterns.signIn) && !next.startsWith(patterns.register);
  return isOwn ? next : patterns.home;
}
