const BROWSERS: readonly [RegExp, string][] = [
  [/MicroMessenger\/([\d.]+)/, '微信'], [/Edg(?:e|A|iOS)?\/(\d+)/, 'Edge'], [/Firefox\/(\d+)/, 'Firefox'], [/(?:Chrome|CriOS)\/(\d+)/, 'Chrome'], [/Version\/(\d+).*Safari/, 'Safari'],
]
const SYSTEMS: readonly [RegExp, string][] = [[/HarmonyOS/, 'HarmonyOS'], [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/Linux/, 'Linux']]

/** Chrome 120 · Windows: enough to tell one's own devices apart; a name nobody knows stays as it was sent. */
export function browserName(sent: string): string {
  const browser = BROWSERS.flatMap(([mark, name]) => {
    const found = mark.exec(sent)
    return found === null ? [] : [`${name} ${found[1] ?? ''}`]
  })[0]
  const system = SYSTEMS.find(([mark]) => mark.test(sent))?.[1]
  return [browser, system].filter((part) => part !== undefined).join(' · ') || sent
}
