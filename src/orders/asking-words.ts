import type { RefusalFacts } from '../kernel/refusal.js';
import { kgText, kgTextEn, momentText } from '../platform/words/format.js';
import { refusalWords } from '../platform/words/say.js';

const kg = (fact: RefusalFacts[string] | undefined): string => kgText(Number(fact));
const kgEn = (fact: RefusalFacts[string] | undefined): string => kgTextEn(Number(fact));
const hour = (fact: RefusalFacts[string] | undefined): string => momentText(new Date(String(fact)));

const STANDS_VI: Readonly<Record<string, string>> = {
  OFFERED: 'còn chờ trả lời',
  ACCEPTED: 'đã được nhận lời',
  DECLINED: 'đã bị từ chối',
  EXPIRED: 'đã hết hạn',
  COMMITTED: 'đã chốt',
  WEIGHED: 'đã cân',
  RELEASED: 'đã được người mua rút lại',
};
const STANDS_EN: Readonly<Record<string, string>> = {
  OFFERED: 'is still waiting',
  ACCEPTED: 'was accepted already',
  DECLINED: 'was declined already',
  EXPIRED: 'has run out',
  COMMITTED: 'is part of a deal',
  WEIGHED: 'was weighed already',
  RELEASED: 'was taken back by the buyer',
};

refusalWords({
  vi: {
    NOTHING_MISSING: {
      message: 'Đơn không còn thiếu hàng để hỏi thêm.',
      nextStep: 'Chờ các hộ trả lời, hoặc chốt đơn.',
    },
    NO_LOT_FITS: ({ wantedGrams }) => ({
      message: `Còn thiếu ${kg(wantedGrams)} nhưng chưa có lô nào phù hợp.`,
      nextStep: 'Xem lý do từng lô, rồi nới giá, giờ lấy hàng hoặc xã.',
    }),
    NOTHING_ACCEPTED: {
      message: 'Chưa hộ nào nhận lời.',
      nextStep: 'Chờ trả lời, hoặc hỏi thêm hộ khác.',
    },
    MINIMUM_NOT_REACHED: ({ acceptedGrams, minGrams }) => ({
      message: `Mới có ${kg(acceptedGrams)} nhận lời, đơn cần ít nhất ${kg(minGrams)}.`,
      nextStep: 'Chờ thêm trả lời, hoặc hỏi thêm hộ khác.',
    }),
    ACCEPTED_STOCK_GONE: ({ lines, grams }) => ({
      message: `${lines} lô đã nhận lời (${kg(grams)}) vừa được rút.`,
      nextStep: 'Mở lại đơn sau một phút rồi chốt phần còn lại.',
    }),
    OFFER_NOT_FOUND: {
      message: 'Không tìm thấy lời hỏi mua này.',
      nextStep: 'Về danh sách lời hỏi mua.',
    },
    OFFER_EXPIRED: ({ expiresAt }) => ({
      message: `Lời hỏi mua đã hết hạn lúc ${hour(expiresAt)}. Số cân ấy lại bán được cho người khác.`,
      nextStep: 'Xem các lời hỏi mua khác.',
    }),
    OFFER_STOCK_GONE: {
      message: 'Hàng giữ cho lời này không còn.',
      nextStep: 'Kiểm tra lại lô hàng của nhà mình.',
    },
    OFFER_MORE_THAN_ASKED: ({ askedGrams }) => ({
      message: `Đơn này chỉ hỏi nhà mình ${kg(askedGrams)}.`,
      nextStep: `Bán cả thì bấm Nhận bán; bán ít hơn thì ghi dưới ${kg(askedGrams)}.`,
    }),
    OFFER_BELOW_LEAST: ({ leastGrams }) => ({
      message: `Xe lấy ở một lô ít nhất ${kg(leastGrams)}.`,
      nextStep: `Ghi từ ${kg(leastGrams)} trở lên, hoặc bấm Không bán.`,
    }),
    OFFER_LOT_WHOLE: {
      message: 'Đơn này đặt đúng số cân ấy của một lô, không nhận một phần được.',
      nextStep: 'Nhận cả, hoặc không bán rồi mặc cả lại số cân với người mua.',
    },
    OFFER_GRAMS_WITH_NO: {
      message: 'Đã không bán thì không ghi số cân.',
      nextStep: 'Chọn nhận một phần, hoặc không bán.',
    },
    OFFER_BUYER_SUSPENDED: {
      message: 'Người mua này đang bị tạm dừng nên chưa nhận lời được.',
      nextStep: 'Bán cho người khác; số cân giữ cho lời này tự được trả lại.',
    },
    LINE_STEP_NOT_ALLOWED: ({ state }) => ({
      message: `Lời hỏi mua này ${STANDS_VI[String(state)]}.`,
      nextStep: 'Mở lại danh sách để xem tình trạng mới nhất.',
    }),
  },
  en: {
    NOTHING_MISSING: {
      message: 'Nothing is missing to ask for.',
      nextStep: 'Wait for the answers, or commit.',
    },
    NO_LOT_FITS: ({ wantedGrams }) => ({
      message: `${kgEn(wantedGrams)} are missing, and no lot fits.`,
      nextStep: 'Look at the reasons, then widen price, hours or communes.',
    }),
    NOTHING_ACCEPTED: { message: 'No household has said yes.', nextStep: 'Wait, or ask others.' },
    MINIMUM_NOT_REACHED: ({ acceptedGrams, minGrams }) => ({
      message: `${kgEn(acceptedGrams)} are accepted; the order needs at least ${kgEn(minGrams)}.`,
      nextStep: 'Wait for more answers, or ask others.',
    }),
    ACCEPTED_STOCK_GONE: ({ lines, grams }) => ({
      message: `${lines} accepted lots (${kgEn(grams)}) were just withdrawn.`,
      nextStep: 'Open the order again in a minute and commit the rest.',
    }),
    OFFER_NOT_FOUND: {
      message: 'There is no such offer.',
      nextStep: 'Go back to the list of offers.',
    },
    OFFER_EXPIRED: ({ expiresAt }) => ({
      message: `The offer ran out at ${hour(expiresAt)}. Those kilograms are free for others again.`,
      nextStep: 'Look at the other offers.',
    }),
    OFFER_STOCK_GONE: {
      message: 'What was held for this offer is gone.',
      nextStep: 'Look at your lot again.',
    },
    OFFER_MORE_THAN_ASKED: ({ askedGrams }) => ({
      message: `The order asks you for ${kgEn(askedGrams)} only.`,
      nextStep: `Say yes to all of it, or enter less than ${kgEn(askedGrams)}.`,
    }),
    OFFER_BELOW_LEAST: ({ leastGrams }) => ({
      message: `The truck takes ${kgEn(leastGrams)} or more of a lot.`,
      nextStep: `Enter ${kgEn(leastGrams)} or more, or say no.`,
    }),
    OFFER_LOT_WHOLE: {
      message: 'This order is for exactly that weight of one lot: there is no part of it.',
      nextStep: 'Say yes to all of it, or no, and offer the buyer another weight.',
    },
    OFFER_GRAMS_WITH_NO: {
      message: 'A no has no weight.',
      nextStep: 'Say yes to a part, or no.',
    },
    OFFER_BUYER_SUSPENDED: {
      message: 'This buyer is suspended, so the offer cannot be accepted now.',
      nextStep: 'Sell to somebody else; what is held for this offer is freed by itself.',
    },
    LINE_STEP_NOT_ALLOWED: ({ state }) => ({
      message: `This offer ${STANDS_EN[String(state)]}.`,
      nextStep: 'Open the list again to see how it stands.',
    }),
  },
});
