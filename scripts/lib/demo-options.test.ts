import { describe, expect, test } from 'vitest';
import { parseDemoOptions } from './demo-options.ts';

describe('the flags of scripts/demo', () => {
  test('without any, every port is free and our own Checkr is used', () => {
    const plain = { help: false, once: false, headed: false, keepOpen: false, ports: {} };
    expect(parseDemoOptions([])).toEqual(plain);
  });

  test('fix ports one by one', () => {
    expect(parseDemoOptions(['--org-port', '8001', '--connector-port=8003']).ports).toEqual({
      org: 8001,
      connector: 8003,
    });
  });

  test('name another Checkr with its key', () => {
    const { otherCheckr } = parseDemoOptions(['--checkr-url', 'http://127.0.0.1:9/v1', '--checkr-api-key', 'k']);
    expect(otherCheckr).toEqual({ url: 'http://127.0.0.1:9/v1', apiKey: 'k' });
  });

  test.each([
    ['a port that is no number', ['--org-port', 'http'], '--org-port must be a port number, not "http".'],
    ['a port beyond the last one', ['--checkr-port', '70000'], '--checkr-port must be a port number, not "70000".'],
    ['an address without a scheme', ['--checkr-url', 'localhost:9'], '--checkr-url must be an http address'],
    ['an unknown flag', ['--port', '1'], "Unknown option '--port'; scripts/demo --help lists the flags."],
  ])('refuses %s in words', (_, args, words) => {
    expect(() => parseDemoOptions(args)).toThrow(words);
  });
});
