import { describe, expect, it } from 'vitest'
import { browserName } from './browserName'

describe('a browser', () => {
  it('is told by its name and system', () => {
    expect(browserName('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0')).toBe('Edge 120 · Windows')
    expect(browserName('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1')).toBe('Safari 17 · iOS')
  })
  it('stays as it was sent when nobody knows it', () => {
    expect(browserName('curl/8.0')).toBe('curl/8.0')
  })
})
