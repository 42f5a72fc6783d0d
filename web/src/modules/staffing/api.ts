import { http, type Intention } from '@/app/http/http'
import type { Schemas } from '@/app/http/wire'

export type AccountRow = Schemas['StaffRow']
export type Account = Schemas['StaffDetail']
export type HeldDuty = Schemas['StaffDuty']
export type DutyKind = Schemas['DutyKind']
export type DepartmentRow = Schemas['Department']
export type OpenMatter = Schemas['HandOverOpenMatter']
export type ImportRow = Schemas['ImportRow']
export type ImportProblem = Schemas['ImportProblem']
export type Proposal = Schemas['DutyProposalRow']

export interface AccountFilter {
  q?: string | undefined
  region?: string | undefined
  duty?: string | undefined
  status?: 'active' | 'disabled' | undefined
}

export const staffingApi = {
  page: (filter: AccountFilter, after: string | undefined, signal: AbortSignal) => http.get('/api/accounts', { query: { ...filter, after, limit: 20 }, signal }),
  account: (id: string, signal: AbortSignal) => http.get('/api/accounts/{id}', { path: { id }, signal }),
  viewers: (id: string, signal: AbortSignal) => http.get('/api/accounts/{id}/viewers', { path: { id }, signal }),
  open: (body: Schemas['StaffOpenRequest'], intention: Intention) => http.post('/api/accounts', body, { intention }),
  rename: (id: string, name: string, intention: Intention) => http.put('/api/accounts/{id}/name', { name }, { path: { id }, intention }),
  disable: (id: string, intention: Intention) => http.post('/api/accounts/{id}/disablement', undefined, { path: { id }, intention }),
  enable: (id: string, intention: Intention) => http.delete('/api/accounts/{id}/disablement', { path: { id }, intention }),
  password: (id: string) => http.post('/api/accounts/{id}/one-time-password', undefined, { path: { id } }),
  kinds: (signal: AbortSignal) => http.get('/api/duty-kinds', { signal }),
  lines: (signal: AbortSignal) => http.get('/api/demand-kinds', { signal }),
  grant: (id: string, body: Schemas['DutyGrantRequest'], intention: Intention) => http.post('/api/accounts/{id}/duties', body, { path: { id }, intention }),
  end: (id: string, duty: string, body: Schemas['DutyEndRequest'], intention: Intention) => http.post('/api/accounts/{id}/duties/{duty}/end', body, { path: { id, duty }, intention }),
  openWork: (id: string, signal: AbortSignal) => http.get('/api/accounts/{id}/open-work', { path: { id }, signal }),
  handOver: (id: string, to: string, demands: string[], intention: Intention) => http.post('/api/accounts/{id}/hand-over', { to, demands }, { path: { id }, intention }),
  imports: (signal: AbortSignal) => http.get('/api/account-imports', { signal }),
  importPage: (id: string, signal: AbortSignal) => http.get('/api/account-imports/{id}', { path: { id }, signal }),
  checkSheet: (file: File) => {
    const parts = new FormData()
    parts.append('file', file)
    return http.upload<Schemas['ImportAccountsChecked']>('/api/account-imports', parts, () => undefined).done
  },
  applyImport: (id: string, intention: Intention) => http.post('/api/account-imports/{id}/application', undefined, { path: { id }, intention }),
  undoImport: (id: string, intention: Intention) => http.post('/api/account-imports/{id}/undoing', undefined, { path: { id }, intention }),
  departments: (region: string | undefined, signal: AbortSignal) => http.get('/api/departments', { query: { region }, signal }),
  addDepartment: (body: Schemas['DepartmentAddRequest'], intention: Intention) => http.post('/api/departments', body, { intention }),
  renameDepartment: (id: string, name: string, intention: Intention) => http.put('/api/departments/{id}/name', { name }, { path: { id }, intention }),
  closeDepartment: (id: string, intention: Intention) => http.post('/api/departments/{id}/closure', undefined, { path: { id }, intention }),
  reopenDepartment: (id: string, intention: Intention) => http.delete('/api/departments/{id}/closure', { path: { id }, intention }),
  proposals: (open: boolean | undefined, after: string | undefined, signal: AbortSignal) => http.get('/api/duty-proposals', { query: { open, after, limit: 20 }, signal }),
  confirm: (id: string, intention: Intention) => http.post('/api/duty-proposals/{id}/confirmation', undefined, { path: { id }, intention }),
  decline: (id: string, words: string, intention: Intention) => http.post('/api/duty-proposals/{id}/refusal', { words }, { path: { id }, intention }),
  withdraw: (id: string, intention: Intention) => http.post('/api/duty-proposals/{id}/withdrawal', undefined, { path: { id }, intention }),
}
