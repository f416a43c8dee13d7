import { registerEnumType } from '@nestjs/graphql';
import { PERMIT_STEPS, type PermitState } from '../domain/permit.state.js';
import { PERMIT_TYPES } from '../domain/token.js';

const same = <Name extends string>(names: readonly Name[]): { [N in Name]: N } =>
  Object.fromEntries(names.map((name) => [name, name])) as { [N in Name]: N };

export const PermitStateEnum = same(Object.keys(PERMIT_STEPS) as PermitState[]);
registerEnumType(PermitStateEnum, {
  name: 'PermitState',
  description: 'Giấy đang ở bước nào. / Where a permit stands.',
  valuesMap: {
    DRAFT: { description: 'Đang soạn, chưa gửi. / Not sent yet.' },
    NEEDS_INFO: { description: 'Cần bổ sung. / More was asked of the applicant.' },
    SUBMITTED: { description: 'Đang chờ văn phòng xem. / Waits for a reviewer.' },
    ISSUED: { description: 'Đã cấp, còn hạn. / Issued and not over.' },
    EXPIRED: { description: 'Hết hạn. / Its time is over.' },
    REJECTED: { description: 'Không được cấp. / Refused by the office.' },
    REVOKED: { description: 'Bị thu hồi. / Taken back by the office.' },
    SUPERSEDED: { description: 'Đã thay bằng giấy khác. / Replaced by another.' },
    WITHDRAWN: { description: 'Đã rút đơn. / Taken back by the applicant.' },
  },
});

export const PermitTypeEnum = same(PERMIT_TYPES);
registerEnumType(PermitTypeEnum, {
  name: 'PermitType',
  description: 'Loại giấy. / Kind of permit.',
  valuesMap: {
    TRANSPORT_PERMIT: { description: 'Giấy phép vận chuyển. / Transport permit of one run.' },
    VEHICLE_GREEN_LANE: { description: 'Giấy nhận diện luồng xanh. / Green-lane paper.' },
    DRIVER_HEALTH: { description: 'Giấy sức khỏe lái xe. / Health pass of a driver.' },
    HARVEST_WORKER_PASS: { description: 'Giấy người thu hái. / Pass of a harvest worker.' },
    TRADER_ENTRY: { description: 'Giấy thương lái vào vùng. / Entry pass of a trader.' },
    LOT_SAFETY_CONFIRMATION: { description: 'Xác nhận lô hàng an toàn. / Safety of a lot.' },
    PLANT_QUARANTINE: { description: 'Kiểm dịch thực vật. / Plant quarantine.' },
    OVERSIZE: { description: 'Xe quá khổ, quá tải. / Oversize or overweight.' },
  },
});

export const VerdictColourEnum = same(['GREEN', 'AMBER', 'RED'] as const);
registerEnumType(VerdictColourEnum, {
  name: 'VerdictColour',
  description: 'Kết quả quét. / Outcome of a check.',
  valuesMap: {
    GREEN: { description: 'Đúng, cho qua. / Everything checked, with fresh data.' },
    AMBER: { description: 'Chưa chắc, xem kỹ. / This phone cannot know.' },
    RED: { description: 'Sai. / Known to be wrong.' },
  },
});

export const ScanDecisionEnum = same(['LET_PASS', 'TURNED_BACK', 'HELD'] as const);
registerEnumType(ScanDecisionEnum, {
  name: 'ScanDecision',
  description: 'Cán bộ chốt quyết định. / What the officer decided.',
  valuesMap: {
    LET_PASS: { description: 'Cho qua. / Let pass.' },
    TURNED_BACK: { description: 'Quay đầu. / Turned back.' },
    HELD: { description: 'Giữ lại kiểm tra. / Held.' },
  },
});

export const ProofKindEnum = same(['RT_PCR', 'RAPID_AG', 'VACCINE', 'RECOVERED'] as const);
registerEnumType(ProofKindEnum, {
  name: 'ProofKind',
  description: 'Loại chứng nhận sức khỏe. / Kind of health proof.',
  valuesMap: {
    RT_PCR: { description: 'Xét nghiệm PCR. / PCR test.' },
    RAPID_AG: { description: 'Test nhanh. / Rapid antigen test.' },
    VACCINE: { description: 'Tiêm đủ mũi. / Fully vaccinated.' },
    RECOVERED: { description: 'Đã khỏi bệnh. / Recovered.' },
  },
});
