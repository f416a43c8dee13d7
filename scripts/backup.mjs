// Backs up the PostgreSQL that comes along, or restores it:
//   node scripts/backup.mjs to DIRECTORY      also while the product runs
//   node scripts/backup.mjs from DIRECTORY    into a DATA_DIR that has no database yet
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
  install();
  buildWhenStale();
});

const { loadConfig } = await import('../dist/platform/config.js');
const { backUp, restore } = await import('../dist/platform/database/embedded-backup.js');
const { sentenceFor } = await import('../dist/platform/start-up-faults.js');

try {
  const { databaseUrl, dataDir } = loadConfig(process.env);
  if (databaseUrl)
    throw new GiveUp(
      'DATABASE_URL is set: back up that server with its own tools, pg_dump or pg_basebackup.',
      'Đang dùng DATABASE_URL: hãy sao lưu máy chủ đó bằng công cụ của nó, pg_dump hoặc pg_basebackup.',
    );
  const log = (sentence) => process.stderr.write(`${sentence}\n`);
  if (way === 'to') await backUp(dataDir, directory, log);
  else await restore(directory, dataDir, log);
  process.stdout.write(way === 'to' ? `Saved to ${directory}.\n` : `Restored into ${dataDir}.\n`);
} catch (error) {
  const sentence = error instanceof GiveUp ? error.message : sentenceFor(error);
  process.stderr.write(`${sentence ?? error.stack}\n`);
  process.exitCode = 1;
}
