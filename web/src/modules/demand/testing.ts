import type { CaseMay, DemandCase } from './api'

/** A demand being handled in a grid, as the server would send it. */
export function aCase(change: Partial<DemandCase> = {}, facts: Partial<DemandCase['demand']> = {}): DemandCase {
  return {
    demand: {
      id: '0193-a', version: 3, number: '建外2611-0187', title: '12号楼501室暖气不热', words: '暖气是温的', kind: 'heating', kindName: '供暖', channel: 'phone', regionCode: '110105001026004',
      placeText: '永安里 · 第四网格', place: '12号楼501室', anonymous: false, contact: { name: '刘＊＊', phone: '138＊＊＊＊5521' }, raisedAt: '2026-11-24T07:10:00+08:00', registeredBy: '周敏',
      status: 'handling', statusAt: '2026-11-24T07:10:00+08:00', step: 'handle', responsible: '区热力集团建外所', nodeCode: '110105001026000', nodeName: '永安里社区',
      clock: { inWords: '水电气热类 24 小时', ruleVersion: 3, dueAt: '2026-11-25T07:10:00+08:00', warnAt: '2026-11-25T01:10:00+08:00', isLate: false },
      joiners: 3, reopens: 0, isPublished: true,
      ...facts,
    },
    path: [
      { code: '0', name: '全国', level: 0 }, { code: '110105000000000', name: '朝阳区', level: 3 }, { code: '110105001000000', name: '建外街道', level: 4 },
      { code: '110105001026000', name: '永安里社区', level: 5 }, { code: '110105001026004', name: '第四网格', level: 6 },
    ],
    steps: [], history: [], may: [], files: [], answers: [], trail: [], callBacks: [], similar: [],
    ...change,
  }
}

/** A newer server may know verbs these pages do not. */
const known = (verb: string) => verb as CaseMay['verb']

export const may = (verb: string, primary = false): CaseMay => ({ verb: known(verb), allowed: true, primary })
export const mayNot = (verb: string, why: string): CaseMay => ({ verb: known(verb), allowed: false, primary: false, why })
