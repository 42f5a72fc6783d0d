import { http, type Intention } from '@/app/http/http'
import type { Schemas } from '@/app/http/wire'

export type RuleBook = Schemas['ShowRulesBook']
export type RuleRow = Schemas['ShowRulesRow']
export type Rule = Schemas['ShowRulesRule']
export type RuleChange = Schemas['ShowRulesChange']
export type RuleTerms = Schemas['RuleTerms']
export type RulePreview = Schemas['Preview']
export type RuleFigure = Schemas['RuleEffectFigure']
export type RuleDraft = Schemas['RuleSetRequest']

export type Calendar = Schemas['HolidayCalendar']
export type HolidayTrial = Schemas['HolidayTrial']

export const ruleApi = {
  show: (book: string, region: string | undefined, signal: AbortSignal) => http.get('/api/rules/{book}', { path: { book }, query: { region }, signal }),
  history: (book: string, key: string | undefined, region: string, signal: AbortSignal) => http.get('/api/rules/{book}/history', { path: { book }, query: { key, region }, signal }),
  preview: (book: string, draft: RuleDraft) => http.post('/api/rules/{book}/preview', draft, { path: { book } }),
  set: (book: string, draft: RuleDraft, intention: Intention) => http.post('/api/rules/{book}', draft, { path: { book }, intention }),
  end: (book: string, body: Schemas['RuleEndRequest'], intention: Intention) => http.post('/api/rules/{book}/end', body, { path: { book }, intention }),
  calendar: (year: number | undefined, signal: AbortSignal) => http.get('/api/holidays', { query: { year }, signal }),
  tryHolidays: (year: number, text: string) => http.post('/api/holidays/preview', { year, text }),
  setHolidays: (body: Schemas['HolidayNoticeRequest'], intention: Intention) => http.post('/api/holidays', body, { intention }),
  sheet: (file: File) => {
    const parts = new FormData()
    parts.append('file', file)
    return http.upload<Schemas['HolidaySheetText']>('/api/holidays/sheet', parts, () => undefined).done
  },
  departments: (region: string, signal: AbortSignal) => http.get('/api/route-departments', { query: { region }, signal }),
  kinds: (region: string, signal: AbortSignal) => http.get('/api/demand-kinds', { query: { region }, signal }),
  withdraw: (book: string, id: string, body: Schemas['RuleWithdrawRequest'], intention: Intention) => http.post('/api/rules/{book}/{id}/withdrawal', body, { path: { book, id }, intention }),
}
