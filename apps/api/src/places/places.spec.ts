import { describe, expect, it } from '@jest/globals';
import type { Place } from '@onetouch/contract';
import { createOrganisation, createPerson } from '../../test/factories.js';
import { useTestApp } from '../../test/app.js';

describe('places', () => {
  const test = useTestApp();

  async function search(query: Record<string, string | number>): Promise<Place[]> {
    const response = await test.visitor.get('/places').query(query);
    expect(response.status).toBe(200);
    return response.body.items;
  }
  const ids = (items: Place[]) => items.map((item) => item.id);

  it('are found by name with and without accents, provinces before communes', async () => {
    for (const q of ['Lào Cai', 'lao cai', 'LAO CAI', 'Tỉnh Lào Cai', '  lào   cai ']) {
      expect((await search({ q }))[0]).toMatchObject({
        id: 'p34-15',
        fullName: 'Tỉnh Lào Cai',
        successor: null,
        province: null,
      });
    }
  });

  it('are found by an old name, which leads to the province of today', async () => {
    expect((await search({ q: 'Bắc Giang' }))[0]).toMatchObject({
      id: 'p63-24',
      validTo: '2025-06-30',
      successor: { id: 'p34-24', fullName: 'Tỉnh Bắc Ninh' },
    });
    for (const q of ['Hoà Bình', 'Hòa Bình', 'hoa binh']) {
      expect((await search({ q }))[0]).toMatchObject({ id: 'p63-17', successor: { id: 'p34-25' } });
    }
    expect((await search({ q: 'bình dương' }))[0]).toMatchObject({
      id: 'p63-74',
      successor: { id: 'p34-79' },
    });
  });

  it.each(['tp hcm', 'TP.HCM', 'TPHCM', 'hồ chí minh', 'Ho Chi Minh City'])(
    'are found by the everyday name %s',
    async (q) => {
      expect((await search({ q }))[0]?.id).toBe('p34-79');
    },
  );

  it('show a province that kept its name once', async () => {
    const found = await search({ q: 'Hà Nội', level: 'province' });
    expect(ids(found)).toEqual(['p34-01']);
  });

  it('rank what begins with the words before what contains them, and exact accents first', async () => {
    const found = await search({ q: 'Hà', level: 'province', limit: 500 });
    const names = found.map((item) => item.name);
    const ranks = names.map((name) => (name.startsWith('Hà ') ? 0 : /^h[aàảạâậ]/i.test(name) ? 1 : 2));
    expect(new Set(ranks)).toEqual(new Set([0, 1, 2]));
    expect(ranks).toEqual([...ranks].sort());
  });

  it.each([
    ['Yên Thổ', 'Xã Yên Thổ'],
    ['yên thọ', 'Xã Yên Thọ'],
    ['Trà Linh', 'Xã Trà Linh'],
    ['trà lĩnh', 'Xã Trà Lĩnh'],
    ['phục hòa', 'Xã Phục Hoà'],
    ['phúc hoà', 'Xã Phúc Hoà'],
  ])(
    'of two that differ by their accents alone show the one that was written first: %s',
    async (q, first) => {
      const found = await search({ q, level: 'commune' });
      expect(found.length).toBeGreaterThan(1);
      expect(found[0]?.fullName).toBe(first);
    },
  );

  it('of a commune say their province, because commune names repeat', async () => {
    const found = await search({ q: 'Hợp Thành', level: 'commune' });
    expect(found.length).toBeGreaterThan(1);
    expect(found.every((item) => item.province !== null)).toBe(true);
    expect((await search({ q: 'hop thanh lao cai' }))[0]).toMatchObject({
      name: 'Hợp Thành',
      province: { id: 'p34-15' },
    });
  });

  it('can be confined to a province, to a province of before by its successor, and to a level', async () => {
    const inLaoCai = await search({ under: 'p34-15', limit: 500 });
    expect(inLaoCai.length).toBeGreaterThan(90);
    expect(inLaoCai.every((item) => item.province?.id === 'p34-15')).toBe(true);
    const inYenBai = await search({ under: 'p63-15', limit: 500 });
    expect(ids(inYenBai)).toEqual(ids(inLaoCai));
    expect(await search({ under: 'p34-15', level: 'province' })).toEqual([]);
    expect(ids(await search({ level: 'country' }))).toEqual(['vn']);
  });

  it('without words are the units of today only', async () => {
    const found = await search({ level: 'province', limit: 500 });
    expect(found).toHaveLength(34);
    expect(found.every((item) => item.validTo === null)).toBe(true);
  });

  it.each(['%', '_', '\\', '...', '|', "'; DROP TABLE place; --", 'ạ'.repeat(100)])(
    'answer the odd words %s without harm',
    async (q) => {
      expect((await search({ q })).length).toBeLessThanOrEqual(20);
    },
  );

  it('refuse words that are too long, unknown levels and limits', async () => {
    for (const query of [
      { q: 'a'.repeat(101) },
      { level: 'district' },
      { limit: '501' },
      { under: 'p34-1' },
    ]) {
      const response = await test.visitor.get('/places').query(query);
      expect([response.status, response.body.code]).toEqual([400, 'request.invalid']);
    }
  });

  it('list both lists of provinces in Vietnamese order, Đ behind D', async () => {
    const today = (await test.visitor.get('/provinces')).body.items as Place[];
    const before = (await test.visitor.get('/provinces?list=63')).body.items as Place[];
    expect([today.length, before.length]).toEqual([34, 63]);
    const names = today.map((item) => item.name);
    expect(names.slice(0, 5)).toEqual(['An Giang', 'Bắc Ninh', 'Cà Mau', 'Cao Bằng', 'Cần Thơ']);
    const sorted = [...names].sort(new Intl.Collator('vi').compare);
    expect(names).toEqual(sorted);
    expect(names.indexOf('Đà Nẵng')).toBeLessThan(names.indexOf('Gia Lai'));
    expect(before.every((item) => item.successor !== null)).toBe(true);
  });

  it('can be read one by one, and an unknown one is not found', async () => {
    expect((await test.visitor.get('/places/c-00004')).body).toMatchObject({
      fullName: 'Phường Ba Đình',
      province: { id: 'p34-01' },
    });
    const unknown = await test.visitor.get('/places/c-99999');
    expect([unknown.status, unknown.body.code]).toEqual([404, 'place.not-found']);
    expect((await test.visitor.get('/places/districts')).status).toBe(400);
  });

  describe('and the organisations in them', () => {
    it('are found without accents within a place, page by page without loss under equal names', async () => {
      const name = 'Hợp tác xã Chè Suối Giàng';
      const made = await Promise.all(
        Array.from({ length: 5 }, () => createOrganisation(test, { name, placeId: 'p34-15' })),
      );
      await createOrganisation(test, { name, placeId: 'p34-24' });
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const response = await test.visitor
          .get('/organisations')
          .query({ q: 'che suoi giang', under: 'p34-15', limit: 2, ...(cursor ? { cursor } : {}) });
        expect(response.status).toBe(200);
        seen.push(...response.body.items.map((item: { id: string }) => item.id));
        cursor = response.body.next;
      }
      expect(seen).toEqual(made.map((organisation) => organisation.id).sort());
    });

    it('are found with exact accents first', async () => {
      await createOrganisation(test, { name: 'Trường Bấn', placeId: 'p34-22' });
      await createOrganisation(test, { name: 'Trường Bán', placeId: 'p34-22' });
      const first = async (q: string) =>
        (await test.visitor.get('/organisations').query({ q, under: 'p34-22' })).body.items[0].name;
      expect([await first('trường bấn'), await first('trường bán')]).toEqual(['Trường Bấn', 'Trường Bán']);
    });

    it('refuse a cursor that is none', async () => {
      for (const cursor of [
        'abc',
        Buffer.from('[9,"x"]').toString('base64url'),
        Buffer.from('{}').toString('base64url'),
      ]) {
        expect((await test.visitor.get('/organisations').query({ cursor })).body.code).toBe(
          'request.invalid',
        );
      }
    });

    const body = { name: 'Tổ công nghệ số Bản Phố', kind: 'community-team', placeId: 'c-02902' };

    it('are added by a coordinator of the place or above it', async () => {
      const coordinator = await createPerson(test, { roles: [{ role: 'coordinator', placeId: 'p34-15' }] });
      const communes = await search({ under: 'p34-15', limit: 1 });
      const placeId = communes[0]?.id;
      const response = await (await test.as(coordinator)).post('/organisations').send({ ...body, placeId });
      expect([response.status, response.body.place.id]).toEqual([200, placeId]);
      const found = await test.visitor.get('/organisations').query({ q: 'ban pho' });
      expect(found.body.items).toEqual([response.body]);
    });

    it('are one when the button is pressed many times at once', async () => {
      const admin = await test.as(await createPerson(test, { roles: [{ role: 'admin' }] }));
      for (let round = 0; round < 5; round += 1) {
        const send = () =>
          admin.post('/organisations').send({ ...body, name: `Nhiều lần ${round}`, placeId: 'p34-01' });
        const answers = await Promise.all(Array.from({ length: 6 }, send));
        expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill(200));
        expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
      }
    });

    it('are not added by a neighbour, a trainer, a learner, a visitor, or a coordinator of an organisation there', async () => {
      const organisation = await createOrganisation(test, { placeId: 'p34-15' });
      const roles = [
        { role: 'coordinator' as const, placeId: 'p34-24' },
        { role: 'trainer' as const },
        { role: 'coordinator' as const, organisationId: organisation.id },
      ];
      for (const role of roles) {
        const client = await test.as(await createPerson(test, { roles: [role] }));
        const response = await client.post('/organisations').send({ ...body, placeId: 'p34-15' });
        expect([response.status, response.body.code]).toEqual([403, 'access.denied']);
      }
      const learner = await test.as(await createPerson(test));
      expect((await learner.post('/organisations').send(body)).status).toBe(403);
      expect((await test.visitor.post('/organisations').send(body)).status).toBe(401);
    });

    it('are not added to an ended or unknown place, or with a wrong shape', async () => {
      const admin = await test.as(await createPerson(test, { roles: [{ role: 'admin' }] }));
      expect(
        (await admin.post('/organisations').send({ ...body, name: ' Hội \n Nông  dân ', placeId: 'p34-15' }))
          .body.name,
      ).toBe('Hội Nông dân');
      const codeFor = async (change: object) =>
        (await admin.post('/organisations').send({ ...body, ...change })).body.code;
      expect(await codeFor({ placeId: 'p63-24' })).toBe('place.not-current');
      expect(await codeFor({ placeId: 'c-99999' })).toBe('place.not-found');
      expect(await codeFor({ kind: 'band' })).toBe('request.invalid');
      expect(await codeFor({ name: 'x'.repeat(201) })).toBe('request.invalid');
      expect(await codeFor({ issuerCode: 'ABC' })).toBe('request.invalid');
    });
  });
});
