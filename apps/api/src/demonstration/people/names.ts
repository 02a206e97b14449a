// Names for demonstration people, drawn from lists of common Vietnamese names of several peoples. Nobody real is meant.
import type { Random } from '@onetouch/domain';

interface NameSet {
  family: readonly string[];
  women: readonly string[];
  men: readonly string[];
}

/** Kinh names, and those of peoples who live in the north-west. */
const lowland: NameSet = {
  family: [
    'Nguyễn',
    'Trần',
    'Lê',
    'Phạm',
    'Hoàng',
    'Phan',
    'Vũ',
    'Đặng',
    'Bùi',
    'Đỗ',
    'Hồ',
    'Ngô',
    'Dương',
    'Lý',
    'Đinh',
    'Cao',
    'Huỳnh',
    'Võ',
  ],
  women: [
    'Thị Lan',
    'Thị Thu Hà',
    'Thị Minh Hòa',
    'Ngọc Ánh',
    'Thị Hồng Nhung',
    'Thanh Thủy',
    'Thị Kim Oanh',
    'Thị Xuân',
    'Bích Ngọc',
    'Thị Diệu Linh',
    'Phương Thảo',
    'Thị Mai',
    'Quỳnh Như',
    'Thị Yến',
  ],
  men: [
    'Văn Bảo',
    'Đức Mạnh',
    'Quốc Khánh',
    'Văn Thái',
    'Minh Tuấn',
    'Hữu Nghĩa',
    'Văn Hùng',
    'Công Thành',
    'Xuân Trường',
    'Thanh Tùng',
    'Đình Phúc',
    'Văn Long',
    'Trọng Nhân',
    'Anh Dũng',
  ],
};
const highland: NameSet = {
  family: [
    'Giàng',
    'Lò',
    'Sùng',
    'Triệu',
    'Bàn',
    'Tẩn',
    'Lù',
    'Nông',
    'Vàng',
    'Hoàng',
    'Lý',
    'Má',
    'Thào',
    'Chảo',
  ],
  women: [
    'Thị Mỷ',
    'Thị Xuân',
    'Mùi Pham',
    'Thị Dợ',
    'Thị Hạnh',
    'Thị Say',
    'Lở Mẩy',
    'Thị Ế',
    'Thị Sua',
    'Thị Pà',
  ],
  men: ['A Sử', 'Văn Inh', 'Văn Thiệp', 'A Páo', 'Seo Chứ', 'A Lềnh', 'Văn Ún', 'Láo Sì', 'A Dế', 'Văn Bưu'],
};

function pick<T>(items: readonly T[], random: Random): T {
  const item = items[random() % items.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}

/** A full name; `highlandShare` is the share of highland names in percent. */
export function makeName(random: Random, highlandShare: number): string {
  const set = random() % 100 < highlandShare ? highland : lowland;
  return `${pick(set.family, random)} ${pick(random() % 2 ? set.women : set.men, random)}`;
}
