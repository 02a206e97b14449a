// People made up for the tests of this room.
import type { Grant, Grantable, Me, PersonRow } from '@onetouch/contract';
import { laoCaiRef } from '../places/places.sample.js';

const id = (n: number) => `0190c8f0-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const longName = 'Nguyễn Phúc Công Tằng Tôn Nữ Hoàng Anh';

export const coordinator: Grant = {
  id: id(70),
  role: 'coordinator',
  place: laoCaiRef,
  organisation: null,
  grantedAt: '2026-11-01T02:00:00.000Z',
};
export const countryAdmin: Grant = {
  ...coordinator,
  id: id(71),
  role: 'admin',
  place: { id: 'vn', fullName: 'Việt Nam' },
};

export function me(wish: Partial<Me> = {}): Me {
  return {
    id: id(50),
    fullName: longName,
    email: 'anh@coquan.gov.vn',
    phone: null,
    audience: 'government',
    place: laoCaiRef,
    province: laoCaiRef,
    organisation: null,
    organisationName: 'Văn phòng Ủy ban',
    locale: 'vi',
    isDemonstration: false,
    grants: [],
    abilities: { author: false, coordinate: false, administer: false },
    ...wish,
  };
}

export const admin = me({
  grants: [countryAdmin],
  abilities: { author: true, coordinate: true, administer: true },
});

export const nothingToGrant: Grantable = { roles: [], places: [] };
/** As the server answers it to an admin of the country. */
export const grantable: Grantable = {
  roles: [
    { role: 'trainer', scopes: ['place', 'organisation'] },
    { role: 'coordinator', scopes: ['place', 'organisation'] },
    { role: 'admin', scopes: ['place'] },
  ],
  places: [{ id: 'vn', fullName: 'Việt Nam' }],
};

export function person(wish: Partial<PersonRow> = {}): PersonRow {
  return {
    id: id(60),
    fullName: 'Lý Thị Hoa',
    loginMasked: 'h***@coquan.gov.vn',
    audience: 'government',
    place: laoCaiRef,
    organisationName: '',
    isDemonstration: false,
    grants: [],
    ...wish,
  };
}
