import { Column, Entity, PrimaryColumn } from 'typeorm';
import { safeInteger } from '../../platform/database/columns.js';

@Entity('crops')
export class CropEntity {
  @PrimaryColumn('text') code: string;
  @Column('text') nameVi: string;
  @Column('text') nameEn: string;
  @Column('text', { array: true, default: [] }) synonyms: string[];
  @Column('int4') shelfLifeDays: number;
  @Column('int4') position: number;
}

@Entity('varieties')
export class VarietyEntity {
  @PrimaryColumn('text') code: string;
  @Column('text') cropCode: string;
  @Column('text') nameVi: string;
  @Column('text') nameEn: string;
}

@Entity('grades')
export class GradeEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') cropCode: string;
  @Column('text') code: string;
  @Column('text') nameVi: string;
  @Column('text') nameEn: string;
  @Column('int4', { nullable: true }) fruitGFrom: number | null;
  @Column('int4', { nullable: true }) fruitGTo: number | null;
  @Column('text', { nullable: true }) fruitsPerKg: string | null;
  @Column('int4') position: number;
  @Column('date') validFrom: string;
  @Column('date', { nullable: true }) validTo: string | null;
}

@Entity('crate_types')
export class CrateTypeEntity {
  @PrimaryColumn('text') code: string;
  @Column('text') nameVi: string;
  @Column('text') nameEn: string;
  @Column('int8', { transformer: safeInteger }) tareG: number;
}

@Entity('seasons')
export class SeasonEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') cropCode: string;
  @Column('text') nameVi: string;
  @Column('int4') monthFrom: number;
  @Column('int4') monthTo: number;
  @Column('bool') isMain: boolean;
}

@Entity('reference_prices')
export class ReferencePriceEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') cropCode: string;
  @Column('text') gradeCode: string;
  @Column('int4') month: number;
  @Column('int8', { transformer: safeInteger }) vndPerKg: number;
}
