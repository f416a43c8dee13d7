import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import type { SeasonKind } from '../domain/season.js';

@Entity('crop_windows')
export class CropWindowEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') cropCode: string;
  @Column('text', { nullable: true }) varietyCode: string | null;
  @Column('text') season: SeasonKind;
  @Column('text') opens: string;
  @Column('text') closes: string;
  @Column('int4') usualKgPerHa: number;
  @Column('int4') mostKgPerHa: number;
  @Column('int4') shelfDaysFrom: number;
  @Column('int4') shelfDaysTo: number;
  @Column('date') validFrom: Day;
  @Column('uuid', { nullable: true }) setBy: string | null;
  @Column('timestamptz') createdAt: Date;
}
