import { parentPort } from 'node:worker_threads'
import { buildSegment, type SegmentWork } from '../search/build.ts'

// The entry of a thread that builds segments of the search index.
parentPort?.on('message', (work: SegmentWork) => parentPort?.postMessage(buildSegment(work)))
