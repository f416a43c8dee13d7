import { Injectable } from '@nestjs/common';
import { Catalog } from '../catalog/index.js';
import type { Locale } from '../platform/access/actor.js';
import type { GoodsNames } from './domain/notice-words.js';

/** What crops and grades are called inside a sentence. */
@Injectable()
export class GoodsWords {
  constructor(private readonly catalog: Catalog) {}

  async in(locale: Locale): Promise<GoodsNames> {
    const crops = await this.catalog.crops();
    const named = (thing: { nameVi: string; nameEn: string } | undefined, code: string): string =>
      (locale === 'en' ? thing?.nameEn : thing?.nameVi) ?? code;
    const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
    const grades = new Map(
      (await Promise.all(crops.map(({ code }) => this.catalog.gradesOf(code))))
        .flat()
        .map((grade) => [`${grade.cropCode}/${grade.code}`, grade]),
    );
    return {
      crop: (code) =>
        lower(
          named(
            crops.find((crop) => crop.code === code),
            code,
          ),
        ),
      grade: (cropCode, code) => lower(named(grades.get(`${cropCode}/${code}`), code)),
    };
  }
}
