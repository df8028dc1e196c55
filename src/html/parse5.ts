// The one door to parse5: pages as browsers read them (the algorithm of the HTML Standard), to be looked through or written anew.
export { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, serialize } from 'parse5'
