import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { CourseDocument, Draft, FileRef } from '@onetouch/contract';
import { type Client, useTestApp } from '../../test/app.js';
import {
  contentLesson,
  courseDocument,
  createCourse,
  createOrganisation,
  createPerson,
  quizLesson,
  type TestCourse,
  textBlock,
} from '../../test/factories.js';
import { FileStore } from '../platform/files/file-store.js';

describe('the studio', () => {
  const test = useTestApp();

  /** A document that can be published: no file that is not stored. */
  function complete(wish: Partial<CourseDocument> = {}): CourseDocument {
    const lesson = contentLesson([textBlock()], 'Bài một');
    const module = {
      id: randomUUID(),
      title: { vi: 'Phần một', en: 'Part one' },
      lessons: [lesson, quizLesson(lesson.id)],
    };
    return courseDocument({ modules: [module], ...wish });
  }

  async function desk(document = complete()) {
    const owner = await createPerson(test, { fullName: 'Trần Thị Giảng', roles: [{ role: 'trainer' }] });
    const course = await createCourse(test, { ownerId: owner.id, document });
    return { owner, course, client: await test.as(owner) };
  }

  const retitled = (document: CourseDocument, vi: string): CourseDocument => ({
    ...document,
    title: { vi, en: vi },
  });
  const save = (client: Client, course: { id: string }, revision: number, document: CourseDocument) =>
    client.put(`/studio/courses/${course.id}/draft`).send({ revision, document });
  const publish = (client: Client, course: { id: string }, revision: number) =>
    client.post(`/studio/courses/${course.id}/versions`).send({ revision });
  const read = async (client: Client, course: { id: string }): Promise<Draft> =>
    (await client.get(`/studio/courses/${course.id}`)).body;

  describe('opened by the owner', () => {
    it('shows the draft, no changes and version 1 after a publication', async () => {
      const { client, course } = await desk();
      expect(await read(client, course)).toMatchObject({
        revision: 1,
        document: course.document,
        gaps: [],
        changes: [],
        versions: [{ number: 1, publishedBy: 'Trần Thị Giảng', learnerCount: 0 }],
        course: { hasUnpublishedChanges: false, publishedNumber: 1 },
        abilities: { edit: true, publish: true },
      });
    });

    it('lists own courses only, last saved first, page by page', async () => {
      const { owner, client, course } = await desk();
      const others = [
        await createCourse(test, { ownerId: owner.id }),
        await createCourse(test, { ownerId: owner.id }),
      ];
      await createCourse(test);
      await save(client, course, 1, retitled(course.document, 'Tên mới'));
      const first = (await client.get('/studio/courses?limit=2')).body;
      const second = (await client.get(`/studio/courses?limit=2&cursor=${first.next}`)).body;
      const ids = [...first.items, ...second.items].map((one: { id: string }) => one.id);
      expect(ids).toEqual([course.id, others[1]?.id, others[0]?.id]);
      expect(first.items[0]).toMatchObject({ title: { vi: 'Tên mới' }, hasUnpublishedChanges: true });
      expect(second.next).toBeNull();
    });
  });

  describe('saving', () => {
    it('counts the revision and shows what changed', async () => {
      const { client, course } = await desk();
      const answer = await save(client, course, 1, retitled(course.document, 'Tên mới'));
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        revision: 2,
        document: { title: { vi: 'Tên mới' } },
        course: { hasUnpublishedChanges: true },
      });
      expect(answer.body.changes).toEqual(
        expect.arrayContaining([expect.objectContaining({ kind: 'changed', field: 'title' })]),
      );
    });

    it('refuses a save over somebody else’s', async () => {
      const { client, course } = await desk();
      await save(client, course, 1, retitled(course.document, 'Của tôi'));
      const late = await save(client, course, 1, retitled(course.document, 'Của bạn'));
      expect([late.status, late.body.code]).toEqual([409, 'draft.changed']);
      expect((await read(client, course)).document.title.vi).toBe('Của tôi');
    });

    it('takes one of two saves at once', async () => {
      const { client, course } = await desk();
      const answers = await Promise.all(
        ['Một', 'Hai'].map((title) => save(client, course, 1, retitled(course.document, title))),
      );
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
      expect((await read(client, course)).revision).toBe(2);
    });

    it('refuses a wrong shape and says where', async () => {
      const { client, course } = await desk();
      const wrong = { ...course.document, level: 'expert', html: '<b>' };
      const answer = await client
        .put(`/studio/courses/${course.id}/draft`)
        .send({ revision: 1, document: wrong });
      expect(answer.body.code).toBe('request.invalid');
      expect(answer.body.issues.map((issue: { path: string }) => issue.path)).toEqual(
        expect.arrayContaining(['body.document.level', 'body.document']),
      );
    });

    it('refuses links that a page must not follow', async () => {
      const { client, course } = await desk();
      for (const href of ['javascript:alert(1)', 'https://a\u0000b', 'https://a\ud800', 'https://a"b']) {
        const block = textBlock() as { doc: { content: unknown[] } };
        block.doc.content = [
          {
            type: 'paragraph',
            content: [{ type: 'text', text: 'đây', marks: [{ type: 'link', attrs: { href } }] }],
          },
        ];
        const module = {
          id: randomUUID(),
          title: { vi: 'P', en: 'P' },
          lessons: [contentLesson([block as never])],
        };
        expect([href, (await save(client, course, 1, complete({ modules: [module] }))).status]).toEqual([
          href,
          400,
        ]);
      }
    });

    it('refuses a document that is too large', async () => {
      const { client, course } = await desk();
      const answer = await client
        .put(`/studio/courses/${course.id}/draft`)
        .send({ revision: 1, document: 'x'.repeat(3_000_000) });
      expect(answer.status).toBe(413);
    });
  });

  describe('files of a draft', () => {
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>');
    const withImage = (file: FileRef) => {
      const image = {
        id: randomUUID(),
        type: 'image' as const,
        file,
        width: 4,
        height: 3,
        alt: 'Hình',
        caption: '',
      };
      return complete({
        modules: [
          {
            id: randomUUID(),
            title: { vi: 'Phần một', en: 'One' },
            lessons: [contentLesson([image], 'Bài có hình')],
          },
        ],
      });
    };

    it('may be missing while one writes, but not when one publishes', async () => {
      const { client, course } = await desk();
      const file: FileRef = { hash: '0'.repeat(64), name: 'hinh.svg', mediaType: 'image/svg+xml', bytes: 10 };
      const saved = await save(client, course, 1, withImage(file));
      expect(saved.body.gaps).toEqual([
        expect.objectContaining({ code: 'file-missing', where: ['Phần một', 'Bài có hình', 'hinh.svg'] }),
      ]);
      const refused = await publish(client, course, 2);
      expect([refused.status, refused.body.code]).toEqual([422, 'draft.incomplete']);
    });

    it('must be described as they are stored', async () => {
      const { client, course } = await desk();
      const file = await test.get(FileStore).put(drawing, 'image/svg+xml', 'hinh.svg');
      for (const wrong of [
        { ...file, bytes: file.bytes + 1 },
        { ...file, mediaType: 'image/png' as const },
      ]) {
        const answer = await save(client, course, 1, withImage(wrong));
        expect(answer.body).toMatchObject({
          code: 'request.invalid',
          issues: [{ path: 'body.document.modules.0.lessons.0.blocks.0.file' }],
        });
      }
      expect((await save(client, course, 1, withImage(file))).body.gaps).toEqual([]);
    });
  });

  describe('publishing', () => {
    async function changed() {
      const found = await desk();
      await save(found.client, found.course, 1, retitled(found.course.document, 'Bản hai'));
      return found;
    }

    it('makes the next version, and the course page shows it at once', async () => {
      const { client, course } = await changed();
      expect((await test.visitor.get('/courses')).status).toBe(200);
      const answer = await publish(client, course, 2);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        changes: [],
        course: { publishedNumber: 2, hasUnpublishedChanges: false },
      });
      expect(answer.body.versions.map((version: { number: number }) => version.number)).toEqual([2, 1]);
      expect((await test.visitor.get(`/courses/${course.slug}`)).body).toMatchObject({
        versionNumber: 2,
        title: { vi: 'Bản hai' },
      });
      const { items } = (await test.visitor.get('/courses?limit=200')).body;
      expect(items.find((card: { id: string }) => card.id === course.id).title.vi).toBe('Bản hai');
    });

    it('publishes once when two press at once', async () => {
      const { client, course } = await changed();
      const answers = await Promise.all([1, 2, 3, 4].map(() => publish(client, course, 2)));
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
      expect(answers.filter((answer) => answer.status === 409).map((answer) => answer.body.code)).toEqual(
        Array(3).fill('draft.unchanged'),
      );
      expect((await read(client, course)).versions).toHaveLength(2);
    });

    it('refuses a draft that somebody has changed since', async () => {
      const { client, course } = await changed();
      expect((await publish(client, course, 1)).body.code).toBe('draft.changed');
    });

    it('refuses a draft that is published already', async () => {
      const { client, course } = await desk();
      expect((await publish(client, course, 1)).body.code).toBe('draft.unchanged');
    });

    it('refuses a draft with gaps and names them', async () => {
      const { client, course } = await desk();
      await save(client, course, 1, { ...course.document, outcomes: [], modules: [] });
      const answer = await publish(client, course, 2);
      expect(answer.body).toMatchObject({
        code: 'draft.incomplete',
        issues: [{ message: 'no-outcomes' }, { message: 'no-modules' }],
      });
    });

    it('leaves learners their version, and says how many are on each', async () => {
      const { client, course } = await changed();
      const { id } = await createPerson(test);
      const insert =
        'INSERT INTO enrolment (person_id, course_id, version_id, enrolled_at, steps_total) VALUES ($1, $2, $3, now(), 2)';
      await test.database.pool().query(insert, [id, course.id, course.versionId]);
      const draft: Draft = (await publish(client, course, 2)).body;
      expect(draft.versions.map(({ number, learnerCount }) => [number, learnerCount])).toEqual([
        [2, 0],
        [1, 1],
      ]);
      const kept = await test.database
        .pool()
        .query('SELECT document FROM course_version WHERE id = $1', [course.versionId]);
      expect(kept.rows[0].document).toEqual(course.document);
    });

    it('tells versions apart', async () => {
      const { client, course } = await changed();
      await publish(client, course, 2);
      const second = (await client.get(`/studio/courses/${course.id}/versions/2/changes`)).body;
      expect(second.changes).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            kind: 'changed',
            field: 'title',
            after: expect.stringContaining('Bản hai'),
          }),
        ]),
      );
      const first = (await client.get(`/studio/courses/${course.id}/versions/1/changes`)).body;
      expect(first.changes.every((change: { kind: string }) => change.kind === 'added')).toBe(true);
      expect((await client.get(`/studio/courses/${course.id}/versions/3/changes`)).body.code).toBe(
        'course.not-found',
      );
    });
  });

  describe('asked by somebody else', () => {
    const everything = (client: Client, course: TestCourse) => [
      client.get(`/studio/courses/${course.id}`),
      save(client, course, 1, course.document),
      publish(client, course, 1),
      client.get(`/studio/courses/${course.id}/versions/1/changes`),
    ];

    it('knows no such course for another trainer', async () => {
      const { course } = await desk();
      const stranger = await test.as(await createPerson(test, { roles: [{ role: 'trainer' }] }));
      for (const answer of await Promise.all(everything(stranger, course)))
        expect(answer.body.code).toBe('course.not-found');
    });

    it('is closed to learners, coordinators and visitors', async () => {
      const { course } = await desk();
      const learner = await test.as(await createPerson(test));
      const coordinator = await test.as(await createPerson(test, { roles: [{ role: 'coordinator' }] }));
      for (const answer of await Promise.all(everything(learner, course))) expect(answer.status).toBe(403);
      for (const answer of await Promise.all(everything(coordinator, course)))
        expect(answer.status).toBe(403);
      for (const answer of await Promise.all(everything(test.visitor, course)))
        expect(answer.status).toBe(401);
    });

    it('opens for an admin of the issuer’s province and of the issuer, not of another province', async () => {
      const issuer = await createOrganisation(test, { placeId: 'p34-15' });
      const course = await createCourse(test, { issuerId: issuer.id, document: complete() });
      const statusFor = async (scope: { placeId?: string; organisationId?: string }) => {
        const client = await test.as(await createPerson(test, { roles: [{ role: 'admin', ...scope }] }));
        const listed = (await client.get('/studio/courses')).body.items.map((one: { id: string }) => one.id);
        return [(await client.get(`/studio/courses/${course.id}`)).status, listed.includes(course.id)];
      };
      expect(await statusFor({ placeId: 'p34-15' })).toEqual([200, true]);
      expect(await statusFor({ organisationId: issuer.id })).toEqual([200, true]);
      expect(await statusFor({ placeId: 'p34-01' })).toEqual([404, false]);
      expect(
        await statusFor({ organisationId: (await createOrganisation(test, { placeId: 'p34-15' })).id }),
      ).toEqual([404, false]);
    });
  });
});
