import { http } from '@/app/http/http'

export const operationsApi = {
  health: (signal: AbortSignal) => http.get('/api/system-health', { signal }),
}
