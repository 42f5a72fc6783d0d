import { describe, expect, it } from 'vitest'
import { actorWords, doneWords, subjectWords } from './trailWords'

describe('an entry of the trail', () => {
  it('says what was done and to what in words, and leaves what it does not know as it was written', () => {
    expect(doneWords('session.lock-out')).toBe('连错多次被锁定')
    expect(doneWords('demand.take_up')).toBe('接单')
    expect(doneWords('demand.constructor')).toBe('demand.constructor')
    expect(doneWords('elsewhere.open')).toBe('elsewhere.open')
    expect(subjectWords('account')).toBe('账号')
    expect(subjectWords('comet')).toBe('comet')
  })

  it('names the duty somebody acted in, and none where they acted as themselves', () => {
    expect(actorWords('周敏 · community_secretary · 永安里社区')).toBe('周敏 · 社区书记 · 永安里社区')
    expect(actorWords('周敏 · worker')).toBe('周敏')
  })
})
