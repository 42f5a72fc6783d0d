import { railCount } from '@/app/railCount'
import { workbenchApi } from './api'

/** The number behind 工作台. */
export const { count: todoCount, refresh: refreshTodoCount } = railCount('viewTodos', async () => (await workbenchApi.count()).all)
