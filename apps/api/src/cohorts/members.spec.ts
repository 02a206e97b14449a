import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CohortDetail, CohortMember, Funnel } from '@onetouch/contract';
import { type Client, useTestApp } from '../../test/app.js';
import { addToCohort, createCohort } from '../../test/cohorts.js';
import { createEnrolment } from '../../test/enrolments.js';
import { createPerson } from '../../test/factories.js';

const test = useTestApp();
const hopThanh = 'c-02680';
const batXat = 'c-02683';
let coordinator: Client;
let admin: Client;

beforeAll(async () => {
  test.clock.set('2026-11-21T02:41:00.000Z');
  coordinator = await test.as(
    await createPerson(test, { roles: [{ role: 'coordinator', placeId: 'p34-15' }] }),
  );
  admin = await test.as(await createPerson(test, { roles: [{ role: 'admin' }] }));
});

interface MemberWish {
  fullName: string;
  placeId?: string;
  organisationName?: string;
  startedAt?: string;
  completedAt?: string;
  stepsDone?: number;
}

type Cohort = Awaited<ReturnType<typeof createCohort>>;

async function addMember(
  cohort: Cohort,
  { fullName, placeId = hopThanh, organisationName = '', ...state }: MemberWish,
) {
  const person = await createPerson(test, { fullName, placeId, organisationName });
  await addToCohort(test, cohort.id, [person.id]);
  const date = (time: string | undefined) => (time === undefined ? null : new Date(time));
  const enrolmentId = await createEnrolment(
    test,
    { personId: person.id, course: cohort.course },
    {
      startedAt: date(state.startedAt),
      completedAt: date(state.completedAt),
      ...(state.stepsDone === undefined ? {} : { stepsDone: state.stepsDone }),
    },
  );
  return { person, enrolmentId };
}

async function noteActivity(enrolmentId: string, kind: 'lesson' | 'attempt', at: string) {
  const text =
    kind === 'lesson'
      ? `INSERT INTO lesson_progress (enrolment_id, lesson_id, state, started_at, updated_at) VALUES ($1, gen_random_uuid(), '{}', $2, $2)`
      : `WITH drawn AS (
          INSERT INTO paper (version_id, lesson_id, seed, paper, question_ids, created_at)
          SELECT version_id, gen_random_uuid(), 's', '{}', '{}', $2 FROM enrolment WHERE id = $1 RETURNING *)
         INSERT INTO attempt (enrolment_id, person_id, version_id, lesson_id, number, paper_id, rule, needed_points, possible_points, started_at, submitted_at)
         SELECT e.id, e.person_id, e.version_id, drawn.lesson_id, 1, drawn.id, '{}', 1, 1, $2::timestamptz - interval '1 minute', $2
         FROM enrolment e, drawn WHERE e.id = $1`;
  await test.database.rows({ name: `test.activity-${kind}`, text }, [enrolmentId, at]);
}

async function claim(personId: string, enrolmentId: string): Promise<{ id: string; number: string }> {
  return (await (await test.as({ id: personId })).post(`/enrolments/${enrolmentId}/certificate`)).body;
}

const list = async (cohort: Cohort, query: object = {}) =>
  (await coordinator.get(`/cohorts/${cohort.id}/members`).query(query)).body;
const names = (body: { items: CohortMember[] }) => body.items.map((item) => item.fullName);

/** Four members, one in each status. */
async function fourMembers() {
  const cohort = await createCohort(test);
  await addMember(cohort, { fullName: 'Giàng A Ân', placeId: batXat });
  const learning = await addMember(cohort, {
    fullName: 'Lò Thị Bình',
    startedAt: '2026-11-03T00:00:00Z',
    stepsDone: 1,
    organisationName: 'Bưu điện',
  });
  const completed = await addMember(cohort, {
    fullName: 'Đỗ Văn Chín',
    completedAt: '2026-11-19T20:00:00Z',
    organisationName: 'Bưu điện',
  });
  const certified = await addMember(cohort, {
    fullName: 'Ngô Thị Đào',
    completedAt: '2026-11-10T03:00:00Z',
    placeId: 'p34-15',
  });
  await noteActivity(learning.enrolmentId, 'lesson', '2026-11-20T17:30:00.123456Z');
  await noteActivity(completed.enrolmentId, 'attempt', '2026-11-19T20:00:00Z');
  await noteActivity(completed.enrolmentId, 'lesson', '2026-11-18T20:00:00Z');
  const certificate = await claim(certified.person.id, certified.enrolmentId);
  return { cohort, certificate, completed };
}

