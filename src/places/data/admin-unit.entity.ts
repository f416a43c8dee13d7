import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('admin_units')
export class AdminUnitEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') kind: 'PROVINCE' | 'DISTRICT' | 'COMMUNE' | 'TOWNSHIP' | 'HAMLET';
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('date') validFrom: string;
  @Column('date', { nullable: true }) validTo: string | null;
  @Column('uuid', { nullable: true }) successorId: string | null;
  @Column('float8', { nullable: true }) lat: number | null;
  @Column('float8', { nullable: true }) lon: number | null;
  @Column('int4', { nullable: true }) population: number | null;
  @Column('float8', { nullable: true, name: 'area_km2' }) areaKm2: number | null;
  @Column('bool', { default: false }) isGiNaDai: boolean;
}
