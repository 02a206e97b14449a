import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { CourseDocument, FileRef } from '@onetouch/contract';
import { type Client, useTestApp } from '../../test/app.js';
import {
  contentLesson,
  createCourse,
  createOrganisation,
  createPerson,
  type TestCourse,
  textBlock,
} from '../../test/factories.js';
import { completeDocument, createDesk, publish, read, retitled, save } from '../../test/studio.js';
import { FileStore } from '../platform/files/file-store.js';

describe('the studio', () => {
  const test = useTestApp();
  const desk = (document?: CourseDocument) => createDesk(test, document);

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
      await save(client, course, retitled(course.document, 'Tên mới'));
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
      const answer = await save(client, course, retitled(course.document, 'Tên mới'));
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
      await save(client, course, retitled(course.document, 'Của tôi'));
      const late = await save(client, course, retitled(course.document, 'Của bạn'));
      expect([late.status, late.body.code]).toEqual([409, 'draft.changed']);
      expect((await read(client, course)).document.title.vi).toBe('Của tôi');
    });

    it('takes one of two saves at once', async () => {
      const { client, course } = await desk();
      const answers = await Promise.all(
        ['Một', 'Hai'].map((title) => save(client, course, retitled(course.document, title))),
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

    it('refuses a revision that no draft can have, when it is saved and when it is published', async () => {
      const { client, course } = await desk();
      for (const revision of [2 ** 31, 2 ** 53 - 1, -1, 1.5]) {
        const body = { revision, document: course.document };
        const saved = await client.put(`/studio/courses/${course.id}/draft`).send(body);
        expect([saved.status, saved.body.issues?.[0]?.path]).toEqual([400, 'body.revision']);
        const published = await client.post(`/studio/courses/${course.id}/versions`).send({ revision });
        expect([published.status, published.body.code]).toEqual([400, 'request.invalid']);
      }
      const last = { revision: 2 ** 31 - 1, document: course.document };
      expect((await client.put(`/studio/courses/${course.id}/draft`).send(last)).body.code).toBe(
        'draft.changed',
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
        expect([href, (await save(client, course, completeDocument({ modules: [module] }))).status]).toEqual([
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
      return completeDocument({
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
      const saved = await save(client, course, withImage(file));
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
        const answer = await save(client, course, withImage(wrong));
        expect(answer.body).toMatchObject({
          code: 'request.invalid',
          issues: [{ path: 'body.document.modules.0.lessons.0.blocks.0.file' }],
        });
      }
      expect((await save(client, course, withImage(file))).body.gaps).toEqual([]);
    });
  });

  describe('asked by somebody else', () => {
    const everything = (client: Client, course: TestCourse) => [
      client.get(`/studio/courses/${course.id}`),
      save(client, course, course.document),
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
      const course = await createCourse(test, { issuerId: issuer.id, document: completeDocument() });
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
