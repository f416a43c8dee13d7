// Field names other files already use; extend freely, keep these.
export interface Config {
  readonly isProduction: boolean;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly secretKey: string;
  readonly otpSink: string | undefined;
  /** Codes one network address may ask for in an hour: 20 in production, 2,000 outside. */
  readonly otpSendsPerIpHour: number;
  readonly seed: 'demo' | 'empty' | 'none';
  readonly publicUrl: string;
}
