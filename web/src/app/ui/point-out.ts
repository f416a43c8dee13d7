/** After the next drawing: to the first field that is marked as wrong, on the sheet that is open or on the screen. */
export function toFirstWrong(): void {
  setTimeout(() => {
    const page = document.querySelector('dialog[open]') ?? document;
    const wrong = page.querySelector<HTMLElement>(
      ':is(input, select, textarea)[aria-invalid=true], [aria-invalid=true] :is(input, button)',
    );
    wrong?.focus();
    // Amid the screen what is said of it is seen too.
    wrong?.scrollIntoView({ block: 'center' });
  });
}

/** To the heading of the step that is drawn now, so that keys go on from there and a reader hears what is asked. */
export function toStep(): void {
  const heading = document.querySelector<HTMLElement>('main :is(h2, legend)');
  heading?.setAttribute('tabindex', '-1');
  (heading ?? document.querySelector('h1'))?.focus();
}

/**
 * A button that cannot do its work yet was pressed: every field it waits for says so, and the first is gone to. Each field
 * of the form (of the sheet or screen, for a button outside a form) is asked by the browser, as before a form is sent; keys
 * to press are asked likewise.
 */
export function pointOut(button: Element): void {
  const page = button.closest('form') ?? button.closest('dialog') ?? document.querySelector('main');
  for (const field of page?.querySelectorAll<HTMLInputElement>('input, select, textarea') ?? [])
    field.checkValidity();
  for (const keys of page?.querySelectorAll('[data-missing]') ?? [])
    keys.dispatchEvent(new Event('invalid'));
  toFirstWrong();
}
