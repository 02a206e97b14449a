// What a certificate says, in Vietnamese, from the row as issued. No signature is claimed that nobody gave.
import { vietnamDate, vietnamDay } from '../../platform/vietnam-time.js';

/** Everything that a drawing needs. */
export interface DrawnCertificate {
  number: string;
  code: string;
  personName: string;
  courseTitle: { vi: string };
  issuerName: string;
  issuerPlace: string;
  minutes: number;
  completedAt: Date;
  issuedAt: Date;
  verifyUrl: string;
  revokedAt: Date | null;
  isDemonstration: boolean;
}

/** `45 phút`, `3 giờ`, `1 giờ 10 phút`. */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} phút`;
  return rest === 0 ? `${hours} giờ` : `${hours} giờ ${rest} phút`;
}

/** `Hà Nội, ngày 21 tháng 11 năm 2026`; a day or a month of one digit gets a zero only where it could be altered: days to 9, months 1 and 2. */
export function placeAndDate(place: string, time: Date): string {
  const { year, month, day } = vietnamDay(time);
  const dayWord = day < 10 ? `0${day}` : String(day);
  const monthWord = month < 3 ? `0${month}` : String(month);
  return `${place}, ngày ${dayWord} tháng ${monthWord} năm ${year}`;
}

/** The address of the checking page as people type it. */
export function checkAddress(verifyUrl: string): string {
  const { host, pathname } = new URL(verifyUrl);
  return host + pathname.replace(/\/[^/]*$/, '');
}

/** The fixed words. */
export const words = {
  issuerLabel: 'TỔ CHỨC CẤP CHỨNG NHẬN',
  heading: 'CHỨNG NHẬN',
  subheading: 'hoàn thành khóa học kỹ năng số',
  givenTo: 'Cấp cho',
  hasCompleted: 'đã hoàn thành khóa học',
  duration: 'Thời lượng',
  completedOn: 'Hoàn thành ngày',
  check: 'Kiểm tra chứng nhận',
  scan: 'Quét mã hoặc vào',
  electronic: 'Chứng nhận điện tử, kiểm tra bằng mã',
  revoked: 'ĐÃ THU HỒI',
  demonstration: 'BẢN MINH HỌA',
} as const;

/** `ngày 22/11/2026`. */
export function onDay(time: Date): string {
  return `ngày ${vietnamDate(time)}`;
}
