/** Returns a made-up id in the shape of a DRS task id. */
export function taskId(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(7, '0')}jb101`
}
