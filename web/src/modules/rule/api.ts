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

export const ruleApi = {
  show: (book: string, region: string | undefined, signal: AbortSignal) => http.get('/api/rules/{book}', { path: { book }, query: { region }, signal }),
  history: (book: string, key: string | undefined, region: string, signal: AbortSignal) => http.get('/api/rules/{book}/history', { path: { book }, query: { key, region }, signal }),
  preview: (book: string, draft: RuleDraft) => http.post('/api/rules/{book}/preview', draft, { path: { book } }),
  set: (book: string, draft: RuleDraft, intention: Intention) => http.post('/api/rules/{book}', draft, { path: { book }, intention }),
  end: (book: string, body: Schemas['RuleEndRequest'], intention: Intention) => http.post('/api/rules/{book}/end', body, { path: { book }, intention }),
  withdraw: (book: string, id: string, body: Schemas['RuleWithdrawRequest'], intention: Intention) => http.post('/api/rules/{book}/{id}/withdrawal', body, { path: { book, id }, intention }),
}
