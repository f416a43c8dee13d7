/** One SMS of the GSM alphabet. */
const SMS_LENGTH = 160;

/**
 * The message with a sign-in code: no marks, one SMS. Its last line, `@domain #code`, lets the phone's browser fill the
 * code in by itself; it is left out where a very long domain would cost a second SMS.
 */
export function otpText(code: string, minutes: number, domain: string): string {
  const words = `Ma dang nhap Cho Luc Nam: ${code}. Dung trong ${minutes} phut. Khong dua ma nay cho ai.`;
  const withDomain = `${words}\n\n@${domain} #${code}`;
  return withDomain.length <= SMS_LENGTH ? withDomain : words;
}
