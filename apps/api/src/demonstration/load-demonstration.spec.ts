import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SessionStore } from '../accounts/session-store.js';
import { verifyPassword } from '../accounts/passwords.js';
import { useTestApp } from '../../test/app.js';
import { demonstrationFolder, demonstrationTools, type DemonstrationTools } from './demonstration-tools.js';
import { loadDemonstration } from './load-demonstration.js';

/** Every row of these tables, to see that a second loading changed nothing. */
const tables = ['person', 'consent', 'role_grant', 'organisation', 'file', 'course', 'course_version'];

// Its tests go on from one another: what the first has seen loaded is interrupted, revoked and at last made wrong.
describe('loading the demonstration', () => {
  const test = useTestApp();
  const folder = mkdtempSync(join(tmpdir(), 'onetouch-demonstration-'));
  const said: string[] = [];
  let tools: DemonstrationTools;

  const snapshot = async () => {
    const read = (table: string) =>
      test.database
        .pool()
        .query(`SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM ${table} t`);
    return Promise.all(tables.map(async (table) => [table, (await read(table)).rows[0].sum]));
  };
  const personOf = async (login: string) =>
    (
      await test.database
        .pool()
        .query('SELECT * FROM person WHERE email = $1', [`${login}@demo.onetouch.local`])
    ).rows[0];

  beforeAll(async () => {
    cpSync(join(demonstrationFolder, 'accounts.json'), join(folder, 'accounts.json'));
    cpSync(join(demonstrationFolder, '../../apps/api/test/fixtures/courses'), join(folder, 'courses'), {
      recursive: true,
    });
    tools = demonstrationTools(test.database.source, (line) => said.push(line), folder);
    await loadDemonstration(tools);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('publishes the courses with their files, owned by the trainer and issued by a centre of demonstration', async () => {
    const page = await test.visitor.get('/courses/khoa-nho');
    expect(page.body).toMatchObject({
      versionNumber: 1,
      isOpen: true,
      trainerName: 'Trần Quang Huy',
      issuerName: 'Trung tâm Đào tạo kỹ năng số (minh họa)',
    });
    const lesson = (await test.visitor.get(`/courses/khoa-nho/lessons/${page.body.outline[0].lessons[0].id}`))
      .body.lesson;
    const { file, captions } = lesson.blocks.find((block: { type: string }) => block.type === 'video');
    expect((await test.visitor.get(`/files/${file.hash}/${file.name}`)).headers['content-type']).toBe(
      'video/mp4',
    );
    expect((await test.visitor.get(`/files/${captions.hash}/${captions.name}`)).text).toContain('WEBVTT');
    expect(said).toEqual(['demonstration: 4 accounts made', 'demonstration: course khoa-nho published']);
  });

  it('makes an account for each role, with consent, marked as demonstration', async () => {
    const trainer = await personOf('giangvien');
    expect(trainer).toMatchObject({ is_demonstration: true, search_key: 'tran quang huy' });
    expect(await verifyPassword(trainer.password_hash, 'minhhoa2026')).toBe(true);
    const consents = await test.database
      .pool()
      .query(`SELECT purpose, given, channel FROM consent WHERE person_id = $1`, [trainer.id]);
    expect(consents.rows).toEqual([{ purpose: 'training-record', given: true, channel: 'demonstration' }]);
    const grantsOf = async (login: string) => {
      const token = await test.get(SessionStore).open((await personOf(login)).id, 'test');
      return (await test.get(SessionStore).actorOf(token))?.grants.map(({ role, placeId }) => [
        role,
        placeId,
      ]);
    };
    expect(await grantsOf('hocvien')).toEqual([]);
    expect(await grantsOf('giangvien')).toEqual([['trainer', 'p34-01']]);
    expect(await grantsOf('phutrach')).toEqual([['coordinator', 'p34-15']]);
    expect(await grantsOf('quantri.demo')).toEqual([['admin', 'vn']]);
  });

  it('lets the trainer open the course in the studio, with nothing missing and nothing changed', async () => {
    const client = await test.as(await personOf('giangvien'));
    const { items } = (await client.get('/studio/courses')).body;
    const draft = (await client.get(`/studio/courses/${items[0].id}`)).body;
    expect(draft).toMatchObject({ gaps: [], changes: [], course: { hasUnpublishedChanges: false } });
  });

  it('changes nothing when it is loaded again', async () => {
    const before = await snapshot();
    await loadDemonstration(tools);
    expect(await snapshot()).toEqual(before);
    expect(said).toHaveLength(2);
  });

  it('goes on where it was interrupted', async () => {
    const before = await snapshot();
    await test.database.pool().query('UPDATE course SET published_version_id = NULL');
    await test.database.pool().query('DELETE FROM course_version');
    await loadDemonstration(tools);
    expect((await test.visitor.get('/courses/khoa-nho')).status).toBe(200);
    expect((await snapshot()).filter(([table]) => table === 'person' || table === 'file')).toEqual(
      before.filter(([table]) => table === 'person' || table === 'file'),
    );
  });

  it('leaves a revoked grant revoked', async () => {
    const { id } = await personOf('phutrach');
    await test.database.pool().query('UPDATE role_grant SET revoked_at = now() WHERE person_id = $1', [id]);
    await loadDemonstration(tools);
    const { rows } = await test.database
      .pool()
      .query('SELECT revoked_at FROM role_grant WHERE person_id = $1', [id]);
    expect(rows.map((row) => row.revoked_at !== null)).toEqual([true]);
  });

  it('refuses an account that it knows nothing about', async () => {
    writeFileSync(
      join(folder, 'accounts.json'),
      JSON.stringify([{ role: 'Ai đó', login: 'aido@demo.onetouch.local', password: 'minhhoa2026' }]),
    );
    await expect(loadDemonstration(tools)).rejects.toThrow('of whom nothing is known');
  });
});