describe('the figures of a cohort', () => {
  const check = (funnel: Funnel) => {
    expect(funnel.enrolled).toBeGreaterThanOrEqual(funnel.started);
    expect(funnel.started).toBeGreaterThanOrEqual(funnel.completed);
    expect(funnel.completed).toBeGreaterThanOrEqual(funnel.certified);
  };
  const steps = ['enrolled', 'started', 'completed', 'certified'] as const;
  const sum = (parts: { funnel: Funnel }[]) =>
    steps.map((step) => parts.reduce((total, { funnel }) => total + funnel[step], 0));

  it('are a funnel that never widens, and its parts sum to the whole', async () => {
    const { cohort } = await fourMembers();
    const { body } = await coordinator.get(`/cohorts/${cohort.id}`);
    const detail = body as CohortDetail;
    expect(detail.funnel).toEqual({ enrolled: 4, started: 3, completed: 2, certified: 1 });
    expect(sum(detail.byCommune)).toEqual([4, 3, 2, 1]);
    expect(sum(detail.byOrganisation)).toEqual([4, 3, 2, 1]);
    expect(detail.byCommune.map((part) => part.ref?.fullName)).toEqual([
      'Xã Hợp Thành',
      'Tỉnh Lào Cai',
      'Xã Bát Xát',
    ]);
    expect(detail.byOrganisation.map((part) => [part.name, part.funnel.enrolled])).toEqual([
      ['', 2],
      ['Bưu điện', 2],
    ]);
    [detail.funnel, ...detail.byCommune.map((part) => part.funnel)].forEach(check);
    const row = (await coordinator.get('/cohorts').query({ limit: 200 })).body.items.find(
      (item: { id: string }) => item.id === cohort.id,
    );
    expect(row.funnel).toEqual(detail.funnel);
  });

  it('gather those without a place under none', async () => {
    const cohort = await createCohort(test);
    const { person } = await addMember(cohort, { fullName: 'Không Nơi Ở' });
    await test.database.rows({ name: 'test.move', text: 'UPDATE person SET place_id = NULL WHERE id = $1' }, [
      person.id,
    ]);
    const { body } = await coordinator.get(`/cohorts/${cohort.id}`);
    expect(body.byCommune).toEqual([
      { ref: null, funnel: { enrolled: 1, started: 0, completed: 0, certified: 0 } },
    ]);
    expect((await list(cohort)).items[0].place).toBeNull();
  });

  it('do not count a certificate that was revoked', async () => {
    const { cohort, certificate } = await fourMembers();
    await admin.post(`/certificates/${certificate.id}/revocation`).send({ reason: 'Cấp nhầm' });
    const { body } = await coordinator.get(`/cohorts/${cohort.id}`);
    expect(body.funnel).toEqual({ enrolled: 4, started: 3, completed: 2, certified: 0 });
    const members = await list(cohort, { status: 'completed' });
    expect(members.items.map((item: CohortMember) => item.certificateNumber)).toEqual([null, null]);
  });
});

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
      expect((await coordinator.get(`/cohorts/${cohort.id}/members`).query(query)).status).toBe(400);
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
    const file = await coordinator.get(`/cohorts/${cohort.id}/members.csv`).responseType('blob');
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

describe('made-up people among the members', () => {
  it('are marked in the list and in the file, and real ones are not', async () => {
    const cohort = await createCohort(test);
    await addMember(cohort, { fullName: 'Bàn Thị An' });
    const { person } = await addMember(cohort, { fullName: 'Cư Seo Mẫu' });
    const text = 'UPDATE person SET is_demonstration = true WHERE id = $1';
    await test.database.rows({ name: 'test.make-up', text }, [person.id]);
    const { items } = await list(cohort);
    expect(items.map((item: CohortMember) => [item.fullName, item.isDemonstration])).toEqual([
      ['Bàn Thị An', false],
      ['Cư Seo Mẫu', true],
    ]);
    const file = await coordinator.get(`/cohorts/${cohort.id}/members.csv`);
    const notes = file.text.split('\r\n').map((line) => line.split(';').at(-1));
    expect(notes).toEqual(['Ghi chú', '', 'Tài khoản minh họa', '']);
  });
});

describe('the file of the members', () => {
  it('says everything in Vietnamese words and days, filtered as the list is', async () => {
    const { cohort, certificate } = await fourMembers();
    const { text } = await coordinator.get(`/cohorts/${cohort.id}/members.csv`).query({ order: 'desc' });
    expect(text.replace('\ufeff', '').split('\r\n')).toEqual([
      'STT;Họ và tên;Xã, phường;Tỉnh, thành phố;Đơn vị;Trạng thái;Số bước đã xong;Tổng số bước;Tiến độ (%);Học gần nhất;Ngày hoàn thành;Số chứng nhận;Ghi chú',
      `1;Ngô Thị Đào;;Tỉnh Lào Cai;;Đã có chứng nhận;3;3;100;;10/11/2026;${certificate.number};`,
      '2;Đỗ Văn Chín;Xã Hợp Thành;Tỉnh Lào Cai;Bưu điện;Đã hoàn thành;3;3;100;20/11/2026;20/11/2026;;',
      '3;Lò Thị Bình;Xã Hợp Thành;Tỉnh Lào Cai;Bưu điện;Đang học;1;3;33;21/11/2026;;;',
      '4;Giàng A Ân;Xã Bát Xát;Tỉnh Lào Cai;;Chưa bắt đầu;0;3;0;;;;',
      '',
    ]);
    const filtered = await coordinator.get(`/cohorts/${cohort.id}/members.csv`).query({ status: 'learning' });
    expect(filtered.text.split('\r\n')).toHaveLength(3);
  });

  it('disarms formulas and keeps quotes, semicolons and line breaks inside their cell', async () => {
    const cohort = await createCohort(test);
    const nasty = [
      '=HYPERLINK("http://x")',
      '+84',
      '-1',
      '@SUM(A1)',
      '\tTab',
      'Tên "kép"; hai\ndòng',
      '\uff1d1+1',
      "'=1",
    ];
    for (const [index, organisationName] of nasty.entries())
      await addMember(cohort, { fullName: `Người ${index}`, organisationName });
    const { text } = await coordinator.get(`/cohorts/${cohort.id}/members.csv`);
    for (const cell of [
      `"'=HYPERLINK(""http://x"")"`,
      `'+84`,
      `'-1`,
      `'@SUM(A1)`,
      `"'\tTab"`,
      '"Tên ""kép""; hai\ndòng"',
      `'\uff1d1+1`,
      `'=1`,
    ]) {
      expect(text).toContain(`;Tỉnh Lào Cai;${cell};`);
    }
  });
});
