import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Refused } from '../../platform/graphql/refused.js';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import type { ImportedRow } from '../use-cases/import-households.js';

const ImportStatusEnum = {
  NEW: 'NEW',
  WRITTEN: 'WRITTEN',
  THERE: 'THERE',
  LIKELY_THERE: 'LIKELY_THERE',
  REFUSED: 'REFUSED',
} as const satisfies Record<ImportedRow['status'], string>;
registerEnumType(ImportStatusEnum, {
  name: 'ImportStatus',
  description: 'Một dòng danh sách hộ đến đâu. / What a row of a list of households is.',
  valuesMap: {
    NEW: { description: 'Hộ mới, sẽ ghi. / New; would be entered.' },
    WRITTEN: { description: 'Đã ghi. / Entered.' },
    THERE: { description: 'Đã có, không ghi lại. / There already; not entered again.' },
    LIKELY_THERE: {
      description:
        'Có hộ cùng tên cùng chỗ, số khác: không ghi cho đến khi nói rõ là hộ khác. / One of its name lives there with another number; entered once said to be another.',
    },
    REFUSED: { description: 'Dòng có chỗ sai. / Something in it is wrong.' },
  },
});

@InputType({
  description: 'Một dòng danh sách hộ, như người ta gõ. / One row of a list, as it was typed.',
})
export class HouseholdRowInput {
  @Field(() => Int, { description: 'Số dòng trong bảng. / Number of the row in the sheet.' })
  line: number;
  @Field(() => String, { description: 'Hộ. / Household.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'Số điện thoại. / Telephone.' })
  phone: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Xã; bỏ trống khi chỉ phụ trách một xã. / Commune; may be left out with one.',
  })
  commune: string | null;
  @Field(() => String, { nullable: true, description: 'Thôn. / Hamlet.' })
  hamlet: string | null;
  @Field(() => String, { description: 'Cây, tên hoặc mã. / Crop, by name or code.' })
  crop: string;
  @Field(() => String, {
    nullable: true,
    description: 'Diện tích: 720, 2 sào, 0,5 ha. / Area: 720 (m²), 2 sào, 0,5 ha.',
  })
  area: string | null;
  @Field(() => String, { nullable: true, description: 'Năm trồng. / Year of planting.' })
  plantedYear: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Đã xem hộ giống, đúng là hộ khác. / Warned of a namesake; this is another.',
  })
  isReallyNew: boolean | null;
}

@InputType({ description: 'Nhập danh sách hộ và thửa. / A list of households and plots.' })
export class ImportHouseholdsInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => Boolean, {
    description: 'Chỉ xem thử, không ghi gì. / Only say what would be done; nothing is written.',
  })
  dryRun: boolean;
  @Field(() => ID, {
    nullable: true,
    description:
      'Ảnh danh sách có chữ ký các hộ; cần khi ghi. / Photo of the list as the households signed it; needed to write.',
  })
  paperId: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Giấy ghi cho bên mình bán thay: ghi luôn lời nhờ. / The list says that you may sell for them; that is put on record too.',
  })
  letsSell: boolean | null;
  @Field(() => [HouseholdRowInput], { description: 'Từ 1 đến 200 dòng. / 1 to 200 rows.' })
  rows: HouseholdRowInput[];
}

@ObjectType('RowProblem', { description: 'Một chỗ sai trong dòng. / What is wrong in a row.' })
export class RowProblemModel {
  @Field(() => String, { description: 'Cột nào. / Head of the column.' })
  column: string;
  @Field(() => Refused, { description: 'Vì sao. / Why.' })
  refusal: Refused;
}

@ObjectType('ImportedHousehold', { description: 'Một dòng đã xem. / One row of the list.' })
export class ImportedHouseholdModel {
  @Field(() => Int, { description: 'Số dòng trong bảng. / Number of the row in the sheet.' })
  line: number;
  @Field(() => String, { description: 'Hộ. / Household.' })
  name: string;
  @Field(() => ImportStatusEnum, { description: 'Đến đâu. / What became of it.' })
  status: ImportedRow['status'];
  @Field(() => ID, {
    nullable: true,
    description: 'Hộ đã ghi, hoặc hộ đã có. / The household entered, or the one there.',
  })
  householdId: string | null;
  @Field(() => [RowProblemModel], { description: 'Các chỗ sai. / All that is wrong.' })
  problems: RowProblemModel[];
}

@ObjectType('HouseholdImport', { description: 'Kết quả nhập danh sách. / What became of a list.' })
export class HouseholdImportModel {
  @Field(() => [ImportedHouseholdModel], { description: 'Theo thứ tự gửi. / In the order sent.' })
  rows: ImportedHouseholdModel[];
}
