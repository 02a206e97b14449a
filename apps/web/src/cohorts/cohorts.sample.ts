// A cohort and its members made up for the tests of this room.
import type { CohortDetail, CohortMember } from '@onetouch/contract';
import { hopThanh, laoCaiRef } from '../places/places.sample.js';

const id = (n: number) => `0190c8f0-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const cohortId = id(1);

export function cohort(wish: Partial<CohortDetail> = {}): CohortDetail {
  return {
    id: cohortId,
    name: 'Đợt 3/2026',
    courseId: id(2),
    courseSlug: 'mot-cua',
    courseTitle: { vi: 'Xử lý hồ sơ một cửa', en: 'One-stop files' },
    place: laoCaiRef,
    organisation: null,
    opensAt: '2026-09-13T17:00:00.000Z',
    closesAt: '2026-12-31T16:59:59.999Z',
    funnel: { enrolled: 3564, started: 3144, completed: 1925, certified: 1800 },
    byCommune: [
      {
        ref: { id: hopThanh.id, fullName: hopThanh.fullName },
        funnel: { enrolled: 3500, started: 3100, completed: 1900, certified: 1780 },
      },
      { ref: null, funnel: { enrolled: 64, started: 44, completed: 25, certified: 20 } },
    ],
    byOrganisation: [
      {
        name: 'Ủy ban nhân dân xã',
        funnel: { enrolled: 3564, started: 3144, completed: 1925, certified: 1800 },
      },
    ],
    evaluatedAt: '2026-11-21T02:41:00.000Z',
    abilities: { addMembers: true, removeMembers: true, export: true, edit: true },
    ...wish,
  };
}

export function member(wish: Partial<CohortMember> = {}): CohortMember {
  return {
    personId: id(10),
    fullName: 'Bàn Thị Xuân',
    place: { id: hopThanh.id, fullName: hopThanh.fullName },
    organisationName: '',
    isDemonstration: false,
    status: 'learning',
    steps: { done: 2, total: 16 },
    percent: 12,
    lastActivityAt: '2026-11-02T02:00:00.000Z',
    completedAt: null,
    certificateNumber: null,
    ...wish,
  };
}

/** A page of members. */
export function membersPage(items: CohortMember[], more: { next?: string; total?: number } = {}) {
  return { items, next: more.next ?? null, total: more.total ?? items.length };
}
