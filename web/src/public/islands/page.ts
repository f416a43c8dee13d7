import '../../styles/public.css';

// The pages are whole without this file; it only saves a tap or two where the browser can.

for (const form of document.querySelectorAll<HTMLFormElement>('[data-submits-itself]')) {
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement) form.submit();
  });
  // Unused filters stay out of the address, so that the same list has one address.
  form.addEventListener('formdata', ({ formData }) => {
    for (const name of new Set(formData.keys()))
      if (formData.get(name) === '') formData.delete(name);
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) {
  const canShare = 'share' in navigator;
  if (canShare || 'clipboard' in navigator) button.hidden = false;
  button.addEventListener('click', () => void share(button, canShare));
}

async function share(button: HTMLButtonElement, canShare: boolean): Promise<void> {
  const { share: title = '', copied = '' } = button.dataset;
  const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  try {
    if (canShare) return await navigator.share({ title, text: title, url });
    await navigator.clipboard.writeText(`${title}\n${url}`);
    button.querySelector('span')?.replaceChildren(copied);
  } catch {
    // The person closed the share sheet: that is an answer, not a fault.
  }
}
