import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CohortMember } from '@onetouch/contract';
import { useTestApp } from '../../test/app.js';
import { batXat, hopThanh } from '../../test/cohort-people.js';
import { createCohort } from '../../test/cohorts.js';
import { type Cohort, useMembers } from '../../test/members.js';

const test = useTestApp();
const { staff, addMember, list, names, fourMembers } = useMembers(test);

describe('the members of a cohort', () => {
  it('show how far they are, with percent that is 100 only for the completed', async () => {
    const { cohort, certificate } = await fourMembers();
    const { items, total } = await list(cohort);
    expect(total).toBe(4);
    expect(items).toMatchObject([
      {
        fullName: 'Giàng A Ân',
        status: 'not-started',
        percent: 0,
        lastActivityAt: null,
        place: { id: batXat, fullName: 'Xã Bát Xát' },
      },
      {
        fullName: 'Lò Thị Bình',
        status: 'learning',
        steps: { done: 1, total: 3 },
        percent: 33,
        lastActivityAt: '2026-11-20T17:30:00.123Z',
      },
      {
        fullName: 'Đỗ Văn Chín',
        status: 'completed',
        percent: 100,
        completedAt: '2026-11-19T20:00:00.000Z',
        lastActivityAt: '2026-11-19T20:00:00.000Z',
        certificateNumber: null,
      },
      { fullName: 'Ngô Thị Đào', status: 'certified', certificateNumber: certificate.number },
    ]);
  });

  it('are rounded to 99 percent at most while something is open', async () => {
    const cohort = await createCohort(test);
    const { enrolmentId } = await addMember(cohort, {
      fullName: 'Gần Xong',
      startedAt: '2026-11-03T00:00:00Z',
    });
    await test.database.rows(
      { name: 'test.steps', text: 'UPDATE enrolment SET steps_done = 299, steps_total = 300 WHERE id = $1' },
      [enrolmentId],
    );
    expect((await list(cohort)).items[0].percent).toBe(99);
  });

  it('are filtered by words, status, place and organisation, and the total counts what is left', async () => {
    const { cohort } = await fourMembers();
    const filtered = async (query: object) => {
      const body = await list(cohort, query);
      expect(body.total).toBe(body.items.length);
      return names(body);
    };
    expect(await filtered({ q: 'do van' })).toEqual(['Đỗ Văn Chín']);
    expect(await filtered({ status: 'learning' })).toEqual(['Lò Thị Bình']);
    expect(await filtered({ status: 'certified' })).toEqual(['Ngô Thị Đào']);
    expect(await filtered({ placeId: hopThanh })).toEqual(['Lò Thị Bình', 'Đỗ Văn Chín']);
    expect(await filtered({ placeId: 'p34-15' })).toHaveLength(4);
    expect(await filtered({ placeId: 'p34-01' })).toEqual([]);
    expect(await filtered({ organisationName: 'Bưu điện', status: 'completed' })).toEqual(['Đỗ Văn Chín']);
    expect(await filtered({ organisationName: '' })).toEqual(['Giàng A Ân', 'Ngô Thị Đào']);
    expect(await filtered({ q: '_' })).toEqual([]);
  });

  it('stand in the order of Vietnamese names, of progress or of the last activity, both ways', async () => {
    const { cohort } = await fourMembers();
    const order = async (sort: string, way: string) =>
      names(await list(cohort, { sort, order: way })).map((name) => name.split(' ').at(-1));
    expect(await order('name', 'asc')).toEqual(['Ân', 'Bình', 'Chín', 'Đào']);
    expect(await order('name', 'desc')).toEqual(['Đào', 'Chín', 'Bình', 'Ân']);
    expect((await order('progress', 'asc')).slice(0, 2)).toEqual(['Ân', 'Bình']);
    expect((await order('progress', 'desc')).slice(2)).toEqual(['Bình', 'Ân']);
    expect((await order('last-activity', 'desc')).slice(0, 2)).toEqual(['Bình', 'Chín']);
    expect((await order('last-activity', 'asc')).slice(2)).toEqual(['Chín', 'Bình']);
  });

  it('put đ after d and the tones of one letter together, by the last word of the name', async () => {
    const cohort = await createCohort(test);
    for (const fullName of ['Lê Văn Đạt', 'Trần Dũng', 'An Ê', 'Bùi Ánh', 'Bùi Anh', 'Vũ Ân', 'Hồ Ăm'])
      await addMember(cohort, { fullName });
    expect(names(await list(cohort))).toEqual([
      'Bùi Anh',
      'Bùi Ánh',
      'Hồ Ăm',
      'Vũ Ân',
      'Trần Dũng',
      'Lê Văn Đạt',
      'An Ê',
    ]);
  });

  it('are refused with a cursor of another order, a forged one or a wrong filter', async () => {
    const { cohort } = await fourMembers();
    const { next } = await list(cohort, { limit: 1 });
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const id = '0192d3c4-0000-7000-8000-000000000000';
    for (const query of [
      { sort: 'progress', cursor: next },
      { cursor: forged(['a\u0000', id]) },
      { cursor: forged(['a', 'b']) },
      { sort: 'last-activity', cursor: forged(['0000-01-01T00:00:00Z', id]) },
      { sort: 'progress', cursor: forged([1e99, id]) },
      { sort: 'age' },
      { status: 'lost' },
      { placeId: 'x' },
      { limit: 0 },
    ]) {
      expect((await staff.coordinator.get(`/cohorts/${cohort.id}/members`).query(query)).status).toBe(400);
    }
  });
});

