interface DemoPerson {
  readonly phone: string;
  readonly name: string;
  readonly role: { readonly vi: string; readonly en: string };
  readonly note: { readonly vi: string; readonly en: string };
  /** Signs in with the password of the demonstration's staff and a second factor. */
  readonly isStaff?: boolean;
}

/** The invented people of the demonstration, in the order a morning meets them. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    phone: '+84900000001',
    name: 'Giáp Thị Lan',
    role: { vi: 'Hộ trồng na', en: 'Grower' },
    note: {
      vi: 'Báo mai có bao nhiêu na, đăng lô, trả lời lời hỏi mua.',
      en: 'Report tomorrow’s harvest, list a lot, answer an offer.',
    },
  },
  {
    phone: '+84900000002',
    name: 'Thân Văn Hùng',
    role: { vi: 'Thương lái', en: 'Trader' },
    note: {
      vi: 'Đặt 5 tấn na và xem gom từ những hộ nào, giá về kho bao nhiêu.',
      en: 'Order five tonnes and see who fills them, at what landed price.',
    },
  },
  {
    phone: '+84900000006',
    name: 'Trần Thị Mai',
    role: { vi: 'Hợp tác xã', en: 'Cooperative' },
    note: {
      vi: 'Báo số và trả lời thay hộ thành viên.',
      en: 'Report and answer for member households.',
    },
  },
  {
    phone: '+84900000003',
    name: 'Vi Văn Tú',
    role: { vi: 'Tài xế', en: 'Driver' },
    note: {
      vi: 'Nhận chuyến, xin giấy phép, cân hàng tại từng nhà.',
      en: 'Take a run, get its permit, weigh at each gate.',
    },
  },
  {
    phone: '+84900000004',
    isStaff: true,
    name: 'Đỗ Quang Minh',
    role: { vi: 'Cán bộ chốt', en: 'Checkpoint officer' },
    note: {
      vi: 'Bắt đầu ca rồi tắt mạng, quét giấy phép.',
      en: 'Start a shift, switch the network off, scan a permit.',
    },
  },
  {
    phone: '+84900000005',
    isStaff: true,
    name: 'Hoàng Thu Hà',
    role: { vi: 'Phòng Nông nghiệp', en: 'Agriculture office' },
    note: {
      vi: 'Xem kế hoạch, dự báo, đang bán, đã chốt, đã cân, chưa bán.',
      en: 'Watch planned, forecast, offered, committed, weighed and unsold.',
    },
  },
  {
    phone: '+84900000007',
    isStaff: true,
    name: 'Dương Thị Hằng',
    role: { vi: 'Cán bộ xã', en: 'Commune officer' },
    note: {
      vi: 'Báo số, đăng lô, gọi lại giúp các hộ xã Nghĩa Phương.',
      en: 'Report, offer and call back for the households of Nghĩa Phương.',
    },
  },
  {
    phone: '+84900000009',
    isStaff: true,
    name: 'Lê Minh Khoa',
    role: { vi: 'Quản trị', en: 'Administrator' },
    note: { vi: 'Xem bộ quy định đang có hiệu lực.', en: 'See the rule packs in force.' },
  },
];
