// What the writers of the demonstration exam wrote, and the marks given so far: every state in which an essay can wait. Invented, and pure.
import { admin, trainer } from './exam-plan.js';

export interface PlannedMark {
  by: string;
  /** In points, in the order of the rubric. */
  points: readonly number[];
  comment: string;
  /** After the end of the exam. */
  hours: number;
}

export interface PlannedEssay {
  text: string;
  marks: readonly PlannedMark[];
}

/** In the order of the seats; nobody has to mark the empty one. */
export const plannedEssays: readonly PlannedEssay[] = [
  {
    text: `Người dân xin cấp bản sao giấy khai sinh phải đi lại nhiều lần, nhất là người già ở hai tổ xa.
Tháng trước quầy 2 gạch sổ 60 hồ sơ liên tiếp, 23 hồ sơ phải quay lại ít nhất một lần.
Đến hết quý I năm sau, còn không quá 10 trên 60.
Xem lại 23 hồ sơ đó, 17 trường hợp thiếu giấy tờ để đối chiếu vì không ai báo trước. Đưa tờ ghi rõ giấy cần mang cho 10 người, cả 10 người nộp được ngay lần đầu.`,
    marks: [
      {
        ...{ by: trainer, points: [2, 2, 1, 0.5], hours: 2 },
        comment: 'Đủ bốn dòng, số rõ ràng. Nên ghi thêm ai đã thử lại nguyên nhân.',
      },
      {
        ...{ by: admin, points: [2, 1.5, 1, 1], hours: 4 },
        comment: 'Bỏ hết tên công cụ, bài toán vẫn đứng được. Cách đếm nên nói kỹ hơn.',
      },
    ],
  },
  {
    text: `Bà con tổ 5 và tổ 7 xin giấy xác nhận cho con đi học phải lên phường hai, ba lần.
Sổ tiếp dân tháng 9 có 48 lượt hỏi việc này, tôi đếm được 19 người đến lần thứ hai.
Muốn giảm còn 5 người mỗi tháng, bắt đầu từ tháng 1.
Theo tôi, nguyên nhân là bà con chưa đọc kỹ hướng dẫn dán ở bảng tin.`,
    marks: [
      {
        ...{ by: trainer, points: [1.5, 0.5, 0.5, 0], hours: 2 },
        comment: 'Có con số nhưng chưa nói cách đếm. Nguyên nhân mới là phỏng đoán.',
      },
      {
        ...{ by: admin, points: [2, 2, 1, 0], hours: 5 },
        comment: 'Nêu rõ người, việc và con số. Nguyên nhân chưa có bằng chứng.',
      },
    ],
  },
  {
    text: `Hộ kinh doanh ở chợ nộp hồ sơ trên mạng rồi vẫn phải lên quầy.
Ba tuần qua quầy 3 gạch sổ: 14 trên 35 hộ như vậy.
Đến hết tháng 3, còn không quá 4 hộ.
Hỏi lại cả 14 hộ, 12 hộ chụp ảnh giấy tờ bị mờ mà không biết. Nhờ 6 hộ chụp lại theo ảnh mẫu, cả 6 hồ sơ được nhận.`,
    marks: [
      { by: admin, points: [2, 2, 1, 1], hours: 5, comment: 'Rõ người, rõ số, đã thử lại nguyên nhân.' },
    ],
  },
  {
    text: `Phường cần một phần mềm quản lý hồ sơ hiện đại để phục vụ người dân tốt hơn. Hiện nay hồ sơ nhiều, cán bộ ít, người dân phải chờ lâu. Đề nghị bố trí kinh phí mua máy và tập huấn cho cán bộ trong năm tới.`,
    marks: [
      {
        ...{ by: trainer, points: [0.5, 0, 0, 0], hours: 3 },
        comment: 'Đây là kế hoạch mua sắm, chưa phải bài toán. Xem lại phần sửa câu yếu thành câu mạnh.',
      },
    ],
  },
  {
    text: `Người cao tuổi nhận trợ cấp ở tổ 2 phải ra phường hai lần: một lần hỏi lịch, một lần nhận.
Tôi đứng ở sảnh ba buổi sáng, 16 trong 27 cụ đến lần thứ hai.
Đến hết tháng 2, còn không quá 5 trong 27.
Lịch chi trả chỉ dán ở trụ sở. Gọi điện trước cho 8 cụ ở tổ 4, cả 8 cụ chỉ đi một lần.`,
    marks: [],
  },
  {
    text: `Người xin xác nhận nơi ở hay phải quay lại vì đến lúc cán bộ đi cơ sở. Đếm trong hai tuần được 11 người. Mong muốn là không ai phải quay lại nữa. Nguyên nhân do thiếu người trực và lịch trực chưa dán ở cửa.`,
    marks: [],
  },
  { text: '', marks: [] },
];
