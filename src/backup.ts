import { loadConfig } from './platform/config.js';
import { backUp, restore } from './platform/database/embedded-backup.js';
import { sentenceFor, StartUpFault } from './platform/start-up-faults.js';

// `to DIRECTORY` saves the PostgreSQL that comes along, also while the product runs; `from DIRECTORY` brings it
// back into a DATA_DIR that has no database yet.
const [way, directory = ''] = process.argv.slice(2);
try {
  const { databaseUrl, dataDir, backupKey, isProduction } = loadConfig(process.env);
  if (databaseUrl)
    throw new StartUpFault(
      'DATABASE_URL is set: back up that server with its own tools, pg_dump or pg_basebackup.',
      'Đang dùng DATABASE_URL: hãy sao lưu máy chủ đó bằng công cụ của nó, pg_dump hoặc pg_basebackup.',
    );
  if (way === 'to' && isProduction && !backupKey)
    throw new StartUpFault(
      'BACKUP_KEY is required in production: a backup holds names and phone numbers. Make one with `openssl rand -base64 32`.',
      'Chạy thật phải có BACKUP_KEY: bản sao lưu có tên và số điện thoại. Hãy tạo bằng `openssl rand -base64 32`.',
    );
  const log = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
  if (way === 'to') {
    if (!backupKey) log('BACKUP_KEY is not set: whoever has this backup can read it.');
    await backUp(dataDir, directory, log, backupKey);
  } else {
    await restore(directory, dataDir, log, backupKey);
  }
  process.stdout.write(way === 'to' ? `Saved to ${directory}.\n` : `Restored into ${dataDir}.\n`);
} catch (fault) {
  process.stderr.write(`${sentenceFor(fault) ?? String(fault)}\n`);
  process.exitCode = 1;
}
