import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('places')
export class PlaceEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') kind: 'WHOLESALE_MARKET' | 'BUYING_POINT' | 'BORDER_GATE' | 'TOWN' | 'CHECKPOINT';
  @Column('float8') lat: number;
  @Column('float8') lon: number;
  @Column('text', { nullable: true }) road: string | null;
  @Column('uuid', { nullable: true }) unitId: string | null;
  @Column('text', { nullable: true }) jurisdiction: string | null;
}
