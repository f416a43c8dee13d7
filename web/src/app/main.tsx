import '../styles/all.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { startSending } from './offline/phone.js';
import { isElsewhere, session } from './session.js';
import { startSettings } from './settings.js';
import { App } from './shell/app.js';
import { keepAppOnPhone } from './shell/new-version.js';
import { partOf } from './shell/parts.js';

startSettings();
const root = document.getElementById('app');
if (root) {
  root.replaceChildren();
  render(<App />, root);
}
startSending();
effect(() => {
  if (isElsewhere.value)
    void import('./features/accounts/session-of.js').then(({ followAnew }) => followAnew());
});
void keepAppOnPhone(() => partOf(session.value?.role));
