// A course whose one lesson is a quiz of sixty questions in three categories, made for measuring. Knows no table.
import { randomUUID } from 'node:crypto';

const categories = ['Dịch vụ công', 'An toàn', 'Xử lý sự cố'];
const difficulties = ['easy', 'medium', 'hard'];
const words = 'Cán bộ nhận được yêu cầu xử lý hồ sơ trên hệ thống. Việc nào cần làm trước, và vì sao?';

function makeQuestion(number, review) {
  return {
    id: randomUUID(),
    kind: 'single',
    prompt: `Câu ${number}. ${words}`,
    options: ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      text: `Phương án ${id} của câu ${number}, viết đủ một dòng`,
    })),
    correct: ['a'],
    explanation: 'Phương án a giữ đúng thứ tự các bước.',
    points: 1000,
    review,
    category: categories[number % categories.length],
    difficulty: difficulties[Math.floor(number / categories.length) % difficulties.length],
  };
}

/** Answers `{ document, lessonId }`; papers draw twenty questions. */
export function examCourse() {
  const title = { vi: 'Khóa thi thử', en: 'Rehearsal course' };
  const [lessonId, module] = [randomUUID(), randomUUID()];
  const rule = { draw: 20, passPercent: 50, attemptsAllowed: 3, pauseMinutes: 0, requiresLessons: false };
  const questions = Array.from({ length: 60 }, (_, index) => makeQuestion(index + 1, lessonId));
  const quiz = { kind: 'quiz', id: lessonId, title, minutes: 20, rule, questions };
  const modules = [{ id: module, title, lessons: [quiz] }];
  const look = { audience: 'government', level: 'basic', topic: 'digital-government' };
  return { document: { title, summary: title, ...look, outcomes: [], modules }, lessonId };
}
