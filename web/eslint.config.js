import { fileURLToPath } from 'node:url'
import boundaries from 'eslint-plugin-boundaries'
import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

/** Every ban says why. */
const onlyHttp = 'Requests go through app/http: it adds the token, the idempotency key and the row version.'

export default tseslint.config(
  { ignores: ['dist/', 'eslint-resolver.cjs', 'src/kernel/api/', 'node_modules/'] },
  ...tseslint.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    files: ['src/**/*.{ts,vue}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { [fileURLToPath(new URL('./eslint-resolver.cjs', import.meta.url))]: {} },
      'boundaries/elements': [
        { type: 'http', pattern: 'src/app/http' },
        { type: 'app', pattern: 'src/app' },
        { type: 'generated', pattern: 'src/kernel/api' },
        { type: 'kernel', pattern: 'src/kernel' },
        { type: 'module', pattern: 'src/modules/*', capture: ['name'] },
        { type: 'gallery', pattern: 'src/gallery' },
      ],
    },
    rules: {
      // Floors: http < kernel < app < modules. A module never reaches into another one, only to its public.ts.
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            { from: { element: { type: 'http' } }, allow: { to: { element: { types: { anyOf: ['generated'] } } } } },
            {
              from: { element: { type: 'kernel' } },
              allow: { to: { element: { types: { anyOf: ['http', 'kernel', 'generated'] } } } },
            },
            {
              from: { element: { type: 'app' } },
              allow: { to: { element: { types: { anyOf: ['http', 'kernel', 'generated', 'app'] } } } },
            },
            {
              from: { element: { type: 'module' } },
              allow: { to: { element: { types: { anyOf: ['http', 'kernel', 'generated', 'app'] } } } },
            },
            { from: { element: { type: 'module' } }, allow: { to: { file: { path: '**/public.ts' } } } },
            {
              from: { element: { type: 'gallery' } },
              allow: { to: { element: { types: { anyOf: ['http', 'kernel', 'generated', 'app', 'module'] } } } },
            },
            { allow: { to: { module: { origin: 'external' } } } },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: onlyHttp },
        { name: 'XMLHttpRequest', message: onlyHttp },
        { name: 'EventSource', message: onlyHttp },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='crypto'][property.name='randomUUID']",
          message: 'Missing on plain http in a closed network: use newKey() of app/http.',
        },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'vue/multi-word-component-names': 'off',
      // A static style attribute may be written by innerHTML, which the content security policy refuses.
      'vue/no-static-inline-styles': 'error',
      'vue/no-v-html': 'error',
      'vue/no-bare-strings-in-template': ['error', { allowlist: ['·', '›', '—', '/', '×', '(', ')', '+', '-', '%', ':', '、', '…', '（', '）', '：', '，', '↑', '↓', '✓'] }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/define-macros-order': 'error',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/require-default-prop': 'off',
    },
  },
  { files: ['src/app/http/**'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['src/app/**/*.vue', 'src/modules/**/*.vue'], rules: { 'max-lines': ['error', { max: 250 }] } },
  { files: ['src/gallery/**'], rules: { 'vue/no-bare-strings-in-template': 'off', 'max-lines': 'off' } },
)
