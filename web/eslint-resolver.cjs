/* How this project's imports are found, for the boundaries rule: relative, "@/…", or a package. */
const fs = require('node:fs')
const path = require('node:path')

const endings = ['', '.ts', '.vue', '/index.ts', '.d.ts']

exports.interfaceVersion = 2
exports.resolve = (source, file) => {
  const bare = source.split('?')[0]
  const start = bare.startsWith('@/')
    ? path.join(__dirname, 'src', bare.slice(2))
    : bare.startsWith('.')
      ? path.resolve(path.dirname(file), bare)
      : undefined
  if (start === undefined) return { found: true, path: null }
  const found = endings.map((ending) => start + ending).find((each) => fs.existsSync(each) && fs.statSync(each).isFile())
  return found === undefined ? { found: false } : { found: true, path: found }
}
