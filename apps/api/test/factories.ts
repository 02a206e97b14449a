// Fresh people, organisations and courses for each test. Written straight to the tables, so that no test stands on another room's use cases.
import { randomUUID } from 'node:crypto';
import type {
  Audience,
  Block,
  ContentLesson,
  CourseDocument,
  Question,
  QuizLesson,
  Role,
} from '@onetouch/contract';
import { courseFigures, foldVietnamese, lastWordFirst } from '@onetouch/domain';
import { CourseVersionEntity } from '../src/courses/course-version.entity.js';
import { CourseEntity } from '../src/courses/course.entity.js';
import { PersonEntity } from '../src/accounts/person.entity.js';
import { RoleGrantEntity } from '../src/accounts/role-grant.entity.js';
import { OrganisationEntity } from '../src/places/organisation.entity.js';
import type { TestApp } from './app.js';

/** Names and codes are counted and not drawn: the same in every run, and never the same twice in a database. */
let counted = 0;
const nextNumber = () => String((counted += 1)).padStart(4, '0');
/** Long before everything that a test lets happen, whatever the clock of the machine says. */
const nextPublication = () => new Date(Date.UTC(2020, 0, 1) + (counted += 1) * 1_000);

interface PersonWish {
  fullName?: string;
  placeId?: string;
  audience?: Audience;
  organisationId?: string;
  organisationName?: string;
  email?: string;
  phone?: string;
  roles?: { role: Role; placeId?: string; organisationId?: string }[];
}

/** A person with an e-mail of its own; places are `c-00004` (Phường Ba Đình, Hà Nội) unless wished otherwise. */
export async function createPerson(test: TestApp, wish: PersonWish = {}): Promise<PersonEntity> {
  const id = randomUUID();
  const fullName = wish.fullName ?? 'Nguyễn Văn Thử';
  const manager = test.database.source.manager;
  await manager.insert(PersonEntity, {
    id,
    fullName,
    searchKey: foldVietnamese(fullName),
    sortKey: lastWordFirst(fullName),
    email: wish.email ?? `${id}@example.test`,
    phone: wish.phone ?? null,
    passwordHash: '!',
    audience: wish.audience ?? 'government',
    placeId: wish.placeId ?? 'c-00004',
    organisationId: wish.organisationId ?? null,
    organisationName: wish.organisationName ?? '',
  });
  for (const { role, placeId, organisationId } of wish.roles ?? []) {
    await manager.insert(RoleGrantEntity, {
      personId: id,
      role,
      placeId: placeId ?? (organisationId ? null : 'vn'),
      organisationId: organisationId ?? null,
    });
  }
  return manager.findOneByOrFail(PersonEntity, { id });
}

/** An agency that may issue certificates. */
export async function createOrganisation(
  test: TestApp,
  wish: { name?: string; placeId?: string; issuerCode?: string | null } = {},
): Promise<OrganisationEntity> {
  const id = randomUUID();
  const number = nextNumber();
  const name = wish.name ?? `Trung tâm Thử nghiệm ${number}`;
  const manager = test.database.source.manager;
  await manager.insert(OrganisationEntity, {
    id,
    name,
    searchKey: foldVietnamese(name),
    kind: 'agency',
    placeId: wish.placeId ?? 'p34-01',
    issuerCode: wish.issuerCode === undefined ? `TN${number}` : wish.issuerCode,
  });
  return manager.findOneByOrFail(OrganisationEntity, { id });
}

export const textBlock = (words = 'Nội dung.'): Block => ({
  id: randomUUID(),
  type: 'text',
  doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] },
});

export const checkBlock = (): Block => ({
  id: randomUUID(),
  type: 'check',
  question: {
    kind: 'single',
    prompt: 'Nên làm gì trước?',
    options: [
      { id: 'a1', text: 'Hỏi lại' },
      { id: 'b2', text: 'Bấm vào' },
    ],
    correct: ['a1'],
    explanation: 'Hỏi lại trước.',
  },
});

