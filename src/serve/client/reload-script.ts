import { EVENTS } from '../own.ts'

/**
 * What runs in the browser of whoever previews: reloads the page when another revision is shown, keeping the scroll
 * position, and hides the problems when asked to. A hidden tab lets go of its connection: a browser has six per host.
 */
export const reloadScript = `(() => {
  'use strict'
  const { revision, lang, lost } = document.currentScript.dataset
  const SCROLL = 'tx-portal-scroll'
  const HIDDEN = 'tx-portal-hidden'
  const remember = (key, value) => { try { sessionStorage.setItem(key, value) } catch { return } }
  const recall = (key) => { try { return sessionStorage.getItem(key) } catch { return null } }

  let stream = null
  let again = 0
  let warning = 0
  let note = null
  const reload = () => {
    remember(SCROLL, JSON.stringify([location.pathname, scrollX, scrollY]))
    stream.close()
    location.reload()
  }
  const found = () => {
    clearTimeout(warning)
    warning = 0
    note?.remove()
    note = null
  }
  const missed = () => {
    warning ||= setTimeout(() => {
      note = document.createElement('p')
      note.className = 'tx-portal-ribbon'
      note.lang = lang
      note.setAttribute('role', 'status')
      note.textContent = lost
      document.body.append(note)
    }, 1500)
  }
  const listen = () => {
    clearTimeout(again)
    if (stream !== null || document.visibilityState === 'hidden') return
    stream = new EventSource('${EVENTS}')
    stream.addEventListener('revision', ({ data }) => {
      found()
      if (data !== revision) reload()
    })
    stream.onerror = () => {
      missed()
      if (stream?.readyState !== EventSource.CLOSED) return
      stream = null
      again = setTimeout(listen, 2000)
    }
  }
  const rest = () => {
    stream?.close()
    stream = null
    found()
  }
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? rest() : listen()))
  addEventListener('pagehide', rest)
  addEventListener('pageshow', listen)
  listen()

  const scroll = recall(SCROLL)
  if (scroll !== null) {
    remember(SCROLL, 'null')
    const [path, x, y] = JSON.parse(scroll) ?? []
    const back = () => scrollTo({ left: x, top: y, behavior: 'instant' })
    if (path === location.pathname) document.readyState === 'complete' ? back() : addEventListener('load', back)
  }

  const problems = document.getElementById('tx-portal-problems')
  if (problems === null) return
  const show = document.getElementById('tx-portal-show')
  const set = (hidden) => {
    problems.hidden = hidden
    show.hidden = !hidden
    remember(HIDDEN, hidden ? revision : '')
  }
  document.getElementById('tx-portal-hide').addEventListener('click', () => {
    set(true)
    show.focus()
  })
  show.addEventListener('click', () => {
    set(false)
    problems.focus()
  })
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || problems.hidden) return
    const inside = problems.contains(document.activeElement)
    set(true)
    if (inside) show.focus()
  })
  set(recall(HIDDEN) === revision)
  if (!problems.hidden) problems.focus({ preventScroll: true })
})()
`
