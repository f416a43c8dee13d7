import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { csvOf, type ExportedTables } from '../domain/export-text.js';
import { InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';

@ObjectType('ExportedTable', { description: 'Một phần của bản xuất. / One part of an export.' })
export class ExportedTableModel {
  @Field(() => String, { description: 'Tên bảng. / Name of the table.' })
  name: string;
  @Field(() => Int, { description: 'Bao nhiêu dòng. / How many rows.' })
  rows: number;
}

@ObjectType('PersonDataExport', {
  description:
    'Mọi dữ liệu chợ giữ về một người hoặc một hộ, máy đọc được. / All the market keeps about a person or a household, machine readable.',
})
export class PersonDataExportModel {
  @Field(() => InstantScalar, { description: 'Lúc xuất. / When it was made.' })
  madeAt: Date;
  @Field(() => [ExportedTableModel], { description: 'Gồm những phần nào. / What it holds.' })
  tables: ExportedTableModel[];
  @Field(() => String, { description: 'Toàn bộ, dạng JSON. / All of it as JSON.' })
  json: string;
  @Field(() => String, { description: 'Toàn bộ, dạng CSV. / All of it as CSV.' })
  csv: string;
}

/** Written out for a person or a household, as a file says of whom it is. */
export const exportOf = (
  about: { readonly personId: string } | { readonly householdId: string },
  tables: ExportedTables,
  madeAt: Date,
): PersonDataExportModel => ({
  madeAt,
  tables: Object.entries(tables).map(([name, rows]) => ({ name, rows: rows.length })),
  json: JSON.stringify({ ...about, madeAt, tables }, null, 1),
  csv: csvOf(tables),
});

@ObjectType('Erasure', {
  description: 'Một yêu cầu xóa dữ liệu cá nhân. / A request to be forgotten.',
})
export class ErasureModel {
  @Field(() => ID, { description: 'Mã yêu cầu. / Id.' })
  id: string;
  @Field(() => InstantScalar, { description: 'Lúc yêu cầu. / When it was asked for.' })
  requestedAt: Date;
  @Field(() => InstantScalar, {
    description:
      'Xóa sau lúc này, trước đó còn rút lại được. / Done from then on; until then it can be taken back.',
  })
  effectiveAt: Date;
  @Field(() => InstantScalar, {
    description: 'Hạn hai ngày làm việc. / The end of two working days.',
  })
  dueAt: Date;
}

@ObjectType('ErasureState', {
  description: 'Yêu cầu xóa đang chờ, nếu có. / What waits, if anything.',
})
export class ErasureStateModel {
  @Field(() => ErasureModel, {
    nullable: true,
    description: 'Yêu cầu đang chờ. / The open request.',
  })
  erasure: ErasureModel | null;
}

@InputType({ description: 'Dữ liệu của ai. / Whose data.' })
export class DataSubjectInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => UuidScalar, {
    nullable: true,
    description:
      'Người khác, chỉ quản trị; bỏ trống là chính mình. / Somebody else, administrators only.',
  })
  personId: string | null;
}
