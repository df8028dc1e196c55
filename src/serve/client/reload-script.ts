import { EVENTS } from '../own.ts'

/**
 * What runs in the browser of whoever previews: loads the page again when something else is to be seen on it and the server
 * has that ready, keeping the scroll position and what is being typed; puts new styles in the place of old ones; says that another page has changed,
 * with the way to the one just saved; hides the problems, and a note for as long as the tab is open, when asked to. A hidden tab lets go of its connection: a browser
 * has six per host.
 */
export const reloadScript = `(() => {
  'use strict'
  const { token, page, lang, lost, other, go, hide, ...tag } = document.currentScript.dataset
  const SCROLL = 'tx-portal-scroll'
  const HIDDEN = 'tx-portal-hidden'
  const NOTED = 'tx-portal-noted'
  const TYPED = 'tx-portal-typed'
  const remember = (key, value) => { try { sessionStorage.setItem(key, value) } catch { return } }
  const recall = (key) => { try { return sessionStorage.getItem(key) } catch { return null } }
  const path = (() => { try { return decodeURIComponent(location.pathname) } catch { return location.pathname } })()
  const events = '${EVENTS}?' + new URLSearchParams({ token, page: path })

  let revision = tag.revision
  let stream = null
  let again = 0
  let warning = 0
  let note = null
  let news = null
  const line = (name, ...parts) => {
    const made = document.createElement('p')
    made.className = name
    made.lang = lang
    made.setAttribute('role', 'status')
    made.append(...parts)
    document.body.append(made)
    return made
  }
  const found = () => {
    clearTimeout(warning)
    warning = 0
    note?.remove()
    note = null
  }
  const missed = () => {
    warning ||= setTimeout(() => { note = line('tx-portal-ribbon', lost) }, 1500)
  }

  // What is typed must not be lost because somebody saves: it is put back after a reload (browsers do so only on pages that may be
  // kept), and a reload waits for what cannot be: a word that is just being typed or composed, a day that is half changed.
  const isField = ({ type }) => !/^(?:hidden|password|file|submit|button|image|reset)$/.test(type)
  const isDay = (element) => /^(?:date|time|month|week)/.test(element?.type ?? '')
  let composing = false
  let lastTyped = -Infinity
  let day = null
  addEventListener('compositionstart', () => { composing = true })
  addEventListener('compositionend', () => { composing = false })
  addEventListener('input', () => { lastTyped = performance.now() })
  addEventListener('keydown', ({ target }) => { day = isDay(target) ? target : null })
  const typing = () =>
    composing ||
    performance.now() - lastTyped < 700 ||
    (day !== null && day === document.activeElement && document.hasFocus())
  const fields = () => {
    const seen = new Map()
    return [...document.querySelectorAll('input, textarea, select')].filter(isField).map((field) => {
      const name = [field.form?.getAttribute('action'), field.name, field.id, field.type].join(' ')
      seen.set(name, (seen.get(name) ?? 0) + 1)
      return { field, key: name + ' ' + seen.get(name) }
    })
  }
  const isTicked = ({ type }) => type === 'checkbox' || type === 'radio'
  const valueOf = (field) => (isTicked(field) ? field.checked : field.value)
  const isTouched = (field) =>
    field.options === undefined
      ? valueOf(field) !== (isTicked(field) ? field.defaultChecked : field.defaultValue)
      : [...field.options].some(({ selected, defaultSelected }) => selected !== defaultSelected)
  const typedNow = () => {
    const all = fields()
    const focus = all.find(({ field }) => field === document.activeElement)
    const { selectionStart = null, selectionEnd = null } = focus?.field ?? {}
    return {
      values: all.flatMap(({ field, key }) => (isTouched(field) ? [[key, valueOf(field)]] : [])),
      focus: focus === undefined ? null : [focus.key, selectionStart, selectionEnd],
    }
  }
  /** True if the keyboard is in a field again. */
  const typeAgain = () => {
    const { at, values = [], focus = null } = JSON.parse(recall(TYPED) ?? '{}')
    remember(TYPED, '{}')
    if (at !== location.pathname + location.search) return false
    const byKey = new Map(fields().map(({ field, key }) => [key, field]))
    for (const [key, value] of values) {
      const field = byKey.get(key)
      if (field === undefined || valueOf(field) === value) continue
      field[isTicked(field) ? 'checked' : 'value'] = value
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
    const focused = focus === null ? undefined : byKey.get(focus[0])
    focused?.focus({ preventScroll: true })
    if (focused !== undefined && focus[1] !== null) focused.setSelectionRange(focus[1], focus[2])
    lastTyped = -Infinity
    return focused !== undefined
  }

  const ask = (address) => fetch(address, { method: 'HEAD' }).then(({ status }) => status, () => 0)
  // The page that is there is not given up before the server has another ready: a load that fails leaves nothing of it.
  let leaving = false
  const reload = async () => {
    if (leaving) return
    leaving = true
    while (typing() || (await ask(location.href)) === 0) {
      if (!typing()) missed()
      await new Promise((done) => setTimeout(done, typing() ? 200 : 1000))
    }
    remember(SCROLL, JSON.stringify([location.pathname, scrollX, scrollY]))
    remember(TYPED, JSON.stringify({ at: location.pathname + location.search, ...typedNow() }))
    stream?.close()
    location.reload()
  }

  // A style sheet and its successor differ in the digest of their names alone.
  const plain = (address) => address.replace(/\\.[0-9a-f]{8}\\.css$/, '.css')
  const restyle = (styles) => {
    let changed = false
    for (const link of document.querySelectorAll('link[rel=stylesheet]')) {
      const old = new URL(link.href, location).pathname
      const now = styles.find((address) => plain(address) === plain(old))
      if (now === undefined || now === old) continue
      changed = true
      const next = link.cloneNode()
      next.href = now + new URL(link.href, location).search
      next.addEventListener('load', () => link.remove())
      // Gone already: a newer one is there, and the news of it on its way. Until then the old one stays.
      next.addEventListener('error', () => next.remove())
      link.after(next)
    }
    return changed
  }

  const problems = document.getElementById('tx-portal-problems')
  const standing = () => problems !== null && !problems.hidden

  // The way to the file just saved stays until one goes there, or says that one will not.
  let goal = null
  const settle = () => {
    news?.remove()
    news = null
    goal = null
  }
  const inform = (saved, at) => {
    settle()
    const elsewhere = saved !== null && new URL(saved.href, location).pathname !== location.pathname
    if (!elsewhere && at === null) return
    const close = document.createElement('button')
    close.type = 'button'
    close.textContent = hide
    close.addEventListener('click', settle)
    if (!elsewhere) return void (news = line('tx-portal-news', other, ' ', close))
    const link = document.createElement('a')
    link.href = saved.href
    link.textContent = saved.title
    goal = saved.href
    news = line('tx-portal-news', ...(at === null ? [] : [other, ' ']), go, link, ' ', close)
  }
  addEventListener('keydown', (event) => {
    if (goal === null || standing() || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
    if (event.key.toLowerCase() !== 'm' || event.target.closest?.('input, textarea, select, [contenteditable]')) return
    location.assign(goal)
  })

  let first = true
  let known = ''
  const hear = ({ data }) => {
    found()
    const told = JSON.parse(data)
    if (told.page !== page) return reload()
    const news = told.revision !== revision
    revision = told.revision
    const restyled = restyle(told.styles)
    const arriving = first
    first = false
    const goalNow = JSON.stringify(told.saved)
    const late = !arriving && goalNow !== known
    known = goalNow
    if (news) inform(told.saved, restyled ? null : told.revision)
    else if (late || (arriving && returned)) inform(told.saved, null)
  }
  // A stream that is refused means another run of the server, whose pages know another token.
  const knock = async () => {
    if ((await ask(events)) === 403) return reload()
    again = setTimeout(listen, 2000)
  }
  const listen = () => {
    clearTimeout(again)
    if (stream !== null || document.visibilityState === 'hidden') return
    stream = new EventSource(events)
    stream.addEventListener('news', hear)
    stream.onerror = () => {
      missed()
      if (stream?.readyState !== EventSource.CLOSED) return
      stream = null
      void knock()
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
  const scroll = recall(SCROLL)
  const returned = scroll !== null && scroll !== 'null'
  listen()

  if (scroll !== null) {
    remember(SCROLL, 'null')
    const [from, x, y] = JSON.parse(scroll) ?? []
    const back = () => scrollTo({ left: x, top: y, behavior: 'instant' })
    if (from === location.pathname) document.readyState === 'complete' ? back() : addEventListener('load', back)
  }

  const isTyping = typeAgain()

  const ribbon = document.querySelector('div.tx-portal-ribbon')
  if (ribbon !== null) {
    const said = ribbon.textContent
    const noted = document.createElement('button')
    noted.type = 'button'
    noted.textContent = hide
    noted.addEventListener('click', () => {
      ribbon.hidden = true
      remember(NOTED, said)
    })
    ribbon.append(noted)
    ribbon.hidden = recall(NOTED) === said
    // Where all stands on one line there is nothing to open.
    const details = ribbon.querySelector('details')
    const [summary] = details.children
    const measure = () => {
      const { open } = details
      details.open = false
      ribbon.classList.toggle('tx-portal-whole', summary.scrollWidth <= summary.clientWidth)
      details.open = open
    }
    measure()
    addEventListener('resize', measure)
  }

  if (problems === null) return
  const show = document.getElementById('tx-portal-show')
  const set = (hidden) => {
    problems.hidden = hidden
    show.hidden = !hidden
    remember(HIDDEN, hidden ? page : '')
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
  set(recall(HIDDEN) === page)
  if (!problems.hidden && !isTyping) problems.focus({ preventScroll: true })
})()
`