/** A video block of `durationSeconds`; its files need not be stored to record progress. */
export const videoBlock = (durationSeconds = 40): Block => ({
  id: randomUUID(),
  type: 'video',
  title: 'Phim ngắn',
  file: { hash: 'a'.repeat(64), name: 'phim.mp4', mediaType: 'video/mp4', bytes: 100_000 },
  captions: { hash: 'b'.repeat(64), name: 'phim.vtt', mediaType: 'text/vtt', bytes: 500 },
  durationSeconds,
  transcript: ['Lời thoại.'],
});

export const contentLesson = (blocks: Block[] = [textBlock()], title = 'Bài học'): ContentLesson => ({
  kind: 'content',
  id: randomUUID(),
  title: { vi: title, en: title },
  minutes: 5,
  blocks,
});

/** A single-choice question whose right option is `r`. */
export const question = (review: string): Question => ({
  id: randomUUID(),
  kind: 'single',
  prompt: `Câu hỏi ${nextNumber()}?`,
  options: [
    { id: 'r', text: 'Đúng' },
    { id: 'w1', text: 'Sai một' },
    { id: 'w2', text: 'Sai hai' },
  ],
  correct: ['r'],
  explanation: 'Vì thế.',
  points: 1000,
  review,
});

export const quizLesson = (
  review: string,
  wish: Partial<QuizLesson['rule']> = {},
  count = 6,
): QuizLesson => ({
  kind: 'quiz',
  id: randomUUID(),
  title: { vi: 'Bài kiểm tra', en: 'Test' },
  minutes: 10,
  rule: { draw: 4, passPercent: 75, attemptsAllowed: 3, pauseMinutes: 10, requiresLessons: true, ...wish },
  questions: Array.from({ length: count }, () => question(review)),
});

/** A small course: two lessons in two modules and a quiz. */
export function courseDocument(wish: Partial<CourseDocument> = {}): CourseDocument {
  const first = contentLesson([textBlock(), checkBlock()], 'Bài một');
  const second = contentLesson([textBlock(), videoBlock()], 'Bài hai');
  return {
    title: { vi: 'Khóa học thử', en: 'Trial course' },
    summary: { vi: 'Để thử.', en: 'For trying.' },
    audience: 'government',
    level: 'basic',
    topic: 'digital-government',
    outcomes: [{ vi: 'Biết thử', en: 'Try' }],
    modules: [
      { id: randomUUID(), title: { vi: 'Phần một', en: 'Part one' }, lessons: [first] },
      {
        id: randomUUID(),
        title: { vi: 'Phần hai', en: 'Part two' },
        lessons: [second, quizLesson(first.id)],
      },
    ],
    ...wish,
  };
}

export interface TestCourse {
  id: string;
  slug: string;
  versionId: string;
  document: CourseDocument;
  ownerId: string;
  issuerId: string;
}

interface CourseWish {
  document?: CourseDocument;
  ownerId?: string;
  issuerId?: string;
  isOpen?: boolean;
}

/** A published course, version 1. */
export async function createCourse(test: TestApp, wish: CourseWish = {}): Promise<TestCourse> {
  const document = wish.document ?? courseDocument();
  const ownerId = wish.ownerId ?? (await createPerson(test, { roles: [{ role: 'trainer' }] })).id;
  const issuerId = wish.issuerId ?? (await createOrganisation(test)).id;
  const id = randomUUID();
  const versionId = randomUUID();
  const slug = `khoa-so-${nextNumber()}`;
  const manager = test.database.source.manager;
  await manager.insert(CourseEntity, {
    id,
    slug,
    ownerId,
    issuerId,
    isOpen: wish.isOpen ?? true,
    draft: document,
    publishedVersionId: versionId,
  } as never);
  await manager.insert(CourseVersionEntity, {
    id: versionId,
    courseId: id,
    number: 1,
    document,
    minutes: courseFigures(document).minutes,
    publishedBy: ownerId,
    publishedAt: nextPublication(),
  } as never);
  return { id, slug, versionId, document, ownerId, issuerId };
}
