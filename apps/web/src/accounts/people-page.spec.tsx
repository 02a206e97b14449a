// People and roles: granted with a scope, revoked with a way back, and only looked at by who may not grant.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { fakeServer, refusal } from '../../test/server.js';
import { placesFor } from '../places/places.sample.js';
import { setMe } from '../platform/session.js';
import { admin, coordinator, grantable, me, nothingToGrant, person } from './accounts.sample.js';
import * as page from './people-page.js';

const hoa = person({ grants: [coordinator] });
const people = { items: [hoa, person({ id: 'lan', fullName: 'Đinh Thị Lan' })], next: null };
let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  setMe(admin);
  server = fakeServer({
    'GET /people': () => ({ ...people, grantable }),
    'GET /places': ({ query }) => placesFor(query.get('q')),
    'POST /grants': () => coordinator,
    [`DELETE /grants/${coordinator.id}`]: () => undefined,
  });
});

const show = (at = '/quan-tri/nguoi') =>
  showPage({ at, path: '/quan-tri/nguoi', words: ['accounts', 'places'], module: page });

describe('people and roles', () => {
  it('asks for what the address names', async () => {
    await show('/quan-tri/nguoi?q=hoa&quyen=coordinator');
    expect(await screen.findByRole('rowheader', { name: /Lý Thị Hoa/ })).toBeVisible();
    const query = server.sent('GET', '/people')[0]?.query;
    expect([query?.get('q'), query?.get('role')]).toEqual(['hoa', 'coordinator']);
    expect(screen.getByRole('searchbox')).toHaveValue('hoa');
  });

  it('grants a role within a place of the own scope or below', async () => {
    await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Cấp quyền cho Đinh Thị Lan' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Cấp quyền cho Đinh Thị Lan' }));
    await userEvent.click(dialog.getByRole('radio', { name: /Cán bộ phụ trách/ }));
    const place = dialog.getByRole('combobox', { name: 'Tỉnh hoặc xã, phường' });
    await userEvent.click(place);
    expect(await dialog.findByRole('option', { name: 'Việt Nam' })).toBeVisible();
    await userEvent.type(place, 'hop');
    await userEvent.click(await dialog.findByRole('option', { name: /Xã Hợp Thành/ }));
    expect(place).toHaveValue('Xã Hợp Thành, Tỉnh Lào Cai');
    await userEvent.click(dialog.getByRole('button', { name: 'Cấp quyền' }));
    expect(await screen.findByText('Đã cấp quyền Cán bộ phụ trách đào tạo cho Đinh Thị Lan')).toBeVisible();
    expect(server.sent('POST', '/grants')[0]?.body).toEqual({
      personId: 'lan',
      role: 'coordinator',
      scope: { placeId: 'c-02680' },
    });
  });

  it('lets admins be made for places only', async () => {
    await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Cấp quyền cho Đinh Thị Lan' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Một cơ quan, tổ chức' }));
    await userEvent.click(screen.getByRole('radio', { name: /^Quản trị/ }));
    expect(screen.getByRole('radio', { name: 'Một địa phương' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'Một cơ quan, tổ chức' })).toBeDisabled();
  });

  it('offers the roles, kinds of scope and places that the server names, and no others', async () => {
    const own = { id: 'p34-15', fullName: 'Tỉnh Lào Cai' };
    const roles = [{ role: 'trainer', scopes: ['organisation'] }];
    server.answers['GET /people'] = () => ({ ...people, grantable: { roles, places: [own] } });
    server.answers['GET /organisations'] = () => ({ items: [], next: null });
    await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Cấp quyền cho Đinh Thị Lan' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getAllByRole('radio')).toHaveLength(3);
    await userEvent.click(dialog.getByRole('radio', { name: /^Giảng viên/ }));
    expect(dialog.getByRole('radio', { name: 'Một cơ quan, tổ chức' })).toBeChecked();
    expect(dialog.getByRole('radio', { name: 'Một địa phương' })).toBeDisabled();
    await userEvent.type(dialog.getByRole('combobox'), 'trung tam');
    await waitFor(() =>
      expect(server.sent('GET', '/organisations').at(-1)?.query.get('under')).toBe('p34-15'),
    );
  });

  it('says in the dialog why a role was not granted', async () => {
    server.answers['POST /grants'] = () => refusal(409, 'grant.exists');
    await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Cấp quyền cho Đinh Thị Lan' }));
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.click(dialog.getByRole('radio', { name: /Cán bộ phụ trách/ }));
    await userEvent.click(dialog.getByRole('combobox'));
    await userEvent.click(await dialog.findByRole('option', { name: 'Việt Nam' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Cấp quyền' }));
    expect(await dialog.findByText('Người này đã có quyền đó.')).toBeVisible();
  });

  it('revokes at once, and grants the same again when it is undone', async () => {
    await show();
    await userEvent.click(await screen.findByRole('button', { name: /Thu hồi quyền .* của Lý Thị Hoa/ }));
    expect(await screen.findByText('Đã thu hồi quyền Cán bộ phụ trách đào tạo của Lý Thị Hoa')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    await waitFor(() => expect(server.sent('POST', '/grants')).toHaveLength(1));
    expect(server.sent('POST', '/grants')[0]?.body).toEqual({
      personId: hoa.id,
      role: 'coordinator',
      scope: { placeId: 'p34-15' },
    });
  });

  it('says beside the role why it was not revoked', async () => {
    server.answers[`DELETE /grants/${coordinator.id}`] = () => refusal(409, 'grant.last-admin');
    await show();
    await userEvent.click(await screen.findByRole('button', { name: /Thu hồi quyền/ }));
    expect(await screen.findByText(/người quản trị cuối cùng/)).toBeVisible();
    expect(screen.queryByText(/Đã thu hồi/)).toBeNull();
  });

  it('is only looked at by a coordinator', async () => {
    setMe(me({ grants: [coordinator], abilities: { author: false, coordinate: true, administer: false } }));
    server.answers['GET /people'] = () => ({ ...people, grantable: nothingToGrant });
    await show();
    expect(await screen.findByRole('rowheader', { name: /Lý Thị Hoa/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Cấp quyền|Thu hồi/ })).toBeNull();
  });

  it('offers to take the filters off when nobody is found', async () => {
    server.answers['GET /people'] = () => ({ items: [], next: null, grantable });
    const router = await show('/quan-tri/nguoi?q=zzz');
    await userEvent.click(await screen.findByRole('button', { name: 'Bỏ lọc' }));
    await waitFor(() => expect(router.state.location.search).toBe(''));
  });
});
