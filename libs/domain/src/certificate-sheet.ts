// What the paper of a certificate says, in Vietnamese whatever language a page has; the PDF and the page print the same. Knows
// no font and no time zone. No signature is claimed that nobody gave.

/** The fixed words. */
export const certificateWords = {
  issuerLabel: 'TỔ CHỨC CẤP CHỨNG NHẬN',
  heading: 'CHỨNG NHẬN',
  subheading: 'hoàn thành khóa học kỹ năng số',
  givenTo: 'Cấp cho',
  hasCompleted: 'đã hoàn thành khóa học',
  duration: 'Thời lượng',
  completedOn: 'Hoàn thành ngày',
  check: 'Kiểm tra chứng nhận',
  scan: 'Quét mã hoặc vào',
  code: 'Mã:',
  number: 'Số:',
  electronic: 'Chứng nhận điện tử, kiểm tra bằng mã',
  revoked: 'ĐÃ THU HỒI',
  demonstration: 'BẢN MINH HỌA',
} as const;

/** `45 phút`, `3 giờ`, `1 giờ 10 phút`. */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} phút`;
  return rest === 0 ? `${hours} giờ` : `${hours} giờ ${rest} phút`;
}

/**
 * `Hà Nội, ngày 21 tháng 11 năm 2026`. A zero stands only where a digit could be put before: days to 9, months 1 and 2
 * (Decree 30/2020/NĐ-CP, annex I, part II, section 4).
 */
export function placeAndDate(place: string, on: { year: number; month: number; day: number }): string {
  const day = String(on.day).padStart(2, '0');
  const month = on.month < 3 ? `0${on.month}` : String(on.month);
  return `${place}, ngày ${day} tháng ${month} năm ${on.year}`;
}
