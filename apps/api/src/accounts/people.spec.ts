import { describe, expect, it } from '@jest/globals';
import type { PersonRow, Role } from '@onetouch/contract';
import { type Client, useTestApp } from '../../test/app.js';
import { createOrganisation, createPerson } from '../../test/factories.js';

describe('people', () => {
  const test = useTestApp();

  async function search(client: Client, query: Record<string, string | number> = {}): Promise<PersonRow[]> {
    const response = await client.get('/people').query(query);
    expect(response.status).toBe(200);
    return response.body.items;
  }
  const staff = async (role: Role, scope: { placeId?: string; organisationId?: string }) =>
    test.as(
      await createPerson(test, {
        fullName: 'Cán bộ Phụ trách',
        placeId: 'p34-01',
        roles: [{ role, ...scope }],
      }),
    );
  const names = (rows: PersonRow[]) => rows.map((row) => row.fullName);

  it('are found by name without accents, exact accents first, then by the last word in Vietnamese order', async () => {
    for (const fullName of [
      'Trần Đức Ánh',
      'Trần Dục Anh',
      'Trần Đức Ân',
      'Trần Đức Đạt',
      'Trần Đức Dũng',
      'Lê Ánh Trần Đức',
    ]) {
      await createPerson(test, { fullName, placeId: 'p34-04' });
    }
    const client = await staff('coordinator', { placeId: 'p34-04' });
    expect(names(await search(client, { q: 'tran duc' }))).toEqual([
      'Trần Dục Anh',
      'Trần Đức Ánh',
      'Trần Đức Ân',
      'Trần Đức Dũng',
      'Trần Đức Đạt',
      'Lê Ánh Trần Đức',
    ]);
    expect(names(await search(client, { q: 'Trần Dục' }))[0]).toBe('Trần Dục Anh');
    expect(names(await search(client, { q: 'ANH' }))[0]).toBe('Trần Dục Anh');
  });

  it('are found by the whole e-mail or phone, not by a part of it, and both are shown masked', async () => {
    const email = 'ban.thi.xuan@laocai.example.test';
    const byEmail = await createPerson(test, { email, placeId: 'p34-15' });
    const byPhone = await createPerson(test, { placeId: 'p34-15' });
    await test.database.source.query(`UPDATE person SET email = NULL, phone = '+84911222333' WHERE id = $1`, [
      byPhone.id,
    ]);
    const client = await staff('coordinator', { placeId: 'p34-15' });
    const [row] = await search(client, { q: email.toUpperCase() });
    expect(row).toMatchObject({ id: byEmail.id, loginMasked: 'b***@laocai.example.test' });
    expect((await search(client, { q: '0911.222.333' }))[0]).toMatchObject({
      id: byPhone.id,
      loginMasked: '+84 *** *** 333',
    });
    expect(await search(client, { q: 'laocai.example' })).toEqual([]);
    expect(await search(client, { q: '911222' })).toEqual([]);
    expect(JSON.stringify(await search(client))).not.toContain(email);
  });

  it('are seen in the own province exactly, in the own organisation exactly, and by the country all', async () => {
    const organisation = await createOrganisation(test, { placeId: 'p34-22' });
    const mark = 'Dấu Riêng';
    const here = await createPerson(test, { fullName: `${mark} Đây`, placeId: 'p34-22' });
    const member = await createPerson(test, {
      fullName: `${mark} Kia`,
      placeId: 'p34-24',
      organisationId: organisation.id,
    });
    const nowhere = await createPerson(test, { fullName: `${mark} Không` });
    await test.database.source.query('UPDATE person SET place_id = NULL WHERE id = $1', [nowhere.id]);
    const seenBy = async (client: Client) => (await search(client, { q: mark })).map((row) => row.id).sort();
    expect(await seenBy(await staff('coordinator', { placeId: 'p34-22' }))).toEqual([here.id]);
    expect(await seenBy(await staff('admin', { placeId: 'p34-22' }))).toEqual([here.id]);
    expect(await seenBy(await staff('coordinator', { organisationId: organisation.id }))).toEqual([
      member.id,
    ]);
    expect(await seenBy(await staff('coordinator', { placeId: 'p34-44' }))).toEqual([]);
    expect(await seenBy(await staff('admin', { placeId: 'vn' }))).toEqual(
      [here.id, member.id, nowhere.id].sort(),
    );
  });

  it('are not seen more widely by a coordinator who teaches elsewhere', async () => {
    const stranger = await createPerson(test, { fullName: 'Người Nơi Khác', placeId: 'p34-52' });
    const roles = [
      { role: 'coordinator' as const, placeId: 'p34-51' },
      { role: 'trainer' as const, placeId: 'p34-52' },
    ];
    const client = await test.as(await createPerson(test, { placeId: 'p34-01', roles }));
    expect((await search(client)).map((row) => row.id)).not.toContain(stranger.id);
  });

  it('can be narrowed to a place within the scope and to a role', async () => {
    const place = 'p34-19';
    const [commune] = (await test.visitor.get('/places').query({ under: place, limit: 1 })).body.items;
    const trainer = await createPerson(test, {
      placeId: commune.id,
      roles: [{ role: 'trainer', placeId: place }],
    });
    const learner = await createPerson(test, { placeId: place });
    const client = await staff('coordinator', { placeId: place });
    const idsOf = async (query: Record<string, string>) =>
      (await search(client, query)).map((row) => row.id).sort();
    expect(await idsOf({})).toEqual([trainer.id, learner.id].sort());
    expect(await idsOf({ placeId: commune.id })).toEqual([trainer.id]);
    expect(await idsOf({ role: 'trainer' })).toEqual([trainer.id]);
    expect(await idsOf({ placeId: 'p34-01' })).toEqual([]);
    const [row] = await search(client, { role: 'trainer' });
    expect(row?.grants).toMatchObject([{ role: 'trainer', place: { id: place } }]);
  });

  it('come page by page without loss or doubling under equal names', async () => {
    const made = await Promise.all(
      Array.from({ length: 25 }, () =>
        createPerson(test, { fullName: 'Nguyễn Văn Trùng', placeId: 'p34-08' }),
      ),
    );
    const client = await staff('coordinator', { placeId: 'p34-08' });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const response = await client
        .get('/people')
        .query({ q: 'trùng', limit: 7, ...(cursor ? { cursor } : {}) });
      seen.push(...response.body.items.map((row: PersonRow) => row.id));
      cursor = response.body.next;
    }
    expect(seen).toEqual(made.map((person) => person.id).sort());
  });

  it('are not searched by trainers, learners and visitors, nor with a wrong shape', async () => {
    expect((await (await staff('trainer', { placeId: 'vn' })).get('/people')).status).toBe(403);
    expect((await (await test.as(await createPerson(test))).get('/people')).status).toBe(403);
    expect((await test.visitor.get('/people')).status).toBe(401);
    const client = await staff('coordinator', { placeId: 'p34-15' });
    for (const query of [
      { limit: 0 },
      { limit: 201 },
      { role: 'root' },
      { placeId: 'x' },
      { cursor: 'AAAA' },
      { q: 'x'.repeat(101) },
    ]) {
      expect((await client.get('/people').query(query)).body.code).toBe('request.invalid');
    }
  });
});
