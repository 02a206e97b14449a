import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../../test/app.js';
import { parseByteRange } from './byte-range.js';
import { FileStore } from './file-store.js';

describe('the range of a request', () => {
  it.each([
    [undefined, 'whole'],
    ['bytes=0-99', { first: 0, last: 99 }],
    ['bytes=900-', { first: 900, last: 999 }],
    ['bytes=-100', { first: 900, last: 999 }],
    ['bytes=-5000', { first: 0, last: 999 }],
    ['bytes=990-5000', { first: 990, last: 999 }],
    ['bytes=1000-', 'invalid'],
    ['bytes=-0', 'invalid'],
    ['bytes=9-2', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['lines=0-1', 'whole'],
  ])('%s of 1000 bytes is %j', (header, expected) => {
    expect(parseByteRange(header, 1000)).toEqual(expected);
  });
});

describe('a stored file', () => {
  const test = useTestApp();
  const film = randomBytes(5_000);
  const stored = () => test.get(FileStore).put(film, 'video/mp4', 'phim.mp4');

  it('is kept for ever by a browser, under its hash', async () => {
    const ref = await stored();
    const response = await test.visitor.get(`/files/${ref.hash}/phim.mp4`).buffer(true);
    expect(response.status).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'video/mp4',
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${ref.hash}"`,
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'content-length': '5000',
    });
    expect(Buffer.compare(response.body, film)).toBe(0);
  });

  it('is not sent again to whoever has it', async () => {
    const ref = await stored();
    for (const tag of [`"${ref.hash}"`, `W/"${ref.hash}"`, `"x", "${ref.hash}"`, '*']) {
      const response = await test.visitor.get(`/files/${ref.hash}/a`).set('If-None-Match', tag);
      expect([tag, response.status]).toEqual([tag, 304]);
      expect(response.headers['content-length']).toBeUndefined();
    }
    expect((await test.visitor.get(`/files/${ref.hash}/a`).set('If-None-Match', '"x"')).status).toBe(200);
  });

  it('is sent in parts, as a player seeks', async () => {
    const ref = await stored();
    const part = await test.visitor.get(`/files/${ref.hash}/a`).set('Range', 'bytes=1000-1999').buffer(true);
    expect(part.status).toBe(206);
    expect(part.headers).toMatchObject({ 'content-range': 'bytes 1000-1999/5000', 'content-length': '1000' });
    expect(Buffer.compare(part.body, film.subarray(1000, 2000))).toBe(0);
  });

  it('refuses a part behind its end and says how long it is', async () => {
    const ref = await stored();
    const response = await test.visitor.get(`/files/${ref.hash}/a`).set('Range', 'bytes=5000-');
    expect(response.status).toBe(416);
    expect(response.headers['content-range']).toBe('bytes */5000');
    expect(JSON.parse(response.text)).toMatchObject({ code: 'file.range-invalid' });
  });

  it('comes whole when the part is of another file', async () => {
    const ref = await stored();
    const response = await test.visitor
      .get(`/files/${ref.hash}/a`)
      .set('Range', 'bytes=0-9')
      .set('If-Range', '"other"');
    expect(response.status).toBe(200);
  });

  it('sends parts of a text uncompressed, because a part of the compressed text would be another', async () => {
    const text = Buffer.from(`WEBVTT\n\n${'00:00.000 --> 00:02.000\nXin chào\n\n'.repeat(200)}`);
    const ref = await test.get(FileStore).put(text, 'text/vtt', 'a.vtt');
    const part = await test.visitor
      .get(`/files/${ref.hash}/a`)
      .set('Range', 'bytes=0-2999')
      .set('Accept-Encoding', 'br');
    expect(part.status).toBe(206);
    expect(part.headers['content-encoding']).toBeUndefined();
    expect(part.headers['content-length']).toBe('3000');
  });

  it('is a drawing that may do nothing, whatever name the address gives it', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const ref = await test.get(FileStore).put(svg, 'image/svg+xml', 'a.svg');
    const response = await test.visitor.get(`/files/${ref.hash}/a.html`);
    expect(response.headers['content-type']).toBe('image/svg+xml');
    expect(response.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    );
    expect(response.headers['x-content-type-options']).toBe('nosniff');
  });

  it('is not found under another hash, and a hash has 64 digits', async () => {
    expect((await test.visitor.get(`/files/${'0'.repeat(64)}/a`)).body.code).toBe('file.not-found');
    expect((await test.visitor.get('/files/abc/a')).body.code).toBe('request.invalid');
  });

  it('is stored once, however many store it at once', async () => {
    const bytes = randomBytes(100);
    const refs = await Promise.all(
      [1, 2, 3, 4].map(() => test.get(FileStore).put(bytes, 'image/png', 'a.png')),
    );
    expect(new Set(refs.map((ref) => ref.hash)).size).toBe(1);
  });

  it('keeps the media type that it was first stored under', async () => {
    const bytes = randomBytes(100);
    await test.get(FileStore).put(bytes, 'image/png', 'a.png');
    await expect(test.get(FileStore).put(bytes, 'video/mp4', 'a.mp4')).rejects.toThrow('stored as image/png');
  });
});
