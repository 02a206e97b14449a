import { randomUUID } from 'node:crypto';
import type { MarkingRow, QuestionResult } from '@onetouch/contract';
import { describe, expect, it } from '@jest/globals';
import { type Client, useTestApp } from '../../test/app.js';
import { createPerson } from '../../test/factories.js';
import { createMarker, essayCourse, type HandedInEssay, trainerOf, writeEssay } from '../../test/marking.js';
import { finishLesson } from '../../test/quizzes.js';

describe('essays', () => {
  const test = useTestApp();

  const taskOf = ({ attemptId, essayIds }: HandedInEssay, place = 0) =>
    `/marking/${attemptId}/${essayIds[place]}`;
  const give = (client: Client, path: string, points: number, comment = '') =>
    client.put(path).send({ criteria: [{ criterionId: 'y', points }], comment });
  const resultOf = async ({ learner, attemptId }: HandedInEssay) =>
    (await learner.client.get(`/attempts/${attemptId}/result`)).body;
  const criteriaOf = async (essay: HandedInEssay) =>
    (await resultOf(essay)).questions.flatMap(({ criteria }: QuestionResult) => criteria);

  it('wait in the queue of the trainer, the oldest first, without the name of the writer', async () => {
    const course = await essayCourse(test);
    const trainer = await trainerOf(test, course);
    const written = [await writeEssay(test, course), await writeEssay(test, course, 'Một hai ba bốn năm.')];
    const { body } = await trainer.get(`/marking?courseId=${course.id}`);
    expect(body.total).toBe(2);
    expect(body.items.map((row: MarkingRow) => row.attemptId)).toEqual(written.map((one) => one.attemptId));
    expect(body.items[1]).toMatchObject({
      prompt: 'Viết vài dòng.',
      words: 5,
      marksGiven: 0,
      marksNeeded: 1,
      isDecider: false,
      courseTitle: course.document.title,
      examName: null,
    });
    const first = (await trainer.get('/marking?limit=1')).body;
    const second = (await trainer.get(`/marking?limit=1&cursor=${first.next}`)).body;
    expect([first.items[0].attemptId, second.items[0].attemptId, second.next]).toEqual([
      written[0]?.attemptId,
      written[1]?.attemptId,
      null,
    ]);
    const task = await trainer.get(`/marking/${written[0]?.attemptId}/${written[0]?.essayIds[0]}`);
    expect(task.body).toMatchObject({
      text: 'Bốn chữ ở đây.',
      points: 2000,
      explanation: 'Nói đủ ý.',
      marks: [],
      settled: null,
      nextTask: { attemptId: written[1]?.attemptId },
    });
    const all = JSON.stringify([body, task.body]);
    for (const { learner } of written) expect(all).not.toContain(learner.person.id);
    expect(all).not.toContain('Nguyễn Văn Thử');
  });

  it('are told apart by course, and the next one stays within the course that was asked for', async () => {
    const [one, other] = [await essayCourse(test), await essayCourse(test)];
    const marker = await createMarker(test);
    const first = await writeEssay(test, one);
    const between = await writeEssay(test, other);
    const last = await writeEssay(test, one);
    const { courses, total, items } = (await marker.get(`/marking?courseId=${one.id}`)).body;
    const own = courses.filter(({ courseId }: { courseId: string }) => [one.id, other.id].includes(courseId));
    const waiting = [
      { courseId: one.id, courseTitle: one.document.title, waiting: 2 },
      { courseId: other.id, courseTitle: other.document.title, waiting: 1 },
    ];
    expect(own).toEqual(expect.arrayContaining(waiting));
    expect([total, items.length]).toEqual([2, 2]);
    const next = async (query: string) =>
      (await marker.get(`${taskOf(first)}${query}`)).body.nextTask.attemptId;
    expect(await next('')).toBe(between.attemptId);
    expect(await next(`?courseId=${one.id}`)).toBe(last.attemptId);
    const criteria = [{ criterionId: 'y', points: 1000 }];
    const marked = await marker.put(`${taskOf(first)}?courseId=${one.id}`).send({ criteria });
    expect(marked.body.nextTask.attemptId).toBe(last.attemptId);
    const nothing = await marker.put(`${taskOf(last)}?courseId=${one.id}`).send({ criteria });
    expect(nothing.body.nextTask).toBeNull();
  });

  it('are not there for a trainer of another course, an admin of elsewhere, or the writer', async () => {
    const course = await essayCourse(test);
    const essay = await writeEssay(test, course);
    const stranger = await test.as(await createPerson(test, { roles: [{ role: 'trainer' }] }));
    const elsewhere = await test.as(
      await createPerson(test, { roles: [{ role: 'admin', placeId: 'p34-15' }] }),
    );
    await test.database.source.query(
      "INSERT INTO role_grant (id, person_id, role, place_id) VALUES ($1, $2, 'admin', 'vn')",
      [randomUUID(), essay.learner.person.id],
    );
    const writer = await test.as(essay.learner.person);
    for (const client of [stranger, elsewhere, writer]) {
      expect((await client.get(taskOf(essay))).body.code).toBe('marking.not-found');
      expect((await give(client, taskOf(essay), 1000)).body.code).toBe('marking.not-found');
      const { items } = (await client.get(`/marking?courseId=${course.id}`)).body;
      expect(items).toEqual([]);
    }
    const marker = await createMarker(test);
    expect((await marker.get(taskOf(essay))).status).toBe(200);
    for (const path of [
      `/marking/${essay.attemptId}/${randomUUID()}`,
      `/marking/${randomUUID()}/${essay.essayIds[0]}`,
      `/marking/${essay.attemptId}/${essay.learner.quiz.questions[1]?.id}`,
    ])
      expect((await marker.get(path)).body.code).toBe('marking.not-found');
  });

  it('get their mark and the attempt its result in one go, and a passed course is completed', async () => {
    const course = await essayCourse(test);
    const trainer = await trainerOf(test, course);
    const essay = await writeEssay(test, course);
    await finishLesson(essay.learner);
    expect(await resultOf(essay)).toMatchObject({ status: 'marking', points: null, hasPassed: null });
    const { body, status } = await give(trainer, taskOf(essay), 1500, 'Khá.');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      settled: { points: 1500, by: 'single' },
      nextTask: null,
      marks: [{ isOwn: true, points: 1500, comment: 'Khá.' }],
    });
    const result = await resultOf(essay);
    expect(result).toMatchObject({ status: 'marked', points: 2500, hasPassed: true });
    expect(result.courseCompletedAt).not.toBeNull();
    expect(result.questions.find((one: { text: string }) => one.text !== '')).toMatchObject({
      points: 1500,
      comment: 'Khá.',
    });
    expect((await trainer.get('/marking')).body).toMatchObject({ items: [], total: 0 });
  });

  it('are marked by the whole rubric and nothing else', async () => {
    const course = await essayCourse(test);
    const trainer = await trainerOf(test, course);
    const essay = await writeEssay(test, course);
    const send = async (criteria: unknown) => (await trainer.put(taskOf(essay)).send({ criteria })).body;
    const own = { criterionId: 'y', points: 1 };
    for (const criteria of [
      [{ criterionId: 'z', points: 1 }],
      [own, own],
      [own, { ...own, criterionId: 'z' }],
    ])
      expect((await send(criteria)).code).toBe('marking.criterion-unknown');
    const over = await send([{ criterionId: 'y', points: 2001 }]);
    expect([over.code, over.issues[0].path]).toEqual(['request.invalid', 'body.criteria.0.points']);
    expect((await send([])).code).toBe('request.invalid');
    expect((await resultOf(essay)).status).toBe('marking');
  });

  it('take one mark of a person, however often it is sent', async () => {
    const course = await essayCourse(test, { markers: 2 });
    const trainer = await trainerOf(test, course);
    const essay = await writeEssay(test, course);
    const answers = await Promise.all([1, 2, 3].map(() => give(trainer, taskOf(essay), 1000)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await trainer.get(taskOf(essay))).body).toMatchObject({ marksGiven: 1, marksNeeded: 2 });
    expect((await give(trainer, taskOf(essay), 900)).body.code).toBe('marking.own-mark-exists');
    expect((await trainer.get('/marking')).body.total).toBe(0);
  });

  it('that two people mark count by the mean, in favour of the learner, and neither saw the mark of the other', async () => {
    const course = await essayCourse(test, { markers: 2 });
    const [trainer, marker] = [await trainerOf(test, course), await createMarker(test)];
    const essay = await writeEssay(test, course);
    await give(trainer, taskOf(essay), 1500, 'Khá.');
    expect((await marker.get(taskOf(essay))).body).toMatchObject({
      marks: [],
      marksGiven: 1,
      isDecider: false,
    });
    expect((await resultOf(essay)).status).toBe('marking');
    expect(await criteriaOf(essay)).toEqual([]);
    const { body } = await give(marker, taskOf(essay), 1600 + 1, 'Tốt.');
    expect(body.settled).toEqual({ points: 1551, by: 'mean' });
    expect(body.marks).toHaveLength(1);
    expect(await resultOf(essay)).toMatchObject({ points: 2551, hasPassed: true });
    expect(await criteriaOf(essay)).toEqual([{ title: 'Ý', points: 1551, possiblePoints: 2000 }]);
    const third = await createMarker(test);
    expect((await give(third, taskOf(essay), 2000)).body.code).toBe('marking.done');
  });

  it('with two marks far apart are decided by a third person, who sees both', async () => {
    const course = await essayCourse(test, { markers: 2, markGapPercent: 25 });
    const [trainer, marker] = [await trainerOf(test, course), await createMarker(test)];
    const essay = await writeEssay(test, course);
    await give(trainer, taskOf(essay), 500);
    expect((await give(marker, taskOf(essay), 1500)).body.settled).toBeNull();
    expect((await resultOf(essay)).status).toBe('marking');
    for (const client of [trainer, marker]) {
      expect((await client.get(`/marking?courseId=${course.id}`)).body.total).toBe(0);
      expect((await client.get(taskOf(essay))).body).toMatchObject({ isDecider: false, marksNeeded: 3 });
    }
    const third = await createMarker(test, 'Người Thứ Ba');
    const waiting = (await third.get(`/marking?courseId=${course.id}`)).body.items[0];
    expect(waiting).toMatchObject({ isDecider: true, marksGiven: 2, marksNeeded: 3 });
    expect((await third.get(taskOf(essay))).body.marks).toHaveLength(2);
    const { body } = await give(third, taskOf(essay), 1700, 'Quyết định.');
    expect(body).toMatchObject({ settled: { points: 1700, by: 'decider' }, isDecider: true });
    expect((await resultOf(essay)).points).toBe(2700);
    expect(await criteriaOf(essay)).toEqual([{ title: 'Ý', points: 1700, possiblePoints: 2000 }]);
    expect((await marker.get(taskOf(essay))).body.marks).toHaveLength(1);
  });

  it('lose no mark and take none too many when everybody marks at once', async () => {
    const course = await essayCourse(test, { markers: 2, markGapPercent: 100 });
    const people = await Promise.all([1, 2, 3, 4].map(() => createMarker(test)));
    const essay = await writeEssay(test, course);
    const answers = await Promise.all(people.map((client) => give(client, taskOf(essay), 1000)));
    const codes = answers.map(({ body }) => body.code ?? 'taken').sort();
    expect(codes).toEqual(['marking.done', 'marking.done', 'taken', 'taken']);
    expect((await resultOf(essay)).points).toBe(2000);
    const single = await writeEssay(test, await essayCourse(test));
    const alone = await Promise.all(people.map((client) => give(client, taskOf(single), 1000)));
    expect(alone.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('of one attempt are settled one by one, and only the last gives the mark', async () => {
    const course = await essayCourse(test, {}, 2);
    const trainer = await trainerOf(test, course);
    const essay = await writeEssay(test, course);
    expect((await trainer.get('/marking')).body.total).toBe(2);
    const { body } = await give(trainer, taskOf(essay, 0), 2000);
    expect(body.nextTask).toEqual({ attemptId: essay.attemptId, questionId: essay.essayIds[1] });
    expect((await resultOf(essay)).status).toBe('marking');
    await give(trainer, taskOf(essay, 1), 1000);
    expect(await resultOf(essay)).toMatchObject({ status: 'marked', points: 4000 });
  });

  it('show nothing of their marks where the rule keeps the feedback back', async () => {
    const course = await essayCourse(test, { feedback: 'never' });
    const essay = await writeEssay(test, course);
    await give(await trainerOf(test, course), taskOf(essay), 1500, 'Khá.');
    expect(await resultOf(essay)).toMatchObject({ status: 'marked', points: 2500 });
    expect(await criteriaOf(essay)).toEqual([]);
  });

  it('without a word need no marker', async () => {
    const course = await essayCourse(test);
    const essay = await writeEssay(test, course, '');
    expect((await (await trainerOf(test, course)).get('/marking')).body.total).toBe(0);
    expect(await resultOf(essay)).toMatchObject({ status: 'marked', points: 1000, hasPassed: false });
  });

  it('that arrive changed are marked anew, by the same person too', async () => {
    const course = await essayCourse(test);
    const trainer = await trainerOf(test, course);
    const essay = await writeEssay(test, course);
    await give(trainer, taskOf(essay), 0);
    // As a late answer leaves it: another text takes the mark of the old one away.
    await test.database.source.query(
      "UPDATE attempt_answer SET text = 'Bài khác.', points = NULL WHERE attempt_id = $1 AND question_id = $2",
      [essay.attemptId, essay.essayIds[0]],
    );
    await test.database.source.query(
      `UPDATE attempt SET marked_at = NULL, points = NULL, has_passed = NULL, result = jsonb_set(result, '{pending}', $2) WHERE id = $1`,
      [essay.attemptId, JSON.stringify(essay.essayIds)],
    );
    expect((await trainer.get('/marking')).body.items[0]).toMatchObject({ words: 2, marksGiven: 0 });
    expect((await give(trainer, taskOf(essay), 2000)).body.settled).toEqual({ points: 2000, by: 'single' });
    expect((await resultOf(essay)).points).toBe(3000);
    // The mark of the text that it no longer is stays out of it.
    expect(await criteriaOf(essay)).toEqual([{ title: 'Ý', points: 2000, possiblePoints: 2000 }]);
  });
});
