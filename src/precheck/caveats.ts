import { type Assumption, assertNever, type Caveat, type ItemStatus, type Task } from './model.ts'
import { type Sentence, told } from './sentence.ts'

/** Returns a caveat in words, for a warning. */
export function caveatText({ id }: Task, caveat: Caveat): Sentence {
  switch (caveat.kind) {
    case 'assumed': {
      const [english, chinese] = ASSUMED[caveat.because]
      return told(
        `The result of task ${id} is assumed to be ${english}.`,
        `任务 ${id} 的结果被推定为${chinese}。`,
      )
    }
    case 'strange-id':
      return told(
        `The result of task ${id} came under the id ${caveat.came}, although ${caveat.asked} was asked for, so it may be another run's.`,
        `任务 ${id} 的结果以 ID ${caveat.came} 返回，而请求的是 ${caveat.asked}，因此可能属于另一次运行。`,
      )
    case 'got-better':
      return told(
        `The item ${caveat.item} of task ${id} was ${caveat.from} earlier in this run and ended as ${caveat.to}; the last word counts.`,
        `任务 ${id} 的检查项 ${caveat.item} 在本次运行中先为“${CHINESE[caveat.from]}”，最后为“${CHINESE[caveat.to]}”；以最后的结果为准。`,
      )
    default:
      return assertNever(caveat)
  }
}

const CHINESE: Readonly<Record<ItemStatus, string>> = {
  passed: '通过',
  warning: '告警',
  failed: '不通过',
  skipped: '已跳过',
  pending: '未完成',
  unknown: '未知',
}

const ASSUMED: Readonly<Record<Assumption, readonly [english: string, chinese: string]>> = {
  'no-run-id': [
    'new: the service gives results no time and no run id, and this one has stood unchanged since the start',
    '新结果：服务的结果既没有时间也没有运行 ID，而该结果自启动以来一直没有变化',
  ],
  'no-news': [
    'whole: it names no item beyond those of the start answer, the service gives no mark of the end, and it has stood unchanged for long',
    '完整结果：除启动应答中的检查项外没有其他项，服务不标明结束，而该结果已长时间没有变化',
  ],
  'no-start-list': [
    'whole: the answer to the start held no list of items to compare it with, the service gives no mark of the end, and it has stood unchanged for long',
    '完整结果：启动应答中没有可供比较的检查项列表，服务不标明结束，而该结果已长时间没有变化',
  ],
}
