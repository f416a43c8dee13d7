import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum OrderReportKind {
  CONFIRMATION = 'CONFIRMATION',
  PICK_LIST = 'PICK_LIST',
}
registerEnumType(OrderReportKind, {
  name: 'OrderReportKind',
  description: 'Giấy nào của đơn. / Which paper of an order.',
  valuesMap: {
    CONFIRMATION: { description: 'Xác nhận đơn gom. / The order confirmation.' },
    PICK_LIST: { description: 'Phiếu đi gom theo thôn. / The pick list by hamlet.' },
  },
});

@ObjectType('PdfDocument', {
  description:
    'Một tờ giấy dạng PDF; in lại từ cùng dữ liệu thì giống từng byte. / A paper as PDF; the same data gives the same bytes.',
})
export class PdfDocumentModel {
  @Field(() => String, { description: 'Tên tệp. / Name of the file.' })
  fileName: string;
  @Field(() => String, { description: 'SHA-256 của tệp, hệ 16. / SHA-256 of the file, in hex.' })
  sha256: string;
  @Field(() => String, { description: 'Nội dung tệp, base64. / The file, base64.' })
  contentBase64: string;
}
