import type { components, paths } from '@/kernel/api/schema'

/** Every record of the interface by its name there; written by `npm run types`. */
export type Schemas = components['schemas']

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** Addresses that know a method, as the interface writes them: /api/demands/{id}. */
export type AddressOf<M extends Method> = { [A in keyof paths]: paths[A] extends Record<M, object> ? A : never }[keyof paths]

type Operation<M extends Method, A extends keyof paths> = A extends keyof paths ? paths[A][M] : never

type JsonOf<Response> = Response extends { content: infer C } ? C[keyof C] : undefined

/** What a success holds. */
export type Told<M extends Method, A extends keyof paths> = Operation<M, A> extends { responses: infer R } ? JsonOf<R[keyof R & (200 | 201 | 202 | 204)]> : never

/** What is sent. */
export type Sent<M extends Method, A extends keyof paths> = Operation<M, A> extends infer O ? (O extends { requestBody: { content: infer C } } ? C[keyof C] : undefined) : never

/** What is not set is left out of the address. */
type Unset<T> = { [K in keyof T]: T[K] | null | undefined }

type QueryPart<O> = O extends { parameters: { query: infer Q } } ? { query: Unset<Q> } : O extends { parameters: { query?: infer Q } } ? ([Q] extends [undefined] ? unknown : { query?: Unset<NonNullable<Q>> }) : unknown
type PathPart<O> = O extends { parameters: { path: infer P } } ? { path: P } : unknown

/** The parts of the address that are not fixed. */
export type Parts<M extends Method, A extends keyof paths> = QueryPart<Operation<M, A>> & PathPart<Operation<M, A>>

/** Options may be left out where none of them must be given. */
export type Given<O> = object extends O ? [options?: O] : [options: O]
