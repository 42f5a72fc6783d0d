import { createI18n } from 'vue-i18n'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]
/** Each language in its own words, so that whoever needs it can find it. */
export const languageNames: Record<Language, string> = { 'zh-CN': '中文', en: 'English' }

export interface Messages {
  [key: string]: string | Messages
}

/** The shape another language must have: every key of the source, each a string. */
export type Translation<M extends Messages> = {
  [K in keyof M]: M[K] extends Messages ? Translation<M[K]> : string
}

/** Dotted names of all sentences in a message tree. */
export type KeyOf<M extends Messages> = {
  [K in keyof M & string]: M[K] extends Messages ? `${K}.${KeyOf<M[K]>}` : K
}[keyof M & string]

/** `count` also chooses the plural form where a sentence has several, separated by |. */
export type Named = Record<string, string | number>
export type Say<M extends Messages> = (key: KeyOf<M>, named?: Named) => string

const STORED = 'gz.language'

function isLanguage(value: string | null | undefined): value is Language {
  return languages.some((each) => each === value)
}

function remembered(): Language {
  const stored = localStorage.getItem(STORED)
  return isLanguage(stored) ? stored : 'zh-CN'
}

export const i18n = createI18n({
  legacy: false,
  locale: remembered() as string,
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': {}, en: {} } as Record<string, Messages>,
})

/** The language on screen; reactive when read in a template or computed. */
export function currentLanguage(): Language {
  const value = i18n.global.locale.value
  return isLanguage(value) ? value : 'zh-CN'
}

export function useLanguage(language: Language): void {
  i18n.global.locale.value = language
  localStorage.setItem(STORED, language)
  document.documentElement.lang = language
}

/** Tells the page its language at start, without remembering it as a choice. */
export function showLanguage(): void {
  document.documentElement.lang = currentLanguage()
}

/** Takes the account's language on a device that has not chosen one. */
export function suggestLanguage(language: string | undefined): void {
  if (localStorage.getItem(STORED) === null && isLanguage(language)) {
    i18n.global.locale.value = language
    showLanguage()
  }
}

/**
 * Adds a module's sentences and gives back the function that says them, reactive to the language.
 * The Chinese object is the type: a key missing in `en` does not compile.
 */
export function defineTexts<const M extends Messages>(scope: string, zhCN: M, en: Translation<M>): Say<M> {
  i18n.global.mergeLocaleMessage('zh-CN', { [scope]: zhCN })
  i18n.global.mergeLocaleMessage('en', { [scope]: en })
  return (key, named = {}) => {
    const path = `${scope}.${key}`
    // 0 and 1000+ come as text where they were capped.
    const count = typeof named.count === 'string' ? Number.parseInt(named.count, 10) : named.count
    return count !== undefined && !Number.isNaN(count) ? i18n.global.t(path, named, count) : i18n.global.t(path, named)
  }
}
