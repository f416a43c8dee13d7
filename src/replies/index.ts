export { HelpCallsStore } from './data/help-calls.store.js';
export { OtherQuestions, type Asked } from './other-questions.js';
export { RepliesModule } from './replies.module.js';
export { actIdOf } from './use-cases/answering.js';
