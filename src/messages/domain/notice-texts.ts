import { assistedText, type Power } from '../../accounts/index.js';
import type { Locale } from '../../platform/access/actor.js';
import { kgText, kgTextEn, momentText, vndText, vndTextEn } from '../../platform/words/format.js';
import { whatIsHeld } from './held-change-text.js';
import type { JudgedStep, NoticeFacts, NoticeKind } from './notice-kinds.js';

/** What crops and grades are called in the reader's language. */
export interface GoodsNames {
  crop(cropCode: string): string;
  grade(cropCode: string, gradeCode: string): string;
}

type Texts = {
  readonly [Kind in NoticeKind]: (facts: NoticeFacts[Kind], names: GoodsNames) => string;
};

const at = (instant: string): string => momentText(new Date(instant));
const dayText = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}`;

interface Offered {
  readonly cropCode: string;
  readonly gradeCode: string;
  readonly grams: number;
}
const graded = (offer: Offered, names: GoodsNames): string =>
  `${kgText(offer.grams)} ${names.crop(offer.cropCode)} ${names.grade(offer.cropCode, offer.gradeCode)}`;
const goods = (facts: { cropCode: string; grams: number }, names: GoodsNames): string =>
  `${kgText(facts.grams)} ${names.crop(facts.cropCode)}`;
const gradedEn = (offer: Offered, names: GoodsNames): string =>
  `${kgTextEn(offer.grams)} ${names.crop(offer.cropCode)} ${names.grade(offer.cropCode, offer.gradeCode)}`;
const goodsEn = (facts: { cropCode: string; grams: number }, names: GoodsNames): string =>
  `${kgTextEn(facts.grams)} ${names.crop(facts.cropCode)}`;

const TALK_ENDED_VI: Readonly<Record<string, string>> = {
  REJECTED: 'bên kia không nhận',
  WITHDRAWN: 'bên kia đã rút đề nghị',
  EXPIRED: 'hết giờ, không ai trả lời',
};
const TALK_ENDED_EN: Readonly<Record<string, string>> = {
  REJECTED: 'the other side said no',
  WITHDRAWN: 'the other side took its offer back',
  EXPIRED: 'ran out unanswered',
};
const CHANGE_CLOSED_VI: Readonly<Record<string, string>> = {
  APPLIED: 'hai bên đã đồng ý đổi. Mở ra xem số kg và giờ mới',
  REFUSED: 'bên kia không đồng ý đổi, giữ như cũ',
  WITHDRAWN: 'bên kia thôi không xin đổi, giữ như cũ',
};
const CHANGE_CLOSED_EN: Readonly<Record<string, string>> = {
  APPLIED: 'both sides agreed to the change. Open it for the new kilograms and hours',
  REFUSED: 'the other side does not agree to the change; everything stays',
  WITHDRAWN: 'the change was taken back; everything stays',
};
const JUDGED_VI: Readonly<Record<JudgedStep, (reason: string) => string>> = {
  approve: () => 'Hồ sơ của bên mình đã được duyệt. Từ nay đăng đơn được rồi.',
  reject: (reason) => `Hồ sơ của bên mình bị trả lại: ${reason}. Sửa rồi nộp lại.`,
  suspend: (reason) =>
    `Bên mình bị tạm dừng: ${reason}. Đơn đã chốt vẫn cân và trả tiền như thường.`,
  reinstate: () => 'Bên mình được hoạt động trở lại.',
};
const JUDGED_EN: Readonly<Record<JudgedStep, (reason: string) => string>> = {
  approve: () => 'Your papers are approved. You may publish orders now.',
  reject: (reason) => `Your papers were sent back: ${reason}. Mend them and hand them in again.`,
  suspend: (reason) =>
    `You are suspended: ${reason}. Settled deals are weighed and paid as agreed.`,
  reinstate: () => 'You may act again.',
};

type ActFacts = NoticeFacts['ACTED_FOR_YOU'];

const act = (facts: ActFacts, names: GoodsNames, locale: Locale): string =>
  assistedText(facts.act, facts, names.crop(facts.cropCode ?? ''), locale);

export const erasureText = (effectiveAt: string | null): string =>
  effectiveAt === null
    ? 'thôi không xóa hồ sơ nữa'
    : `xin xóa hồ sơ khỏi chợ, xóa sau ${at(effectiveAt)}`;

export const POWERS_VI: Readonly<Record<Power, string>> = {
  SELL_FOR: 'bán thay',
  SEE_LOTS: 'xem hàng và đơn',
  RECEIVE_PAYMENT: 'xác nhận tiền thay',
};
const POWERS_EN: Readonly<Record<Power, string>> = {
  SELL_FOR: 'sell for it',
  SEE_LOTS: 'see its lots and deals',
  RECEIVE_PAYMENT: 'confirm money for it',
};
type EventKind = NoticeFacts['FIELD_EVENT_REPORTED']['eventKind'];
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
const EVENTS_EN: Readonly<Record<EventKind, string>> = {
  HAIL: 'Hail',
  STORM: 'A storm',
  FLOOD: 'Flooding',
  DROUGHT: 'Drought',
  HEAT: 'Heat',
  COLD: 'Cold',
  PEST: 'Pests',
  DISEASE: 'Disease',
};

const vi: Texts = {
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

const en: Texts = {
  ORDER_OFFERED: (facts, names) =>
    `Order ${facts.orderNumber} asks for ${(facts.grades ?? 1) > 1 ? `${goodsEn(facts, names)} of ${facts.grades} grades from` : `${gradedEn(facts, names)} at`} ${vndTextEn(facts.vndPerKg)}/kg, pick-up from ${at(facts.readyFrom)}. Answer before ${at(facts.expiresAt)}.`,
  OFFER_EXPIRED: (facts, names) =>
    `Order ${facts.orderNumber}: the offer for ${gradedEn(facts, names)} ran out unanswered.`,
  OFFER_ACCEPTED: (facts, names) =>
    `Order ${facts.orderNumber}: a household agreed to sell ${gradedEn(facts, names)}${facts.askedGrams === undefined ? '' : `, less than the ${kgTextEn(facts.askedGrams)} asked for`}.`,
  OFFER_DECLINED: (facts, names) =>
    `Order ${facts.orderNumber}: a household will not sell ${gradedEn(facts, names)}.`,
  PRICE_OFFERED: (facts, names) =>
    `Negotiation ${facts.code}: ${goodsEn(facts, names)}, ${vndTextEn(facts.vndPerKg)}/kg, pick-up from ${at(facts.readyFrom)}. Answer before ${at(facts.expiresAt)}.`,
  PHONE_DEAL_TO_CONFIRM: (facts, names) =>
    `Agreed by telephone: ${goodsEn(facts, names)}, ${vndTextEn(facts.vndPerKg)}/kg, pick-up from ${at(facts.readyFrom)}. Confirm before ${at(facts.expiresAt)}; unconfirmed is no deal.`,
  PRICE_TALK_ENDED: (facts, names) =>
    `Negotiation about ${goodsEn(facts, names)}: ${TALK_ENDED_EN[facts.state] ?? 'over'}.`,
  ORDER_COMMITTED: (facts, names) =>
    `Order ${facts.orderNumber} is settled: ${goodsEn(facts, names)}, pick-up from ${at(facts.readyFrom)}. Open it for each other’s phone numbers.`,
  ORDER_CANCELLED: (facts, names) =>
    `Order ${facts.orderNumber} for ${names.crop(facts.cropCode)} was cancelled: ${facts.reason}.`,
  ORDER_EXPIRED: (facts, names) =>
    `Order ${facts.orderNumber} for ${names.crop(facts.cropCode)} has ended: ${facts.reason}.`,
  ORDER_EXTENDED: (facts, names) =>
    `Order ${facts.orderNumber} for ${names.crop(facts.cropCode)} had too little when gathering ended, and gathers on until ${at(facts.until)}.`,
  ORDER_CAME_ROUND: (facts, names) =>
    `Your standing order came round: order ${facts.orderNumber} for ${goodsEn(facts, names)}, pick-up from ${at(facts.readyFrom)}; households are being asked.`,
  BOX_ORDERED: (facts, names) =>
    `Order ${facts.orderNumber}: ${facts.boxes} boxes of ${names.crop(facts.cropCode)}, ${vndTextEn(facts.amountVnd)}. Open it to confirm.`,
  BOX_ORDER_CANCELLED: (facts, names) =>
    `Order ${facts.orderNumber} for ${facts.boxes} boxes of ${names.crop(facts.cropCode)} was given up: ${facts.reason}.`,
  BACKUP_ASKED: (facts, names) =>
    `Order ${facts.orderNumber} asks you to keep ${gradedEn(facts, names)} in reserve at ${vndTextEn(facts.vndPerKg)}/kg, pick-up from ${at(facts.readyFrom)}. If nobody has called by ${at(facts.releaseAt)}, sell it elsewhere.`,
  BACKUP_TAKEN: (facts, names) =>
    `Order ${facts.orderNumber} takes the part you stood by with: ${gradedEn(facts, names)}, fetched from ${at(facts.readyFrom)}. Keep it until the buyer settles the order.`,
  BACKUP_THANKED: (facts, names) =>
    `Order ${facts.orderNumber} has all it needs. Thank you for keeping ${gradedEn(facts, names)}; you are free to sell it elsewhere.`,
  DEAL_ENDED: (facts, names) =>
    `Deal ${facts.dealNumber} (${names.crop(facts.cropCode)}) has ended: ${facts.reason}. If that is not right, call the other side or the office.`,
  DEAL_ENDING_REPLIED: (facts) =>
    `Deal ${facts.dealNumber}: the other side replied “${facts.reply}”.`,
  FORCE_MAJEURE_DECIDED: (facts) =>
    facts.isConfirmed
      ? `Deal ${facts.dealNumber}: the office confirms force majeure, nobody pays.`
      : `Deal ${facts.dealNumber}: the office does not see force majeure; whoever gave up pays.`,
  DEAL_RELEASE_NEAR: (facts, names) =>
    `Deal ${facts.dealNumber}: ${goodsEn(facts, names)} were not fetched. At ${at(facts.freeAt)} they are free again.`,
  ORDER_CHANGE_PROPOSED: (facts, names) =>
    `${facts.number} (${names.crop(facts.cropCode)}): the other side asks for other kilograms or hours. Look and answer by ${at(facts.expiresAt)}; without an answer everything stays.`,
  ORDER_CHANGE_CLOSED: (facts) =>
    `${facts.number}: ${CHANGE_CLOSED_EN[facts.state] ?? 'nobody answered in time; everything stays'}.`,
  DEPOSIT_DECLARED: (facts) =>
    `The buyer says the deposit of ${vndTextEn(facts.amountVnd)} for deal ${facts.dealNumber} is paid. Check, then confirm.`,
  DEPOSIT_TO_RETURN: (facts) =>
    `Deal ${facts.dealNumber}: ${vndTextEn(facts.amountVnd)} of the deposit go back to the buyer.`,
  DEPOSIT_RETURNED: (facts) =>
    `The buyer has ${vndTextEn(facts.amountVnd)} of the deposit of deal ${facts.dealNumber} back.`,
  TICKET_SUBMITTED: (facts, names) =>
    `Weigh ticket ${facts.ticketNumber}: ${kgTextEn(facts.payableGrams)} ${names.crop(facts.cropCode)}, ${vndTextEn(facts.amountVnd)}. Look and confirm.`,
  TICKET_CONFIRMED: (facts, names) =>
    `Weigh ticket ${facts.ticketNumber} is confirmed: ${kgTextEn(facts.payableGrams)} ${names.crop(facts.cropCode)}, ${vndTextEn(facts.amountVnd)}.`,
  TICKET_OVER: (facts, names) =>
    `Weigh ticket ${facts.ticketNumber}, ${facts.household}: ${kgTextEn(facts.overGrams)} ${names.crop(facts.cropCode)} above the deal, about ${vndTextEn(facts.costVnd)}. Open the ticket: submit it to take them, or leave them with the household.`,
  TICKET_DISPUTED: (facts) =>
    `The household disputes weigh ticket ${facts.ticketNumber}: ${facts.reason}.`,
  PAYMENT_DECLARED: (facts) =>
    `The buyer says ${vndTextEn(facts.amountVnd)} was paid for weigh ticket ${facts.ticketNumber}. Check, then confirm.`,
  PAYMENT_CONFIRMED: (facts) =>
    `The seller received ${vndTextEn(facts.amountVnd)} for weigh ticket ${facts.ticketNumber}.`,
  PAYMENT_CONTESTED: (facts) =>
    `The seller did not receive ${vndTextEn(facts.amountVnd)} for weigh ticket ${facts.ticketNumber}: ${facts.reason}.`,
  RUN_PLANNED: (facts, names) =>
    `Run ${facts.runNumber}, truck ${facts.plate}: ${goodsEn(facts, names)} at ${at(facts.plannedAt)}.`,
  RUN_CANCELLED: (facts) => `Run ${facts.runNumber} was cancelled: ${facts.reason}.`,
  RUN_LOAD_CHANGED: (facts, names) =>
    `Run ${facts.runNumber}, ${facts.plate}: it now carries ${goodsEn(facts, names)} from ${facts.stops} stops. Open the run to see its stops and permit.`,
  PERMIT_ISSUED: (facts) =>
    `Transport permit ${facts.permitCode} for ${facts.plate} is valid from ${at(facts.validFrom)} to ${at(facts.validTo)}.`,
  PERMIT_REJECTED: (facts) =>
    `The transport permit for ${facts.plate} was refused: ${facts.reason}.`,
  PERMIT_REVOKED: (facts) =>
    `Transport permit ${facts.permitCode} of ${facts.plate} was revoked: ${facts.reason}. Do not travel on it.`,
  COMMUNE_CLOSED: ({ commune, from, until }) =>
    `${commune} is closed from ${at(from)} until ${until === null ? 'further notice' : at(until)}. Goods of those hours cannot leave it. Open to see them.`,
  COMMUNE_OPENED: ({ commune, from }) =>
    `The closure of ${commune} is lifted. Goods that wait there can leave from ${at(from)}. Open to see them.`,
  LOT_EXPIRED: (facts, names) =>
    `Pick-up time of the ${names.crop(facts.cropCode)} lot ended ${at(facts.readyTo)} with ${kgTextEn(facts.unsoldGrams)} unsold. Open to list it again.`,
  WITHDRAWAL_DECIDED: ({ cropCode, isConfirmed, note }, names) =>
    isConfirmed
      ? `The commune confirms that the ${names.crop(cropCode)} lot was taken back for force majeure; it does not count.`
      : `The commune does not confirm force majeure for the ${names.crop(cropCode)} lot: ${note}.`,
  LOT_CREATED_FOR_YOU: (facts, names) =>
    `${facts.by} listed ${goodsEn(facts, names)} for your household, pick-up from ${at(facts.readyFrom)}. Open to withdraw it if it is wrong.`,
  PARTY_JUDGED: ({ step, reason }) => JUDGED_EN[step](reason),
  GRANT_GIVEN: ({ household, power }) => `${household} lets you ${POWERS_EN[power]}.`,
  GRANT_REVOKED: ({ household, power }) =>
    `${household} no longer lets you ${POWERS_EN[power]}. Settled deals stay as they are.`,
  GRANT_RECORDED: ({ by, power }) =>
    `${by} put on record that you let them ${POWERS_EN[power]}. Not so? Tap to take it back.`,
  GRANT_RETURNED: ({ by, power }) =>
    `${by} put on record that they no longer ${POWERS_EN[power]}. Settled deals stay.`,
  ERASURE_RECORDED: ({ by, effectiveAt }) =>
    effectiveAt === null
      ? `${by} put on record that you want to stay after all.`
      : `${by} put on record that you want to be forgotten, from ${at(effectiveAt)} on. Not so? Call them.`,
  HOUSEHOLD_ENTERED: ({ by }) => `${by} entered your household. Tap to see who may do what for it.`,
  COOP_INVITED: ({ coop }) => `${coop} asks you to join. Tap to answer.`,
  INVITATION_ANSWERED: ({ household, isAccepted }) =>
    isAccepted ? `${household} joined the cooperative.` : `${household} does not want to join.`,
  HELP_ASKED: ({ household, screen }) =>
    `${household} asks to be called${screen === null ? '' : `, at screen ${screen}`}.`,
  ACTED_FOR_YOU: (facts, names) =>
    `${facts.by} acted for you: ${act(facts, names, 'en')}. If that is wrong, open this.`,
  ACT_UNDONE: (facts, names) =>
    `${facts.by} undid what you did for it: ${act(facts, names, 'en')}.`,
  MESSAGE_CAP_NEAR: ({ spentVnd, capVnd }) =>
    `Messages of this month cost ${vndTextEn(spentVnd)} of ${vndTextEn(capVnd)}. At the cap only notifications and calls are left.`,
  LOT_SHOWN_FIRST: (facts, names) =>
    `A household shows you ${goodsEn(facts, names)} first, pick-up from ${at(facts.readyFrom)}. Everybody sees it from ${at(facts.openToAllAt)}.`,
  DEMAND_ANSWERED: (facts, names) =>
    `Order ${facts.orderNumber}: ${facts.households} households say they have ${goodsEn(facts, names)}.`,
  PART_TAKEN: (facts, names) =>
    `Order ${facts.orderNumber}: a cooperative agreed to sell ${goodsEn(facts, names)} of ${facts.households} households.`,
  INTENTION_NOTED: (facts, names) =>
    `${facts.buyerName} means to take ${goodsEn(facts, names)} of yours on ${dayText(facts.day)}. It binds nobody; offer the lot and the buyer is asked again.`,
  INTENTION_ASKED: (facts, names) =>
    `Order ${facts.orderNumber}: lot ${facts.lotCode} for ${dayText(facts.day)} is there, of which you meant to take ${goodsEn(facts, names)}. Still so? Tap here.`,
  SEARCH_MATCHED: ({ name, lots, otherSearches }) =>
    `${lots} new lots fit «${name}»${otherSearches > 0 ? ` and ${otherSearches} other searches found some` : ''}.`,
  SUPPLY_SHEET: (facts) =>
    `Supply of ${dayText(facts.day)}: ${kgTextEn(facts.grams)}, ${facts.crops} crops, ${facts.communes} communes. Open it by commune, grade and price.`,
  FORECAST_REPORTED_FOR_YOU: (facts, names) =>
    `${facts.by} reported ${goodsEn(facts, names)} on ${dayText(facts.day)} for your household. Open to correct it.`,
  FIELD_EVENT_REPORTED: (facts) =>
    `${EVENTS_EN[facts.eventKind]} from ${dayText(facts.firstDay)}: your reports until ${dayText(facts.lastDay)} were lowered by ${facts.lossPercent}%. Open to correct them.`,
  CHANGE_HELD: (facts) =>
    `${whatIsHeld(facts.change, 'en')} at ${at(facts.effectiveAt)}. If it was not you, open this and stop it.`,
  SIGN_IN_PHONE_KEPT: () =>
    'The number you sign in with did not change: somebody else began to use the new one meanwhile. Yours stays; open this to choose another.',
  DEVICE_ADDED: (facts) =>
    `${facts.device ?? 'An unknown device'} signed in with your number at ${at(facts.at)}. If it was not you, open this and sign it out.`,
  PIN_RESET: (facts) =>
    `The four digits of a profile on your number were taken away with a code at ${at(facts.at)}. If it was not you, open this and sign the stranger out.`,
};

const TEXTS: Readonly<Record<Locale, Texts>> = { vi, en };

/** The sentence of a kept message, in the language of whoever reads it now. */
export function noticeText<Kind extends NoticeKind>(
  kind: Kind,
  facts: NoticeFacts[Kind],
  locale: Locale,
  names: GoodsNames,
): string {
  return TEXTS[locale][kind](facts, names);
}
