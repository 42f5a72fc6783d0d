import { http, type Intention } from '@/app/http/http'
import type { Schemas } from '@/app/http/wire'

export type Cluster = Schemas['LikenessClusterResponse']
export type ClusterPage = Schemas['LikenessClusterPage']
export type Member = Schemas['ClusterMemberRow']
export type MergedTogether = Schemas['HandlingMergedTogether']

export const likenessApi = {
  clusters: (region: string | undefined, after: string | undefined, signal: AbortSignal) => http.get('/api/demand-clusters', { query: { region, after }, signal }),
  members: (id: string, signal: AbortSignal) => http.get('/api/demand-clusters/{id}', { path: { id }, signal }),
  mergeAll: (lead: string, ids: string[], intention: Intention) => http.post('/api/demands/{id}/merged-together', { ids }, { path: { id: lead }, intention }),
}
