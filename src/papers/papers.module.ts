import { Module } from '@nestjs/common';
import { PapersResolver } from './api/papers.resolver.js';
import { SheetsStore } from './data/sheets.store.js';

@Module({ providers: [SheetsStore, PapersResolver] })
export class PapersModule {}
