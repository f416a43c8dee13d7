import { arePushKeys, isPushEndpoint } from './push-endpoint.js';

describe('where notifications may be sent', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/QOabc',
    'https://db5p.notify.windows.com/w/?token=abc',
  ])('takes %s', (endpoint) => expect(isPushEndpoint(endpoint, false)).toBe(true));

  it.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com.evil.example/x',
    'https://fcm.googleapis.com:8443/x',
    'https://user@fcm.googleapis.com/x',
    'https://169.254.169.254/latest',
    'http://127.0.0.1:9/x',
    'not an address',
    `https://fcm.googleapis.com/${'x'.repeat(1000)}`,
  ])('refuses %s', (endpoint) => expect(isPushEndpoint(endpoint, false)).toBe(false));

  it('takes this machine outside production, for trying out', () => {
    expect(isPushEndpoint('http://127.0.0.1:9000/x', true)).toBe(true);
    expect(isPushEndpoint('http://10.0.0.1:9000/x', true)).toBe(false);
  });

  it('takes keys of the right size alone', () => {
    const point = Buffer.alloc(65, 4).toString('base64url');
    const secret = Buffer.alloc(16, 7).toString('base64url');
    expect(arePushKeys(point, secret)).toBe(true);
    expect(arePushKeys(secret, point)).toBe(false);
    expect(arePushKeys(point, 'không phải')).toBe(false);
  });
});
