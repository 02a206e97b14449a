// What the drawn certificate says. A certificate is a Vietnamese document whatever language the page has, as its PDF is.

/** The fixed words. */
export const sheetWords = {
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

/** `Hà Nội, ngày 21 tháng 11 năm 2026`, with the zeros of official dates: days to 9, months 1 and 2. */
export function placeAndDate(place: string, date: string): string {
  const [day = '', month = '', year = ''] = date.split('/');
  return `${place}, ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

/** `45 phút`, `3 giờ`, `1 giờ 10 phút`. */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} phút`;
  return rest === 0 ? `${hours} giờ` : `${hours} giờ ${rest} phút`;
}

/** The address of the checking page as people type it. */
export function checkAddress(verifyUrl: string): string {
  const { host, pathname } = new URL(verifyUrl, location.origin);
  return host + pathname.replace(/\/[^/]*$/, '');
}

/** A letter size that shrinks for long text, as a share of the normal one. */
export function fitShare(text: string, comfortable: number): number {
  return Math.max(0.45, Math.min(1, comfortable / Math.max(1, text.length)));
}
