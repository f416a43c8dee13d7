// Every person, firm and cooperative of the demo is invented. Names are drawn from common Vietnamese
// name parts, the family names of the Lục Nam hills among them.

const words = (text: string): readonly string[] => text.split(' ');

export const FAMILY_NAMES = words(
  'Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Ngô Dương Giáp Thân Vi Leo Nông Hứa Trương Đào Lương Ngụy Tống Chu Đồng',
);

export const WOMEN = {
  middle: words('Thị Thị Thị Thu Ngọc Minh Thanh Bích Kim Hồng'),
  given: words(
    'An Bình Chi Cúc Dung Duyên Đào Gấm Giang Hà Hạnh Hằng Hiền Hoa Hòa Huệ Hương Khuyên Lan Lành Liên Loan Lý Mận Mến Minh Mơ Nga Ngân Nhàn Nhung Nụ Oanh Phương Quyên Sen Tâm Thảo Thắm Thoa Thơm Thủy Trang Tuyết Vân Xuân Yến',
  ),
};

export const MEN = {
  middle: words('Văn Văn Văn Đức Quang Xuân Hữu Đình Minh Ngọc'),
  given: words(
    'An Bắc Bằng Bình Chiến Công Cường Dũng Duy Đạt Điệp Định Đông Giang Hà Hải Hậu Hiếu Hòa Hoan Hùng Huy Khánh Khoa Kiên Lâm Lập Long Lợi Luân Mạnh Nam Nghĩa Phong Phúc Quân Quyết Sơn Tài Tân Thắng Thành Thịnh Toàn Trường Tú Tuấn Tùng Việt Vinh',
  ),
};

/** Cooperatives: name and commune of 2021. */
export const COOPERATIVES: readonly { readonly name: string; readonly communeCode: string }[] = [
  { name: 'HTX Na Sương Sớm', communeCode: '07486' },
  { name: 'HTX Nông sản Đồi Xanh', communeCode: '07504' },
  { name: 'HTX Vườn Đồi Phú Nông', communeCode: '07453' },
  { name: 'HTX Trái ngọt Hưng Nông', communeCode: '07450' },
  { name: 'HTX Cây ăn quả Bến Sông', communeCode: '07483' },
  { name: 'HTX Nông nghiệp Lan Phú', communeCode: '07495' },
  { name: 'HTX Khoai sọ Đất Bãi', communeCode: '07501' },
  { name: 'HTX Dưa sạch Ba Bờ', communeCode: '07480' },
];

/** A firm is called by one kind and one name. */
export const TRADER_FIRMS = {
  kinds: ['Công ty TNHH Nông sản', 'Hộ kinh doanh', 'Vựa trái cây', 'Công ty TNHH Thương mại'],
  names: [
    'Mùa Vàng',
    'Sớm Mai',
    'Nắng Đồi',
    'Gió Suối',
    'Hoa Rừng',
    'Lộc Vườn',
    'Đất Lành',
    'Trăng Rằm',
  ],
};

export const TRANSPORT_FIRMS = {
  kinds: ['Vận tải', 'Nhà xe', 'HTX Vận tải', 'Công ty TNHH Vận tải'],
  names: [
    'Đường Xa',
    'Cầu Mới',
    'Bốn Mùa',
    'Hướng Sáng',
    'Gió Ngàn',
    'Ven Sông',
    'Đèo Thông',
    'Bến Trăng',
  ],
};
