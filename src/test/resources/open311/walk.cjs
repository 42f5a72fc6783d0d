// Walks GeoReport with a client written elsewhere (open311 on npm), as a city's program would, and prints what it was told. Arguments: discovery url, key, code of a community, code of a service that asks for floor and rooms.
const Open311 = require('open311')

const [discovery, apiKey, address_id, service_code] = process.argv.slice(2)
const client = new Open311({ discovery, jurisdiction: '110105', apiKey })
const step = (verb, ...given) =>
  new Promise((resolve, reject) => {
    client[verb](...given, (failure, told) => (failure ? reject(new Error(`${verb}: ${told}`)) : resolve(told)))
  })

async function walk() {
  await step('serviceDiscovery', { cache: true })
  const services = await step('serviceList')
  const definition = await step('serviceDefinition', service_code)
  const [made] = await step('submitRequest', { service_code, attributes: { floor: 3, rooms: ['客厅', '卧室'] }, address_id, description: '暖气不热', first_name: '桂兰', last_name: '刘', phone: '13800005521' })
  const requests = await step('serviceRequests', { status: 'open' })
  console.log(JSON.stringify({ endpoint: client.endpoint, services, definition, made, requests }))
}

walk().catch((failure) => {
  console.error(failure)
  process.exitCode = 1
})
