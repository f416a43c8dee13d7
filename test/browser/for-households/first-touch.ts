import type { Locator, Page } from 'playwright-core';
import { until, type Stage } from '../support/stage.js';
import type { Story } from '../support/story.js';

/** In the page: a disk that answers for no draft before `isAnswering` is true. */
const SLOW_DISK = `{
  const get = IDBObjectStore.prototype.get;
  IDBObjectStore.prototype.get = function (key) {
    const asked = get.call(this, key);
    const again = () => {
      if (!globalThis.isAnswering) get.call(this, key).onsuccess = again;
    };
    if (this.name === 'drafts') asked.addEventListener('success', again);
    return asked;
  };
}`;

/** In the page: once all that was asked of the drafts before has been answered. */
const DISK_ANSWERS = `(async () => {
  globalThis.isAnswering = true;
  const kept = (await indexedDB.databases()).find(({ name }) => !name.endsWith(':guest'));
  return new Promise((resolve) => {
    const opening = indexedDB.open(kept.name);
    opening.onsuccess = () => {
      const last = opening.result.transaction('drafts', 'readwrite');
      last.objectStore('drafts').count();
      last.oncomplete = () => {
        opening.result.close();
        setTimeout(resolve);
      };
    };
  });
})()`;

/** Who is quicker than the phone loses nothing by it. */
export function firstTouch(story: Story, lan: () => Page): void {
  const { scene } = story;

  scene('a field that is gone to as soon as it stands is not left by what is typed', async () => {
    const page = await lan().context().newPage();
    await page.addInitScript(`
      new MutationObserver((changes, eye) => {
        const field = document.querySelector('#help-note');
        if (!field) return;
        eye.disconnect();
        field.focus();
      }).observe(document, { childList: true, subtree: true });
    `);
    await story.stage.go(page, '/app/xin-goi');
    // The name of the screen is the last thing of it to be there.
    await until(async () => (await page.title()).startsWith('Nhờ gọi lại'));
    await page.keyboard.type('chưa hiểu');
    expect(await page.getByLabel('Đang vướng việc gì?').inputValue()).toBe('chưa hiểu');
    await page.close();
  });
}

/** The note of a plan, written on a phone that has not looked yet for what was written last time. */
export async function notedBeforeTheDisk(
  stage: Stage,
  officer: Page,
  planOn: (page: Page) => Locator,
): Promise<void> {
  const page = await officer.context().newPage();
  await page.addInitScript(SLOW_DISK);
  await stage.go(page, '/app/vp/ke-hoach');
  await planOn(page).getByRole('button', { name: 'Trả lại' }).click();
  const note = planOn(page).getByLabel('Cần sửa gì?');
  await note.pressSequentially('thiếu');
  await page.evaluate(DISK_ANSWERS);
  expect(await note.inputValue()).toBe('thiếu');
  await note.fill('');
  await page.close();
}
