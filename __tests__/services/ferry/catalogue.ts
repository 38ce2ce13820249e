import type { CatalogueData } from '../../../src/catalogue/files.ts'

export const catalogue: CatalogueData = {
  lists: { other: 'https://ferry.example/checks' },
  groups: {},
  items: {
    planksAreDry: {
      confidence: 'documented',
      engines: ['all'],
      rank: 'rest',
      'en-us': { title: 'Planks', checks: 'Whether the planks are dry.', causes: ['It has rained.'] },
      'zh-cn': { title: '木板', checks: '木板是否干燥。', causes: ['下过雨。'] },
      steps: [{ 'en-us': 'Dry the planks.', 'zh-cn': '请擦干木板。' }],
    },
    harbourAnswers: {
      confidence: 'documented',
      engines: ['all'],
      rank: 'connection',
      'en-us': { title: 'Harbour', checks: 'Whether the harbour answers.', causes: ['It sleeps.'] },
      'zh-cn': { title: '港口', checks: '港口是否应答。', causes: ['港口休息了。'] },
      steps: [{ 'en-us': 'Wake the harbour.', 'zh-cn': '请叫醒港口。' }],
    },
  },
  reasons: {},
}
