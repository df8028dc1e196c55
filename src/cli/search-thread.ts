import { parentPort } from 'node:worker_threads'
import { buildSegment, type SegmentWork } from '../search/build.ts'

// The entry of a thread that builds segments of the search index. Files that lie alone in their memory are moved, not copied.
parentPort?.on('message', (work: SegmentWork) => {
  const files = buildSegment(work)
  const alone = [...files.values()].filter(({ buffer, byteLength }) => buffer.byteLength === byteLength)
  parentPort?.postMessage(
    files,
    alone.map(({ buffer }) => buffer as ArrayBuffer),
  )
})
