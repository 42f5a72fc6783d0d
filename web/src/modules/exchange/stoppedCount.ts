import { railCount } from '@/app/railCount'
import { exchangeApi } from './api'

/** The number behind 事件推送: what was paused because nobody took it. */
export const { count: stoppedCount, refresh: refreshStopped } = railCount('keepWebhooks', async () => (await exchangeApi.stoppedWebhooks()).count)
