import '../styles/all.css';
import { render } from 'preact';
import { startSending } from './offline/phone.js';
import { session } from './session.js';
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
void keepAppOnPhone(() => partOf(session.value?.role));
