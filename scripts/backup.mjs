// Backs up the PostgreSQL that comes along, or restores it:
//   node scripts/backup.mjs to DIRECTORY      also while the product runs
//   node scripts/backup.mjs from DIRECTORY    into a DATA_DIR that has no database yet
// BACKUP_KEY seals what is saved, and opens it again.
import { buildWhenStale } from './build.mjs';
import { GiveUp, tellAndExit } from './give-up.mjs';
import { install } from './install.mjs';

const [way, directory] = process.argv.slice(2);

tellAndExit(() => {
  if (!['to', 'from'].includes(way) || !directory)
    throw new GiveUp(
      'Say where: node scripts/backup.mjs to DIRECTORY, or from DIRECTORY.',
      'Hãy chỉ nơi: node scripts/backup.mjs to THƯ_MỤC, hoặc from THƯ_MỤC.',
    );
  install({ withTests: false });
  buildWhenStale();
});

await import('../dist/backup.js');
