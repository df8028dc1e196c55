/** Whether a file of a cache may have a name: only such are ever replaced or removed in its folder. */
export const isCacheName = (name: string): boolean => own.test(name)

/** Parts, their packs and tables of published folders, with what is written before it takes their place. */
const own =
  /^(?:(?:admitted|bodies|outlines|parsed|planned|receipts|table)(?:-\d+\.(?:pack|new))?|outputs(?:-[0-9a-f]+)?|photos|cache\.lock)(?:\.\d+\.tmp)?$/
