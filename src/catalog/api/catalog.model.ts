import { Field, Int, ObjectType } from '@nestjs/graphql';
import { GramsScalar } from '../../platform/graphql/scalars.js';

@ObjectType('Variety', { description: 'Giống cây. / A variety of a crop.' })
export class VarietyModel {
  @Field(() => String, { description: 'Mã, ví dụ NA_DAI. / Code.' })
  code: string;
  @Field(() => String, { description: 'Tên tiếng Việt. / Vietnamese name.' })
  nameVi: string;
  @Field(() => String, { description: 'Tên tiếng Anh. / English name.' })
  nameEn: string;
}

@ObjectType('Grade', {
  description: 'Loại hàng theo cỡ quả. / A grade of a crop, by size of fruit.',
})
export class GradeModel {
  @Field(() => String, { description: 'Mã: DB, L1 … L4, XO. / Code.' })
  code: string;
  @Field(() => String, { description: 'Tên tiếng Việt. / Vietnamese name.' })
  nameVi: string;
  @Field(() => String, { description: 'Tên tiếng Anh. / English name.' })
  nameEn: string;
  @Field(() => String, {
    nullable: true,
    description: 'Số quả một cân, ví dụ 3–4. / Fruits per kilogram, as people say it.',
  })
  fruitsPerKg: string | null;
  @Field(() => Int, { nullable: true, description: 'Gam một quả, từ. / Least grams a fruit.' })
  fruitGFrom: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Gam một quả, dưới. / Below this many grams a fruit.',
  })
  fruitGTo: number | null;
}

@ObjectType('Crop', { description: 'Cây trồng: na, dưa lê, khoai sọ… / A crop.' })
export class CropModel {
  @Field(() => String, { description: 'Mã, ví dụ NA. / Code.' })
  code: string;
  @Field(() => String, { description: 'Tên tiếng Việt. / Vietnamese name.' })
  nameVi: string;
  @Field(() => String, { description: 'Tên tiếng Anh. / English name.' })
  nameEn: string;
  @Field(() => Int, {
    description: 'Số ngày giữ được ở nhiệt độ thường. / Days it keeps at air temperature.',
  })
  shelfLifeDays: number;
}

@ObjectType('CrateType', {
  description: 'Loại bì: sọt, thùng xốp, bao. / A kind of crate with its tare.',
})
export class CrateTypeModel {
  @Field(() => String, { description: 'Mã bì. / Code.' })
  code: string;
  @Field(() => String, { description: 'Tên tiếng Việt. / Vietnamese name.' })
  nameVi: string;
  @Field(() => String, { description: 'Tên tiếng Anh. / English name.' })
  nameEn: string;
  @Field(() => GramsScalar, { description: 'Cân bì một cái. / Tare of one.' })
  tareG: number;
}
