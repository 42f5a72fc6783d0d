import { t } from './texts'
import { zhCN } from './zh-CN'

type Known = Readonly<Record<string, string>>
type Key = Parameters<typeof t>[0]

function inWords(words: Known, branch: string, code: string): string | undefined {
  return Object.keys(words).includes(code) ? t(`${branch}.${code}` as Key) : undefined
}

/** What was done, as people say it; what has no words stands as it was written. */
export function doneWords(action: string): string {
  const [module = '', verb = ''] = action.split('.', 2)
  return inWords((zhCN.did as Readonly<Record<string, Known>>)[module] ?? {}, `did.${module}`, verb) ?? action
}

export function subjectWords(kind: string): string {
  return inWords(zhCN.subject, 'subject', kind) ?? kind
}

/** Name, duty and place as the entry holds them. Who acts as themselves, or as the application, has no duty. */
export function actorWords(actor: string): string {
  return actor
    .split(' · ')
    .filter((part) => part !== 'worker')
    .map((part, index) => (index === 1 ? (inWords(zhCN.duty, 'duty', part) ?? part) : part))
    .join(' · ')
}
