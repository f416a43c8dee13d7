import type { Power } from '../../accounts/index.js';
import { kgText, vndText } from '../../platform/words/format.js';
import { whatIsHeld } from './held-change-text.js';
import type { JudgedStep } from './notice-kinds.js';
import {
  act,
  at,
  dayText,
  type EventKind,
  type Goods,
  type GoodsNames,
  type Graded,
  type Texts,
} from './notice-words.js';

const graded = (offer: Graded, names: GoodsNames): string =>
  `${kgText(offer.grams)} ${names.crop(offer.cropCode)} ${names.grade(offer.cropCode, offer.gradeCode)}`;

const goods = (facts: Goods, names: GoodsNames): string =>
  `${kgText(facts.grams)} ${names.crop(facts.cropCode)}`;

const TALK_ENDED_VI: Readonly<Record<string, string>> = {
  REJECTED: 'bên kia không nhận',
  WITHDRAWN: 'bên kia đã rút đề nghị',
  EXPIRED: 'hết giờ, không ai trả lời',
};

const CHANGE_CLOSED_VI: Readonly<Record<string, string>> = {
  APPLIED: 'hai bên đã đồng ý đổi. Mở ra xem số kg và giờ mới',
  REFUSED: 'bên kia không đồng ý đổi, giữ như cũ',
  WITHDRAWN: 'bên kia thôi không xin đổi, giữ như cũ',
};

const JUDGED_VI: Readonly<Record<JudgedStep, (reason: string) => string>> = {
  approve: () => 'Hồ sơ của bên mình đã được duyệt. Từ nay đăng đơn được rồi.',
  reject: (reason) => `Hồ sơ của bên mình bị trả lại: ${reason}. Sửa rồi nộp lại.`,
  suspend: (reason) =>
    `Bên mình bị tạm dừng: ${reason}. Đơn đã chốt vẫn cân và trả tiền như thường.`,
  reinstate: () => 'Bên mình được hoạt động trở lại.',
};

export const erasureText = (effectiveAt: string | null): string =>
  effectiveAt === null
    ? 'thôi không xóa hồ sơ nữa'
    : `xin xóa hồ sơ khỏi chợ, xóa sau ${at(effectiveAt)}`;

export const POWERS_VI: Readonly<Record<Power, string>> = {
  SELL_FOR: 'bán thay',
  SEE_LOTS: 'xem hàng và đơn',
  RECEIVE_PAYMENT: 'xác nhận tiền thay',
};

const EVENTS_VI: Readonly<Record<EventKind, string>> = {
  HAIL: 'Mưa đá',
  STORM: 'Giông bão',
  FLOOD: 'Ngập úng',
  DROUGHT: 'Khô hạn',
  HEAT: 'Nắng nóng',
  COLD: 'Rét hại',
  PEST: 'Sâu hại',
  DISEASE: 'Bệnh cây',
};

