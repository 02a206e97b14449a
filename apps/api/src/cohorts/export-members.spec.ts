import { describe, expect, it } from '@jest/globals';
import type { CohortMember } from '@onetouch/contract';
import { useTestApp } from '../../test/app.js';
import { createCohort } from '../../test/cohorts.js';
import { useMembers } from '../../test/members.js';

const test = useTestApp();
const { staff, addMember, list, fourMembers } = useMembers(test);

describe('made-up people among the members', () => {
  it('are marked in the list and in the file, and real ones are not', async () => {
    const cohort = await createCohort(test);
    await addMember(cohort, { fullName: 'Bàn Thị An' });
    const { person } = await addMember(cohort, { fullName: 'Cư Seo Mẫu' });
    const text = 'UPDATE person SET is_demonstration = true WHERE id = $1';
    await test.database.rows({ name: 'test.make-up', text }, [person.id]);
    const { items } = await list(cohort);
    expect(items.map((item: CohortMember) => [item.fullName, item.isDemonstration])).toEqual([
      ['Bàn Thị An', false],
      ['Cư Seo Mẫu', true],
    ]);
    const file = await staff.coordinator.get(`/cohorts/${cohort.id}/members.csv`);
    const notes = file.text.split('\r\n').map((line) => line.split(';').at(-1));
    expect(notes).toEqual(['Ghi chú', '', 'Tài khoản minh họa', '']);
  });
});

describe('the file of the members', () => {
  it('says everything in Vietnamese words and days, filtered as the list is', async () => {
    const { cohort, certificate } = await fourMembers();
    const { text } = await staff.coordinator
      .get(`/cohorts/${cohort.id}/members.csv`)
      .query({ order: 'desc' });
    expect(text.replace('\ufeff', '').split('\r\n')).toEqual([
      'STT;Họ và tên;Xã, phường;Tỉnh, thành phố;Đơn vị;Trạng thái;Số bước đã xong;Tổng số bước;Tiến độ (%);Học gần nhất;Ngày hoàn thành;Số chứng nhận;Ghi chú',
      `1;Ngô Thị Đào;;Tỉnh Lào Cai;;Đã có chứng nhận;3;3;100;;10/11/2026;${certificate.number};`,
      '2;Đỗ Văn Chín;Xã Hợp Thành;Tỉnh Lào Cai;Bưu điện;Đã hoàn thành;3;3;100;20/11/2026;20/11/2026;;',
      '3;Lò Thị Bình;Xã Hợp Thành;Tỉnh Lào Cai;Bưu điện;Đang học;1;3;33;21/11/2026;;;',
      '4;Giàng A Ân;Xã Bát Xát;Tỉnh Lào Cai;;Chưa bắt đầu;0;3;0;;;;',
      '',
    ]);
    const filtered = await staff.coordinator
      .get(`/cohorts/${cohort.id}/members.csv`)
      .query({ status: 'learning' });
    expect(filtered.text.split('\r\n')).toHaveLength(3);
  });

  it('disarms formulas and keeps quotes, semicolons and line breaks inside their cell', async () => {
    const cohort = await createCohort(test);
    const nasty = [
      '=HYPERLINK("http://x")',
      '+84',
      '-1',
      '@SUM(A1)',
      '\tTab',
      'Tên "kép"; hai\ndòng',
      '\uff1d1+1',
      "'=1",
    ];
    for (const [index, organisationName] of nasty.entries())
      await addMember(cohort, { fullName: `Người ${index}`, organisationName });
    const { text } = await staff.coordinator.get(`/cohorts/${cohort.id}/members.csv`);
    for (const cell of [
      `"'=HYPERLINK(""http://x"")"`,
      `'+84`,
      `'-1`,
      `'@SUM(A1)`,
      `"'\tTab"`,
      '"Tên ""kép""; hai\ndòng"',
      `'\uff1d1+1`,
      `'=1`,
    ]) {
      expect(text).toContain(`;Tỉnh Lào Cai;${cell};`);
    }
  });
});
