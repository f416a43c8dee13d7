import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { PublicPages } from '../../web/src/public/props.js';
import { WEB_FOLDER } from '../platform/http/web-folder.js';

/** The built pages of the web; loaded at the first request, because a test or a job may run without them. */
@Injectable()
export class Templates {
  #pages: Promise<PublicPages> | undefined;

  get(): Promise<PublicPages> {
    const file = pathToFileURL(join(WEB_FOLDER, 'public', 'render.js')).href;
    this.#pages ??= import(file) as Promise<PublicPages>;
    return this.#pages;
  }
}
