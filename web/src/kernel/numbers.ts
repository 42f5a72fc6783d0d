export const NONE = '—'

/** 18,600 */
export function count(value: number): string {
  const [whole = '', part] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return part === undefined ? grouped : `${grouped}.${part}`
}

/** 92.4%; “—” when there is nothing to divide by. Never 100.0% unless it is all, never 0.0% unless it is none. */
export function percent(part: number, whole: number, digits = 1): string {
  if (whole === 0) return NONE
  const unit = 10 ** digits
  let tenths = Math.round((part / whole) * 100 * unit)
  if (tenths === 100 * unit && part < whole) tenths -= 1
  if (tenths === 0 && part > 0) tenths = 1
  return `${(tenths / unit).toFixed(digits)}%`
}

/** Money in yuan from a number of fen, or a decimal string as the server sends it: 18,600; 18,600.50. */
export function yuan(amount: number | string): string {
  const [whole = '0', part = ''] = (typeof amount === 'number' ? (amount / 100).toFixed(2) : amount).split('.')
  const fen = part.padEnd(2, '0').slice(0, 2)
  return fen === '00' ? count(Number(whole)) : `${count(Number(whole))}.${fen}`
}

/** A total the server capped stays as it came: "1000+". */
export function total(value: number | string | null | undefined): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'number' ? count(value) : value
}

/** 1.4 MB, 380 KB */
export function bytes(size: number): string {
  return size >= 1_048_576 ? `${(size / 1_048_576).toFixed(1)} MB` : `${String(Math.max(1, Math.round(size / 1024)))} KB`
}
