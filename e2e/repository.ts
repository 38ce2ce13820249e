/** The made-up repository that the events come from, as `scenarios/orders.yaml` plays it. */

export const REPOSITORY = 'acme/orders-db'
export const BASE_SHA = '6dcb09b5b57875f334f61aebed695e2e4193db5e'
export const HEAD_SHA = '1f0c9ad3b6e04d2f8a7755c1c3e6b8d9a2f41e07'
export const PULL_NUMBER = 7

/** The tasks in the scenario, by how they end. */
export const TASKS = {
  clean: '140b5236-88ad-43c8-811c-1268453jb101',
  warned: 'a281f62f-4631-45d6-a2d3-679a9f4jb105',
  broken: '7c1e9a04-52bd-4f0e-8d36-2f7a9b3jb102',
} as const

const repository = {
  full_name: REPOSITORY,
  name: 'orders-db',
  owner: { login: 'acme' },
  default_branch: 'main',
}

/** The event of a pull request, from a branch of the repository or from a fork. */
export function pullRequestEvent(from: 'branch' | 'fork' = 'branch') {
  const fork = from === 'fork'
  const head = { full_name: fork ? 'stranger/orders-db' : REPOSITORY, fork }
  return {
    action: 'synchronize',
    number: PULL_NUMBER,
    pull_request: {
      number: PULL_NUMBER,
      head: { ref: 'move-orders', sha: HEAD_SHA, repo: head },
      base: { ref: 'main', sha: BASE_SHA, repo: repository },
    },
    repository,
  }
}

export const dispatchEvent = (inputs: Readonly<Record<string, string>>) => ({
  inputs,
  ref: 'refs/heads/main',
  repository,
})

export const pushEvent = () => ({ ref: 'refs/heads/main', after: BASE_SHA, repository })
