// Places made up for tests: Lào Cai of today, Yên Bái that went into it, and a commune.
import type { Place } from '@onetouch/contract';

const province = {
  code: '15',
  level: 'province',
  nameEn: '',
  kind: 'province',
  province: null,
  validFrom: '2025-07-01',
  validTo: null,
  successor: null,
} as const;

export const laoCai: Place = { ...province, id: 'p34-15', name: 'Lào Cai', fullName: 'Tỉnh Lào Cai' };
export const laoCaiRef = { id: laoCai.id, fullName: laoCai.fullName };
const yenBai: Place = {
  ...province,
  id: 'p63-15',
  name: 'Yên Bái',
  fullName: 'Tỉnh Yên Bái',
  validFrom: '1991-10-01',
  validTo: '2025-06-30',
  successor: laoCaiRef,
};
export const hopThanh: Place = {
  ...province,
  id: 'c-02680',
  code: '02680',
  level: 'commune',
  kind: 'commune',
  name: 'Hợp Thành',
  fullName: 'Xã Hợp Thành',
  province: laoCaiRef,
};

/** Answers a search as the server would: by the first letters without accents. */
export function placesFor(q: string | null): { items: Place[]; next: null } {
  const words = q ?? '';
  const items = [laoCai, yenBai, hopThanh].filter(({ name }) =>
    name
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
      .startsWith(words),
  );
  return { items, next: null };
}