export const vi: Texts = {
  ORDER_OFFERED: (facts, names) =>
    `Đơn ${facts.orderNumber} hỏi mua ${(facts.grades ?? 1) > 1 ? `${goods(facts, names)}, ${facts.grades} loại, từ` : `${graded(facts, names)},`} ${vndText(facts.vndPerKg)}/kg, lấy từ ${at(facts.readyFrom)}. Trả lời trước ${at(facts.expiresAt)}.`,
  OFFER_EXPIRED: (facts, names) =>
    `Đơn ${facts.orderNumber}: lời hỏi mua ${graded(facts, names)} đã hết hạn, không ai trả lời.`,
  OFFER_ACCEPTED: (facts, names) =>
    `Đơn ${facts.orderNumber}: một hộ đã nhận bán ${graded(facts, names)}${facts.askedGrams === undefined ? '' : `, ít hơn ${kgText(facts.askedGrams)} đã hỏi`}.`,
  OFFER_DECLINED: (facts, names) =>
    `Đơn ${facts.orderNumber}: một hộ không bán ${graded(facts, names)}.`,
  PRICE_OFFERED: (facts, names) =>
    `Mặc cả ${facts.code}: ${goods(facts, names)}, giá ${vndText(facts.vndPerKg)}/kg, lấy từ ${at(facts.readyFrom)}. Trả lời trước ${at(facts.expiresAt)}.`,
  PHONE_DEAL_TO_CONFIRM: (facts, names) =>
    `Đã thỏa thuận qua điện thoại: ${goods(facts, names)}, ${vndText(facts.vndPerKg)}/kg, lấy từ ${at(facts.readyFrom)}. Đúng thì xác nhận trước ${at(facts.expiresAt)}; chưa xác nhận thì chưa chốt.`,
  PRICE_TALK_ENDED: (facts, names) =>
    `Mặc cả ${goods(facts, names)}: ${TALK_ENDED_VI[facts.state] ?? 'đã xong'}.`,
  ORDER_COMMITTED: (facts, names) =>
    `Đơn ${facts.orderNumber} đã chốt: ${goods(facts, names)}, lấy từ ${at(facts.readyFrom)}. Mở đơn để xem số điện thoại của nhau.`,
  ORDER_CANCELLED: (facts, names) =>
    `Đơn ${facts.orderNumber} mua ${names.crop(facts.cropCode)} đã hủy: ${facts.reason}.`,
  ORDER_EXPIRED: (facts, names) =>
    `Đơn ${facts.orderNumber} mua ${names.crop(facts.cropCode)} đã khép lại: ${facts.reason}.`,
  ORDER_EXTENDED: (facts, names) =>
    `Đơn ${facts.orderNumber} mua ${names.crop(facts.cropCode)} chưa đủ hàng lúc hết giờ gom, đang gom tiếp đến ${at(facts.until)}.`,
  ORDER_CAME_ROUND: (facts, names) =>
    `Đơn định kỳ đến lượt: đơn ${facts.orderNumber} mua ${goods(facts, names)}, lấy từ ${at(facts.readyFrom)}, đang hỏi các hộ.`,
  BOX_ORDERED: (facts, names) =>
    `Đơn ${facts.orderNumber}: ${facts.boxes} thùng ${names.crop(facts.cropCode)}, ${vndText(facts.amountVnd)}. Bấm để nhận đơn.`,
  BOX_ORDER_CANCELLED: (facts, names) =>
    `Đơn ${facts.orderNumber} ${facts.boxes} thùng ${names.crop(facts.cropCode)} đã hủy: ${facts.reason}.`,
  BACKUP_ASKED: (facts, names) =>
    `Đơn ${facts.orderNumber} nhờ nhà mình giữ dự phòng ${graded(facts, names)}, ${vndText(facts.vndPerKg)}/kg, lấy từ ${at(facts.readyFrom)}. Đến ${at(facts.releaseAt)} chưa ai gọi thì bác bán nơi khác.`,
  BACKUP_TAKEN: (facts, names) =>
    `Đơn ${facts.orderNumber} lấy phần dự phòng nhà mình đã nhận: ${graded(facts, names)}, lấy từ ${at(facts.readyFrom)}. Nhà mình giữ hàng, chờ người mua chốt đơn.`,
  BACKUP_THANKED: (facts, names) =>
    `Đơn ${facts.orderNumber} đã đủ hàng. Cảm ơn nhà mình đã giữ ${graded(facts, names)}; giờ bán nơi khác được rồi.`,
  DEAL_ENDED: (facts, names) =>
    `Thỏa thuận ${facts.dealNumber} (${names.crop(facts.cropCode)}) đã dừng: ${facts.reason}. Chưa đúng thì gọi bên kia hoặc cán bộ xã.`,
  DEAL_ENDING_REPLIED: (facts) =>
    `Thỏa thuận ${facts.dealNumber}: bên kia trả lời “${facts.reply}”.`,
  FORCE_MAJEURE_DECIDED: (facts) =>
    facts.isConfirmed
      ? `Thỏa thuận ${facts.dealNumber}: xã xác nhận bất khả kháng, không ai bị phạt.`
      : `Thỏa thuận ${facts.dealNumber}: xã không công nhận bất khả kháng, bên bỏ hẹn phải đền.`,
  DEAL_RELEASE_NEAR: (facts, names) =>
    `Thỏa thuận ${facts.dealNumber}: ${goods(facts, names)} chưa được lấy. Đến ${at(facts.freeAt)} chưa lấy thì hàng được bán lại.`,
  ORDER_CHANGE_PROPOSED: (facts, names) =>
    `${facts.number} (${names.crop(facts.cropCode)}): bên kia xin đổi số kg hoặc giờ lấy. Xem rồi trả lời trước ${at(facts.expiresAt)}; chưa trả lời thì giữ như cũ.`,
  ORDER_CHANGE_CLOSED: (facts) =>
    `${facts.number}: ${CHANGE_CLOSED_VI[facts.state] ?? 'không ai trả lời kịp, giữ như cũ'}.`,
  DEPOSIT_DECLARED: (facts) =>
    `Người mua báo đã đặt cọc ${vndText(facts.amountVnd)} cho thỏa thuận ${facts.dealNumber}. Kiểm tra rồi xác nhận đã nhận.`,
  DEPOSIT_TO_RETURN: (facts) =>
    `Thỏa thuận ${facts.dealNumber}: cần trả lại người mua ${vndText(facts.amountVnd)} tiền cọc.`,
  DEPOSIT_RETURNED: (facts) =>
    `Người mua đã nhận lại ${vndText(facts.amountVnd)} tiền cọc của thỏa thuận ${facts.dealNumber}.`,
  TICKET_SUBMITTED: (facts, names) =>
    `Phiếu cân ${facts.ticketNumber}: ${kgText(facts.payableGrams)} ${names.crop(facts.cropCode)}, ${vndText(facts.amountVnd)}. Xem và xác nhận.`,
  TICKET_CONFIRMED: (facts, names) =>
    `Phiếu cân ${facts.ticketNumber} đã được xác nhận: ${kgText(facts.payableGrams)} ${names.crop(facts.cropCode)}, ${vndText(facts.amountVnd)}.`,
  TICKET_OVER: (facts, names) =>
    `Phiếu cân ${facts.ticketNumber}, ${facts.household}: ${kgText(facts.overGrams)} ${names.crop(facts.cropCode)} cân hơn thỏa thuận, khoảng ${vndText(facts.costVnd)}. Mở phiếu: nhận thêm thì tự gửi, không thì để lại cho hộ.`,
  TICKET_DISPUTED: (facts) => `Hộ không đồng ý phiếu cân ${facts.ticketNumber}: ${facts.reason}.`,
  PAYMENT_DECLARED: (facts) =>
    `Người mua báo đã trả ${vndText(facts.amountVnd)} cho phiếu cân ${facts.ticketNumber}. Kiểm tra rồi xác nhận đã nhận.`,
  PAYMENT_CONFIRMED: (facts) =>
    `Người bán đã nhận ${vndText(facts.amountVnd)} của phiếu cân ${facts.ticketNumber}.`,
  PAYMENT_CONTESTED: (facts) =>
    `Người bán chưa nhận được ${vndText(facts.amountVnd)} của phiếu cân ${facts.ticketNumber}: ${facts.reason}.`,
  RUN_PLANNED: (facts, names) =>
    `Chuyến ${facts.runNumber}, xe ${facts.plate}: lấy ${goods(facts, names)} lúc ${at(facts.plannedAt)}.`,
  RUN_CANCELLED: (facts) => `Chuyến ${facts.runNumber} đã hủy: ${facts.reason}.`,
  RUN_LOAD_CHANGED: (facts, names) =>
    `Chuyến ${facts.runNumber}, xe ${facts.plate}: nay chở ${goods(facts, names)} từ ${facts.stops} điểm. Mở chuyến xem lại điểm lấy và giấy đi đường.`,
  PERMIT_ISSUED: (facts) =>
    `Đã cấp giấy đi đường ${facts.permitCode} cho xe ${facts.plate}, từ ${at(facts.validFrom)} đến ${at(facts.validTo)}.`,
  PERMIT_REJECTED: (facts) => `Giấy đi đường của xe ${facts.plate} chưa được cấp: ${facts.reason}.`,
  PERMIT_REVOKED: (facts) =>
    `Giấy đi đường ${facts.permitCode} của xe ${facts.plate} đã bị thu hồi: ${facts.reason}. Không đi tiếp bằng giấy này.`,
  COMMUNE_CLOSED: ({ commune, from, until }) =>
    `${commune} phong tỏa từ ${at(from)} đến ${until === null ? 'khi có thông báo' : at(until)}. Hàng hẹn trong giờ đó chưa chở ra được. Bấm để xem.`,
  COMMUNE_OPENED: ({ commune, from }) =>
    `${commune} đã bỏ phong tỏa. Hàng hẹn ở đó chở ra được từ ${at(from)}. Bấm để xem.`,
  LOT_EXPIRED: (facts, names) =>
    `Lô ${names.crop(facts.cropCode)} đã qua giờ lấy hàng ${at(facts.readyTo)}, còn ${kgText(facts.unsoldGrams)} chưa bán. Bấm để đăng lại.`,
  WITHDRAWAL_DECIDED: ({ cropCode, isConfirmed, note }, names) =>
    isConfirmed
      ? `Xã xác nhận nhà mình rút lô ${names.crop(cropCode)} vì bất khả kháng, không tính lỗi hẹn.`
      : `Xã không xác nhận rút lô ${names.crop(cropCode)} vì bất khả kháng: ${note}.`,
  LOT_CREATED_FOR_YOU: (facts, names) =>
    `${facts.by} đã đăng bán giúp nhà mình ${goods(facts, names)}, lấy từ ${at(facts.readyFrom)}. Không đúng thì bấm để rút lại.`,
  PARTY_JUDGED: ({ step, reason }) => JUDGED_VI[step](reason),
  GRANT_GIVEN: ({ household, power }) => `${household} nhờ bên mình ${POWERS_VI[power]}.`,
  GRANT_REVOKED: ({ household, power }) =>
    `${household} không nhờ bên mình ${POWERS_VI[power]} nữa. Đơn đã chốt vẫn giữ nguyên.`,
  GRANT_RECORDED: ({ by, power }) =>
    `${by} ghi nhà mình đồng ý nhờ họ ${POWERS_VI[power]}. Không đúng thì bấm vào đây để thôi.`,
  GRANT_RETURNED: ({ by, power }) =>
    `${by} ghi nhà mình thôi không nhờ họ ${POWERS_VI[power]} nữa. Đơn đã chốt vẫn giữ nguyên.`,
  ERASURE_RECORDED: ({ by, effectiveAt }) =>
    `${by} ghi nhà mình ${erasureText(effectiveAt)}. Không đúng thì gọi xã hoặc hợp tác xã.`,
  DATA_HANDED_OVER: ({ by, handedAt }) =>
    `${by} đã lấy dữ liệu của nhà mình lúc ${at(handedAt)}, theo lời nhà mình. Không đúng thì gọi xã hoặc hợp tác xã.`,
  HOUSEHOLD_ENTERED: ({ by }) => `${by} đã khai nhà mình vào chợ. Bấm để xem ai được làm gì thay.`,
  COOP_INVITED: ({ coop }) => `${coop} mời nhà mình vào hợp tác xã. Bấm để trả lời.`,
  INVITATION_ANSWERED: ({ household, isAccepted }) =>
    isAccepted ? `${household} đã vào hợp tác xã.` : `${household} chưa muốn vào hợp tác xã.`,
  HELP_ASKED: ({ household, screen }) =>
    `${household} nhờ gọi lại${screen === null ? '' : `, đang ở màn hình ${screen}`}.`,
  ACTED_FOR_YOU: (facts, names) =>
    `${facts.by} đã làm thay nhà mình: ${act(facts, names, 'vi')}. Không đúng thì bấm vào đây.`,
  ACT_UNDONE: (facts, names) =>
    `${facts.by} đã bỏ việc bên mình làm thay: ${act(facts, names, 'vi')}.`,
  MESSAGE_CAP_NEAR: ({ spentVnd, capVnd }) =>
    `Tiền tin nhắn tháng này đã hết ${vndText(spentVnd)} trong ${vndText(capVnd)}. Hết mức thì chỉ còn thông báo trên máy và gọi điện.`,
  LOT_SHOWN_FIRST: (facts, names) =>
    `Một hộ cho bạn xem trước ${goods(facts, names)}, lấy từ ${at(facts.readyFrom)}. Đến ${at(facts.openToAllAt)} mọi người mới thấy.`,
  DEMAND_ANSWERED: (facts, names) =>
    `Đơn ${facts.orderNumber}: ${facts.households} hộ nói có ${goods(facts, names)}.`,
  PART_TAKEN: (facts, names) =>
    `Đơn ${facts.orderNumber}: hợp tác xã nhận bán ${goods(facts, names)} của ${facts.households} hộ.`,
  INTENTION_NOTED: (facts, names) =>
    `${facts.buyerName} dự kiến lấy ${goods(facts, names)} ngày ${dayText(facts.day)} của nhà mình. Chưa ràng buộc ai; có lô thì đăng, người mua sẽ được hỏi lại.`,
  INTENTION_ASKED: (facts, names) =>
    `Đơn ${facts.orderNumber}: hộ đã đăng lô ${facts.lotCode} cho ngày ${dayText(facts.day)}, trước đây bạn dự kiến lấy ${goods(facts, names)}. Còn lấy không? Bấm vào đây.`,
  SEARCH_MATCHED: ({ name, lots, otherSearches }) =>
    `Có ${lots} lô mới hợp với «${name}»${otherSearches > 0 ? ` và ${otherSearches} tìm kiếm khác` : ''}.`,
  SUPPLY_SHEET: (facts) =>
    `Nguồn hàng ngày ${dayText(facts.day)}: ${kgText(facts.grams)}, ${facts.crops} loại cây, ${facts.communes} xã. Bấm để xem theo xã, loại và giá.`,
  FORECAST_REPORTED_FOR_YOU: (facts, names) =>
    `${facts.by} đã báo giúp nhà mình: ngày ${dayText(facts.day)} có ${goods(facts, names)}. Không đúng thì bấm để sửa.`,
  FIELD_EVENT_REPORTED: (facts) =>
    `${EVENTS_VI[facts.eventKind]} từ ${dayText(facts.firstDay)}: số báo của nhà mình đến ${dayText(facts.lastDay)} đã giảm ${facts.lossPercent}%. Không đúng thì bấm để sửa.`,
  CHANGE_HELD: (facts) =>
    `${whatIsHeld(facts.change, 'vi')} lúc ${at(facts.effectiveAt)}. Không phải nhà mình làm thì bấm để hủy ngay.`,
  SIGN_IN_PHONE_KEPT: () =>
    'Chưa đổi được số đăng nhập: số mới đã có người khác dùng trong lúc chờ. Số của bạn vẫn như cũ; bấm để đổi sang số khác.',
  DEVICE_ADDED: (facts) =>
    `${facts.device ?? 'Một máy lạ'} vừa đăng nhập bằng số của bạn lúc ${at(facts.at)}. Không phải bạn thì bấm để đăng xuất máy đó.`,
  PIN_RESET: (facts) =>
    `Mã bốn số của một hồ sơ dùng số này vừa được bỏ bằng mã tin nhắn lúc ${at(facts.at)}. Không phải bạn thì bấm để đăng xuất máy lạ.`,
};