describe('four hundred members, many of the same name', () => {
  let cohort: Cohort;

  beforeAll(async () => {
    cohort = await createCohort(test, { name: 'Đợt 4, năm 2026: "cơ sở"' });
    const values = [hopThanh, cohort.course.id, cohort.course.versionId, cohort.id];
    const text = `WITH made AS (
        INSERT INTO person (full_name, search_key, sort_key, email, password_hash, audience, place_id)
        SELECT name, lower(name), split_part(name, ' ', 3) || ' ' || name, 'm' || n || '@members.example', '!', 'government', $1
        FROM generate_series(1, 400) n, LATERAL (SELECT (ARRAY['Lò Văn Bình', 'Lò Văn Ân', 'Lò Văn Đức'])[n % 3 + 1] AS name) AS named
        RETURNING id),
      learning AS (
        INSERT INTO enrolment (person_id, course_id, version_id, enrolled_at, started_at, steps_done, steps_total)
        SELECT id, $2, $3, now(), now(), row_number() OVER () % 4, 5 FROM made RETURNING id),
      active AS (
        INSERT INTO lesson_progress (enrolment_id, lesson_id, state, started_at, updated_at)
        SELECT id, gen_random_uuid(), '{}', now(), '2026-11-20T00:00:00Z'::timestamptz + (row_number() OVER () % 7) * interval '1 microsecond' FROM learning)
      INSERT INTO cohort_member (cohort_id, person_id, added_at) SELECT $4, id, now() FROM made`;
    await test.database.rows({ name: 'test.many', text }, values);
  });

  it.each(['name', 'progress', 'last-activity'])(
    'come in pages by %s, both ways, none lost and none twice',
    async (sort) => {
      const walks: string[][] = [];
      for (const order of ['asc', 'desc']) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const body = await list(cohort, { sort, order, limit: 37, ...(cursor ? { cursor } : {}) });
          expect(body.total).toBe(400);
          seen.push(...body.items.map((item: CohortMember) => item.personId));
          cursor = body.next ?? undefined;
        } while (cursor);
        expect([seen.length, new Set(seen).size]).toEqual([400, 400]);
        walks.push(seen);
      }
      expect(walks[1]).toEqual(walks[0]?.reverse());
    },
  );

  it('come as one file with a byte-order mark, semicolons and CRLF', async () => {
    const file = await staff.coordinator.get(`/cohorts/${cohort.id}/members.csv`).responseType('blob');
    expect(file.status).toBe(200);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''danh-sach-dot-4-nam-2026-co-so-2026-11-21.csv",
    );
    const bytes = file.body as Buffer;
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').split('\r\n');
    expect(lines).toHaveLength(402);
    expect(lines[1]).toBe(
      '1;Lò Văn Ân;Xã Hợp Thành;Tỉnh Lào Cai;;Đang học;' + (lines[1] ?? '').split(';').slice(6).join(';'),
    );
    expect(lines.slice(1, 401).map((line) => Number(line.split(';')[0]))).toEqual(
      Array.from({ length: 400 }, (_, index) => index + 1),
    );
    expect(bytes.toString('utf8')).not.toContain('@members.example');
  });
});
