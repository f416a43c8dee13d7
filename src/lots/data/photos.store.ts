import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { PhotoEntity } from './lot.entities.js';

@Injectable()
export class PhotosStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async add(photo: PhotoEntity): Promise<void> {
    await this.dataSource.getRepository(PhotoEntity).insert(photo);
  }

  async bytes(id: string, size: 'card' | 'full'): Promise<Buffer | undefined> {
    const column = size === 'card' ? 'card' : 'full_size';
    const rows: { bytes: Buffer }[] = await this.dataSource.query(
      `select ${column} as bytes from photos where id = $1`,
      [id],
    );
    return rows[0]?.bytes;
  }
}
