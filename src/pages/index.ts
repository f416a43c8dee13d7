export { DEMO_PEOPLE } from './demo-people.js';
export { PagesModule } from './pages.module.js';
