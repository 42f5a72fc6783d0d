import { describe, expect, it } from 'vitest'
import { contentOf, headline, historyOf, lampOf, statusOf, stepsOf, trailOf, word } from './caseView'
import { aCase } from './testing'

const now = Date.parse('2026-11-24T10:00:00+08:00')
const entry = { id: '1', at: '2026-11-24T09:41:00+08:00', verb: 'note_progress' as const, verbName: '进展', actor: '刘工（区热力集团建外所）', words: '', files: [] }

describe('a case as it is read', () => {
  it('makes a short first sentence the headline of a report', () => {
    expect(headline('热力所师傅已到楼下。初步判断为过滤器堵塞。')).toEqual(['热力所师傅已到楼下', '初步判断为过滤器堵塞。'])
    expect(headline('只有一句话。')).toBeUndefined()
  })

  it('says to whom and why before the words', () => {
    const [item] = historyOf(aCase({ history: [{ ...entry, verb: 'assign', verbName: '派遣', toName: '热力所', reason: '快到期了', words: '2 小时内上门' }] }), false, now)
    expect(item).toMatchObject({ title: '派遣', when: '09:41', words: '给 热力所\n理由：快到期了\n2 小时内上门' })
  })

  it('says what came of a decision, on the screen and on paper', () => {
    const granted = { ...entry, verb: 'decide_extension' as const, verbName: '答复延期', words: '抓紧', publicWords: '办理时限延到 11月26日 18:00' }
    const refused = { ...entry, id: '2', verb: 'decide_extension' as const, verbName: '答复延期', words: '配件今天能到' }
    const closed = { ...entry, id: '3', verb: 'close' as const, verbName: '办结', publicWords: '过滤器已清洗' }
    expect(historyOf(aCase({ history: [granted, refused] }), false, now).map((each) => each.words)).toEqual(['办理时限延到 11月26日 18:00\n抓紧', '没有同意延期\n配件今天能到'])
    expect(contentOf(closed)).toBe('过滤器已清洗')
  })

  it('shows only what was reported when asked to', () => {
    const items = historyOf(aCase({ history: [{ ...entry, words: '已到现场' }, { ...entry, id: '2', verb: 'urge', verbName: '催办' }] }), true, now)
    expect(items.map((each) => each.id)).toEqual(['1'])
  })

  it('says until when the present station runs and what comes later', () => {
    const steps = stepsOf(aCase({ steps: [{ key: 'assign', state: 'done', who: '热力所', at: '2026-11-24T07:20:00+08:00' }, { key: 'handle', state: 'now', who: '热力所', at: '2026-11-24T11:30:00+08:00' }, { key: 'supervise', state: 'todo' }, { key: 'verify', state: 'todo' }, { key: 'close', state: 'todo' }] }), now)
    expect(steps.map((step) => [step.who, step.when])).toEqual([['给 热力所', '07:20'], ['热力所', '11:30 前'], ['需要时', undefined], ['永安里社区', undefined], ['回访后', undefined]])
  })

  it('stands still while it is suspended and is done once it is closed', () => {
    const clock = { ...aCase().demand.clock, pausedAt: '2026-11-24T09:00:00+08:00', reviewOn: '2026-12-10' }
    expect(lampOf(aCase({}, { status: 'suspended', clock }).demand)).toMatchObject({ paused: true, pausedUntil: '2026-12-10', done: false })
    expect(lampOf(aCase({}, { status: 'closed' }).demand).done).toBe(true)
  })

  it('promises nothing more once it was declined or merged, and says so once', () => {
    const declined = aCase({ steps: [{ key: 'supervise', state: 'skipped' }, { key: 'verify', state: 'skipped' }, { key: 'close', state: 'skipped' }] }, { status: 'declined' })
    expect(stepsOf(declined, now).map((step) => step.who)).toEqual([undefined, undefined, undefined])
    expect(lampOf(declined.demand)).toEqual({ tone: 'hold', words: '不予受理' })
    expect([statusOf(declined.demand), statusOf(aCase().demand)]).toEqual(['', '处置中'])
  })

  it('says into what it went, not to whom', () => {
    const merged = { ...entry, verb: 'merge' as const, verbName: '合并', toName: '建外2611-0070' }
    expect(historyOf(aCase({ history: [merged] }), false, now)[0]?.words).toBe('并入 建外2611-0070')
    expect(contentOf(merged)).toBe('并入 建外2611-0070')
  })

  it('begins the trail with how it came and ends with what is not there yet', () => {
    const trail = trailOf(aCase(), now)
    expect(trail.map((item) => [item.kind, item.place])).toEqual([['来电', 'above'], ['诉求', 'this'], ['议题', 'none'], ['项目', 'none']])
    expect(trail[0]?.title).toBe('11月24日 07:10 来电记录')
  })

  it('shows an unknown code rather than nothing', () => {
    expect(word('channel', 'pigeon')).toBe('pigeon')
  })
})
