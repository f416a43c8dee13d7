import { refusalWords } from '../platform/words/say.js';
import { kgText, kgTextEn } from '../platform/words/format.js';

refusalWords({
  vi: {
    FORECAST_DAY_PAST: {
      message: 'Ngày này đã qua.',
      nextStep: 'Chọn hôm nay hoặc một ngày sắp tới.',
    },
    FORECAST_DAY_FAR: ({ days }) => ({
      message: 'Ngày này còn quá xa.',
      nextStep: `Chọn một ngày trong ${days} ngày tới.`,
    }),
    FORECAST_IMPLAUSIBLE: ({ mostGrams }) => ({
      message: `Một hộ không thể có hơn ${kgText(Number(mostGrams))} trong một ngày.`,
      nextStep: 'Xem lại con số và đơn vị kg, yến, tạ.',
    }),
    FORECAST_NUMBER_MISSING: {
      message: 'Chưa có số.',
      nextStep: 'Ghi một số, hoặc chọn nhiều hơn, như trước, ít hơn.',
    },
    TREND_WITHOUT_NUMBER: {
      message: 'Bảy ngày qua chưa có số nào để so.',
      nextStep: 'Ghi số cân thay cho mũi tên.',
    },
    BULK_ROW_TWICE: { message: 'Hộ này có hai dòng.', nextStep: 'Giữ một dòng rồi gửi lại.' },
    PLAN_NOT_FOUND: {
      message: 'Không tìm thấy kế hoạch này.',
      nextStep: 'Mở lại danh sách kế hoạch.',
    },
    PLAN_CHANGED: {
      message: 'Kế hoạch vừa được người khác sửa.',
      nextStep: 'Mở lại để xem bản mới rồi làm tiếp.',
    },
    PLAN_STEP_NOT_ALLOWED: {
      message: 'Kế hoạch không còn ở bước này.',
      nextStep: 'Mở lại kế hoạch để xem đang ở bước nào.',
    },
    PLAN_NOTE_MISSING: {
      message: 'Trả lại thì phải có lý do.',
      nextStep: 'Ghi một câu cho hộ biết cần sửa gì.',
    },
    PLAN_WEIGHT_MISSING: {
      message: 'Chưa có sản lượng.',
      nextStep: 'Ghi cả vụ được chừng bao nhiêu.',
    },
    PLAN_MONTH_WRONG: { message: 'Tháng chưa đúng.', nextStep: 'Chọn tháng hái.' },
    PLAN_AREA_WRONG: {
      message: 'Diện tích hoặc số cây chưa đúng.',
      nextStep: 'Ghi mét vuông và số cây, lớn hơn 0.',
    },
    WINDOW_WRONG: { message: 'Khung mùa vụ chưa đúng.', nextStep: 'Sửa ô được đánh dấu.' },
    WINDOW_PAST: {
      message: 'Chỉ đặt được từ hôm nay trở đi.',
      nextStep: 'Chọn ngày áp dụng từ hôm nay.',
    },
    EVENT_LOSS_WRONG: { message: 'Phần mất phải từ 0 đến 100%.', nextStep: 'Chọn lại phần mất.' },
    BULK_ROWS_WRONG: ({ most }) => ({
      message: `Danh sách phải có từ 1 đến ${most} dòng.`,
      nextStep: `Chia danh sách rồi gửi từng phần.`,
    }),
    PLAN_IMPLAUSIBLE: ({ mostGrams }) => ({
      message: `Một vụ không thể có hơn ${kgText(Number(mostGrams))}.`,
      nextStep: `Xem lại con số và đơn vị.`,
    }),
    PLAN_TAKEN: ({ season }) => ({
      message: `Vụ ${season} đã có kế hoạch cho cây này.`,
      nextStep: `Mở kế hoạch cũ để sửa.`,
    }),
    PLAN_DAYS_WRONG: ({ days }) => ({
      message: `Ngày hái chưa đúng.`,
      nextStep: `Ngày cuối phải sau ngày đầu, chưa qua, và không quá ${days} ngày.`,
    }),
    EVENT_DAYS_WRONG: ({ oldest, longest }) => ({
      message: `Ngày chưa đúng.`,
      nextStep: `Chọn trong ${oldest} ngày qua, ảnh hưởng không quá ${longest} ngày.`,
    }),
    SHEET_BROKEN: { message: 'Không đọc được tệp này.', nextStep: 'Chọn tệp Excel .xlsx.' },
    LIST_HOUSEHOLD_UNKNOWN: ({ name }) => ({
      message: `Không có hộ “${name}” trong địa bàn.`,
      nextStep: `Sửa tên cho đúng, hoặc dùng mã hộ trong bảng mẫu.`,
    }),
    LIST_NAME_AMBIGUOUS: ({ name, households }) => ({
      message: `Có ${households} hộ tên “${name}”.`,
      nextStep: `Ghi thêm thôn, hoặc dùng mã hộ trong bảng mẫu.`,
    }),
    WEIGHT_UNREADABLE: ({ text }) => ({
      message: `Chưa hiểu số cân “${text}”.`,
      nextStep: `Ghi như: 45, 3 tạ 2, 2 tấn rưỡi.`,
    }),
    CONTAINER_UNKNOWN: ({ container }) => ({
      message: `Chưa biết một ${container === 'SOT' ? 'sọt' : 'thùng'} của hộ này được bao nhiêu kg.`,
      nextStep: 'Ghi số kg, hoặc ghi một cái đựng bao nhiêu cho hộ trước.',
    }),
    CONTAINER_WRONG: ({ least, most }) => ({
      message: 'Số kg một sọt, một thùng chưa đúng.',
      nextStep: `Ghi từ ${kgText(Number(least))} đến ${kgText(Number(most))}.`,
    }),
    WEIGHT_AMBIGUOUS: ({ text }) => ({
      message: `“${text}” hiểu được hai cách.`,
      nextStep: `Ghi đủ đơn vị, ví dụ 2150 kg.`,
    }),
    SHEET_TOO_LARGE: ({ rows }) => ({
      message: `Bảng quá lớn.`,
      nextStep: `Gửi bảng không quá ${rows} dòng và 1 MB.`,
    }),
    SHEET_HEADS_MISSING: ({ heads }) => ({
      message: `Không thấy các cột ${heads}.`,
      nextStep: `Tải bảng mẫu rồi ghi vào đó.`,
    }),
    AREA_UNREADABLE: ({ text }) => ({
      message: `Không đọc được diện tích “${text}”.`,
      nextStep: 'Ghi số mét vuông, hoặc như 2 sào, 0,5 ha.',
    }),
    LIST_COMMUNE_UNKNOWN: ({ typed }) => ({
      message: `Không có xã “${typed}” trong địa bàn.`,
      nextStep: 'Ghi tên xã của năm 2021, như Nghĩa Phương.',
    }),
    LIST_HAMLET_UNKNOWN: ({ typed }) => ({
      message: `Xã này chưa có thôn “${typed}”.`,
      nextStep: 'Sửa tên thôn cho đúng, hoặc để trống.',
    }),
    LIST_ROW_TWICE: ({ line }) => ({
      message: `Trùng với dòng ${line}.`,
      nextStep: 'Giữ một dòng; cây khác thì ghi cây khác.',
    }),
    IMPORT_PAPER_MISSING: {
      message: 'Chưa có ảnh danh sách các hộ đã ký.',
      nextStep: 'Cho các hộ ký tên trên danh sách, chụp lại rồi ghi.',
    },
  },
  en: {
    FORECAST_DAY_PAST: { message: 'This day is over.', nextStep: 'Choose today or a coming day.' },
    FORECAST_DAY_FAR: ({ days }) => ({
      message: 'This day is too far ahead.',
      nextStep: `Choose one of the next ${days} days.`,
    }),
    FORECAST_IMPLAUSIBLE: ({ mostGrams }) => ({
      message: `A household cannot have more than ${kgTextEn(Number(mostGrams))} on one day.`,
      nextStep: 'Check the number and its unit.',
    }),
    FORECAST_NUMBER_MISSING: {
      message: 'There is no number.',
      nextStep: 'Give a number, or an arrow against the last one.',
    },
    TREND_WITHOUT_NUMBER: {
      message: 'There is no number of the last seven days to compare with.',
      nextStep: 'Give a weight instead of an arrow.',
    },
    BULK_ROW_TWICE: {
      message: 'This household has two rows.',
      nextStep: 'Keep one of them and send again.',
    },
    PLAN_NOT_FOUND: {
      message: 'This plan was not found.',
      nextStep: 'Open the list of plans again.',
    },
    PLAN_CHANGED: {
      message: 'Somebody has just changed this plan.',
      nextStep: 'Open it again and go on from there.',
    },
    PLAN_STEP_NOT_ALLOWED: {
      message: 'The plan is no longer at this step.',
      nextStep: 'Open it again to see where it stands.',
    },
    PLAN_NOTE_MISSING: {
      message: 'A plan is given back with a reason.',
      nextStep: 'Say in a sentence what should be mended.',
    },
    PLAN_WEIGHT_MISSING: {
      message: 'There is no expected weight.',
      nextStep: 'Say about how much the season will bring.',
    },
    PLAN_MONTH_WRONG: {
      message: 'The month is wrong.',
      nextStep: 'Choose the month of the harvest.',
    },
    PLAN_AREA_WRONG: {
      message: 'Land or trees are wrong.',
      nextStep: 'Give square metres and trees above zero.',
    },
    WINDOW_WRONG: { message: 'The window is wrong.', nextStep: 'Mend the marked field.' },
    WINDOW_PAST: {
      message: 'A window is set from today on.',
      nextStep: 'Choose today or a coming day.',
    },
    EVENT_LOSS_WRONG: {
      message: 'The loss must be between 0 and 100 %.',
      nextStep: 'Choose the loss again.',
    },
    BULK_ROWS_WRONG: ({ most }) => ({
      message: `A list has 1 to ${most} rows.`,
      nextStep: `Send it in parts.`,
    }),
    PLAN_IMPLAUSIBLE: ({ mostGrams }) => ({
      message: `A season cannot bring more than ${kgTextEn(Number(mostGrams))}.`,
      nextStep: `Check the number and its unit.`,
    }),
    PLAN_TAKEN: ({ season }) => ({
      message: `There is already a plan of this crop for ${season}.`,
      nextStep: `Open and change that one.`,
    }),
    PLAN_DAYS_WRONG: ({ days }) => ({
      message: `The days of the harvest are wrong.`,
      nextStep: `The last day follows the first, is not over, and lies within ${days} days.`,
    }),
    EVENT_DAYS_WRONG: ({ oldest, longest }) => ({
      message: `The days are wrong.`,
      nextStep: `Choose one of the last ${oldest} days and a reach of at most ${longest} days.`,
    }),
    SHEET_BROKEN: { message: 'This file cannot be read.', nextStep: 'Choose an Excel .xlsx file.' },
    LIST_HOUSEHOLD_UNKNOWN: ({ name }) => ({
      message: `There is no household “${name}” in your communes.`,
      nextStep: `Correct the name, or use the id of the sheet we gave.`,
    }),
    LIST_NAME_AMBIGUOUS: ({ name, households }) => ({
      message: `${households} households are called “${name}”.`,
      nextStep: `Add the hamlet, or use the id of the sheet we gave.`,
    }),
    WEIGHT_UNREADABLE: ({ text }) => ({
      message: `The weight “${text}” was not understood.`,
      nextStep: `Write it as in: 45, 3 tạ 2, 2 tấn rưỡi.`,
    }),
    CONTAINER_UNKNOWN: ({ container }) => ({
      message: `It is not known what one ${container === 'SOT' ? 'basket' : 'crate'} of this household holds.`,
      nextStep: 'Write kilograms, or say first what one holds.',
    }),
    CONTAINER_WRONG: ({ least, most }) => ({
      message: 'This is not what one container holds.',
      nextStep: `Write ${kgTextEn(Number(least))} to ${kgTextEn(Number(most))}.`,
    }),
    WEIGHT_AMBIGUOUS: ({ text }) => ({
      message: `“${text}” can be read two ways.`,
      nextStep: `Write it with its unit, as in 2150 kg.`,
    }),
    SHEET_TOO_LARGE: ({ rows }) => ({
      message: `The sheet is too large.`,
      nextStep: `Send one of at most ${rows} rows and 1 MB.`,
    }),
    SHEET_HEADS_MISSING: ({ heads }) => ({
      message: `The columns ${heads} were not found.`,
      nextStep: `Download the sheet we give and fill it in.`,
    }),
    AREA_UNREADABLE: ({ text }) => ({
      message: `The area “${text}” cannot be read.`,
      nextStep: 'Write square metres, or as 2 sào, 0,5 ha.',
    }),
    LIST_COMMUNE_UNKNOWN: ({ typed }) => ({
      message: `There is no commune “${typed}” here.`,
      nextStep: 'Write the name it had in 2021, such as Nghĩa Phương.',
    }),
    LIST_HAMLET_UNKNOWN: ({ typed }) => ({
      message: `This commune has no hamlet “${typed}”.`,
      nextStep: 'Correct the name, or leave it out.',
    }),
    LIST_ROW_TWICE: ({ line }) => ({
      message: `The same as row ${line}.`,
      nextStep: 'Keep one of them; name another crop if it is one.',
    }),
    IMPORT_PAPER_MISSING: {
      message: 'There is no photo of the list with the households’ signatures.',
      nextStep: 'Let them sign the list, photograph it, then enter it.',
    },
  },
});
