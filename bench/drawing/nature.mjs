// Things that grow, flow and stand in the open.
import {
  between,
  blurred,
  circle,
  ellipse,
  glow,
  gradient,
  group,
  mix,
  path,
  poly,
  range,
  rect,
  stroke,
} from './brush.mjs'

function noise(roll, cells) {
  const knots = range(cells + 2).map(() => roll())
  return (t) => {
    const place = Math.min(t, 0.99999) * cells
    const i = Math.floor(place)
    const k = place - i
    const s = k * k * (3 - 2 * k)
    return knots[i] * (1 - s) + knots[i + 1] * s
  }
}

/** A line of hills from edge to edge, `rise` high at most above `y`, filled to the foot of the picture. */
export function hills(roll, { w, h, y, rise, cells = 4, fill }) {
  const waves = [
    [noise(roll, cells), 0.68],
    [noise(roll, cells * 3), 0.24],
    [noise(roll, cells * 9), 0.08],
  ]
  const steps = 200
  const crest = range(steps + 1).map((i) => {
    const t = i / steps
    return [t * w, y - rise * waves.reduce((sum, [wave, part]) => sum + part * wave(t), 0)]
  })
  return poly([...crest, [w, h], [0, h]], fill)
}

/** Ranges one behind the other, from `far` to `near`, with a breath of mist between them. */
export function ranges(roll, { w, h, top, bottom, count, far, near, rise = 150, mist = '#ffffff' }) {
  return range(count).map((i) => {
    const t = count === 1 ? 1 : i / (count - 1)
    const y = top + (bottom - top) * t
    const id = `mist${i}-${Math.round(top)}`
    return [
      hills(roll, { w, h, y, rise: rise * (1 - 0.35 * t), cells: 3 + i, fill: mix(far, near, t) }),
      gradient(id, [
        [0, mist, 0],
        [1, mist, 0.34 - 0.2 * t],
      ]),
      rect(0, y - rise * 0.55, w, rise * 0.9, `url(#${id})`),
    ]
  })
}

export function sky(w, h, stops) {
  return [gradient('sky', stops), rect(0, 0, w, h, 'url(#sky)')]
}

export function sun(x, y, r, colour, light) {
  return [glow('sunlight', x, y, r * 7, light, 0.85), circle(x, y, r, colour)]
}

export function clouds(roll, { w, y, count, colour = '#ffffff', opacity = 0.7 }) {
  const puffs = range(count).map((i) => {
    const x = ((i + 0.2 + 0.6 * roll()) / count) * w
    const cy = y + between(roll, -60, 60)
    const size = between(roll, 40, 95)
    return range(6).map((k) =>
      ellipse(x + (k - 2.5) * size * 0.62, cy + between(roll, -8, 10), size, size * between(roll, 0.16, 0.34), colour),
    )
  })
  return blurred(`clouds${Math.round(y)}`, 7, group(puffs, `opacity="${opacity}"`))
}

export function birds(roll, { x, y, count, colour = '#3c4a55' }) {
  return range(count).map(() => {
    const [bx, by, s] = [x + between(roll, -170, 170), y + between(roll, -60, 60), between(roll, 9, 17)]
    return stroke(
      `M${bx - s} ${by - s * 0.35} Q${bx - s * 0.4} ${by - s * 0.6} ${bx} ${by} Q${bx + s * 0.4} ${by - s * 0.6} ${bx + s} ${by - s * 0.35}`,
      colour,
      2.4,
    )
  })
}

/** A round leafy tree standing on (x, y). */
export function tree(roll, x, y, size, leaf = '#4f7d4a') {
  const crown = range(11).map((i) => {
    const turn = (i / 11) * Math.PI * 2
    const reach = i % 2 === 0 ? 0.34 : 0.2
    const r = size * between(roll, 0.2, 0.28)
    const [cx, cy] = [x + Math.cos(turn) * size * reach, y - size * 0.78 + Math.sin(turn) * size * reach * 0.72]
    return circle(cx, cy, r, mix(leaf, cy < y - size * 0.8 ? '#f2f0b0' : '#12302a', cy < y - size * 0.8 ? 0.13 : 0.16))
  })
  const trunk = path(
    `M${x - size * 0.05} ${y} Q${x - size * 0.02} ${y - size * 0.3} ${x - size * 0.03} ${y - size * 0.6} L${x + size * 0.03} ${y - size * 0.6} Q${x + size * 0.02} ${y - size * 0.3} ${x + size * 0.06} ${y} Z`,
    mix(leaf, '#4a3526', 0.75),
  )
  return [
    ellipse(x, y, size * 0.42, size * 0.05, '#1b3028', 'opacity="0.22"'),
    trunk,
    circle(x, y - size * 0.8, size * 0.34, leaf),
    crown,
  ]
}

function frond(x, y, angle, length, colour) {
  const [tx, ty] = [x + Math.cos(angle) * length, y - Math.sin(angle) * length * 0.62 + length * 0.34]
  const [mx, my] = [x + Math.cos(angle) * length * 0.5, y - Math.sin(angle) * length * 0.72 - length * 0.16]
  return path(`M${x} ${y} Q${mx} ${my} ${tx} ${ty} Q${mx} ${my + length * 0.2} ${x} ${y} Z`, colour)
}

/** An areca palm, tall and thin. */
export function areca(roll, x, y, height, leaf = '#4c7f55') {
  const lean = between(roll, -0.05, 0.05) * height
  const width = height * 0.022
  const [tx, ty] = [x + lean, y - height]
  const trunk = path(
    `M${x - width} ${y} Q${x - width * 0.7} ${y - height * 0.5} ${tx - width * 0.6} ${ty} L${tx + width * 0.6} ${ty} Q${x + width * 0.7} ${y - height * 0.5} ${x + width} ${y} Z`,
    '#9b9078',
  )
  const fronds = range(11).map((i) =>
    frond(
      tx,
      ty,
      (i / 10) * Math.PI * 1.16 - 0.08 * Math.PI,
      height * between(roll, 0.26, 0.33),
      mix(leaf, i % 2 ? '#16352b' : '#d8dc8a', 0.16),
    ),
  )
  return [
    trunk,
    path(
      `M${tx - width} ${ty + height * 0.1} Q${tx} ${ty + height * 0.03} ${tx} ${ty - height * 0.02} Q${tx} ${ty + height * 0.03} ${tx + width} ${ty + height * 0.1} Z`,
      mix(leaf, '#b8c070', 0.4),
    ),
    fronds,
  ]
}

/** A clump of bamboo bending over to one side (`bend` -1 or 1). */
export function bamboo(roll, x, y, height, bend = 1, leaf = '#5d8a4a') {
  const stems = range(13).map(() => {
    const root = x + between(roll, -0.09, 0.09) * height
    const tall = height * between(roll, 0.66, 1)
    const sway = bend * tall * between(roll, 0.1, 0.46)
    const colour = mix(leaf, roll() > 0.5 ? '#233f2c' : '#d3d27a', between(roll, 0.08, 0.34))
    const at = (t) => [root + sway * t * t, y - tall * t + tall * 0.16 * t ** 4]
    const leaves = range(26).map(() => {
      const [lx, ly] = at(between(roll, 0.35, 1))
      const long = tall * between(roll, 0.06, 0.12)
      const turn = between(roll, -0.5, 1.15)
      const [ex, ey] = [
        lx + Math.cos(turn) * long * (roll() > 0.35 ? bend : -bend),
        ly + Math.abs(Math.sin(turn)) * long + long * 0.15,
      ]
      return path(
        `M${lx} ${ly} Q${(lx + ex) / 2} ${(ly + ey) / 2 - long * 0.22} ${ex} ${ey} Q${(lx + ex) / 2} ${(ly + ey) / 2 + long * 0.06} ${lx} ${ly} Z`,
        colour,
      )
    })
    const [[mx, my], [ex, ey]] = [at(0.55), at(1)]
    return [
      stroke(`M${root} ${y} Q${mx - sway * 0.12} ${my} ${ex} ${ey}`, mix(colour, '#c9c585', 0.35), height * 0.009),
      leaves,
    ]
  })
  const foot = range(46).map(() => {
    const [gx, tall] = [x + between(roll, -0.17, 0.17) * height, height * between(roll, 0.03, 0.085)]
    return path(
      `M${gx - height * 0.006} ${y + height * 0.012} Q${gx} ${y - tall * 0.5} ${gx + between(roll, -0.6, 0.6) * tall} ${y - tall} Q${gx + height * 0.012} ${y - tall * 0.4} ${gx + height * 0.012} ${y + height * 0.012} Z`,
      mix(leaf, roll() > 0.5 ? '#203a26' : '#d3d27a', 0.22),
    )
  })
  return [ellipse(x, y + height * 0.02, height * 0.26, height * 0.03, '#1b3028', 'opacity="0.25"'), stems, foot]
}

/** One uneven plot between two bunds, with the rows of rice planted in it. */
function plot(roll, { left, right, top, low, vx, y, depth, colour, bund, sown }) {
  const lean = (x, from, to) => vx + ((x - vx) * (to - y + depth * 0.05)) / (from - y + depth * 0.05)
  const edge = range(5).map((i) => left + ((right - left) * i) / 4)
  const upper = edge.map((x) => [lean(x, low(x), top(x)), top(x)])
  const lower = edge.map((x) => [x, low(x)]).reverse()
  const tall = low(left) - top(left)
  const rows = range(sown).map((i) => {
    const x = left + ((right - left) * (i + 0.5 + between(roll, -0.15, 0.15))) / sown
    return stroke(
      `M${x} ${low(x) - tall * 0.08} L${lean(x, low(x), top(x) + tall * 0.08)} ${top(x) + tall * 0.08}`,
      mix(colour, '#2c4a24', 0.24),
      Math.max(0.7, tall * 0.022),
      `stroke-dasharray="${one(tall * 0.07)} ${one(tall * 0.05)}" opacity="0.7"`,
    )
  })
  return [
    poly(
      [...upper, ...lower],
      colour,
      `stroke="${bund}" stroke-width="${one(Math.max(1, tall * 0.05))}" stroke-linejoin="round"`,
    ),
    rows,
  ]
}

/**
 * Paddies running to the horizon at `y`; each plot takes one of `colours`, and one of `wet` (water, not sown) now
 * and then.
 */
export function paddies(roll, { w, h, y, vx, colours, wet = [], rows = 8, bund = '#8a9a5b', tufts = 900 }) {
  const depth = h - y
  const waves = range(rows + 1).map(() => noise(roll, 3))
  const line = (i) => (x) => {
    const t = i / rows
    const flat = y + depth * t ** 2
    return i === 0 || i === rows
      ? flat + (i ? 40 : 0)
      : flat + (waves[i](Math.min(1, Math.max(0, x / w))) - 0.5) * depth * 0.11 * t
  }
  const plots = range(rows).map((i) => {
    const wide = w * (0.06 + 0.3 * ((i + 1) / rows) ** 1.6)
    const edges = [-w * 0.2 - roll() * wide]
    while (edges.at(-1) < w * 1.2) edges.push(edges.at(-1) + wide * between(roll, 0.65, 1.5))
    return edges.slice(1).map((right, j) => {
      const flooded = wet.length > 0 && roll() < 0.34
      const colour = mix(
        (flooded ? wet : colours)[Math.floor(roll() * (flooded ? wet : colours).length)],
        '#2f4a2a',
        0.09 * roll(),
      )
      return plot(roll, {
        left: edges[j],
        right,
        top: line(i),
        low: line(i + 1),
        vx,
        y,
        depth,
        colour,
        bund,
        sown: flooded || i < 2 ? 0 : 9,
      })
    })
  })
  const blades = range(tufts).map(() => {
    const t = Math.sqrt(roll())
    const by = y + depth * t * t + 4
    const size = 3 + 30 * t * t * t
    const bx = roll() * w
    return stroke(
      `M${bx} ${by} q${size * between(roll, -0.25, 0.25)} ${-size * 0.6} ${size * between(roll, -0.5, 0.5)} ${-size}`,
      mix(colours[0], roll() > 0.5 ? '#fff6c0' : '#1f3b22', 0.3),
      0.8 + 2 * t * t,
      'opacity="0.5"',
    )
  })
  return [rect(0, y, w, depth, colours[0]), plots, blades]
}

const one = (n) => Math.round(n * 10) / 10

/** A river from the horizon (x0, y) to the foot of the picture, winding and widening. */
export function river({ h, x0, y, x1, width, turns = 1.6, swing = 150, fill }) {
  const steps = 60
  const bank = (sign) =>
    range(steps + 1).map((i) => {
      const t = (i / steps) ** 1.5
      const x = x0 + (x1 - x0) * t + Math.sin((i / steps) * Math.PI * 2 * turns) * swing * (0.15 + t) * (1 - t * 0.55)
      return [x + sign * width * (0.03 + t * t * 0.97) * 0.5, y + (h - y) * t]
    })
  return poly([...bank(-1), ...bank(1).reverse()], fill)
}

/** A low house with a tiled roof; (x, y) is the foot of its left wall. */
export function house(x, y, w, { wall = '#f3ead6', roof = '#b5654a', door = '#7c5a41' } = {}) {
  const tall = w * 0.42
  const eave = w * 0.08
  return [
    ellipse(x + w / 2, y, w * 0.62, w * 0.05, '#1b3028', 'opacity="0.2"'),
    rect(x, y - tall, w, tall, wall),
    rect(x, y - tall, w, tall * 0.16, '#3b2c22', 'opacity="0.18"'),
    poly(
      [
        [x - eave, y - tall],
        [x + w + eave, y - tall],
        [x + w * 0.86, y - tall - w * 0.26],
        [x + w * 0.14, y - tall - w * 0.26],
      ],
      roof,
    ),
    poly(
      [
        [x - eave, y - tall],
        [x + w + eave, y - tall],
        [x + w + eave * 0.7, y - tall - w * 0.03],
        [x - eave * 0.7, y - tall - w * 0.03],
      ],
      mix(roof, '#3a1d16', 0.3),
    ),
    range(9).map((i) =>
      stroke(
        `M${x + w * (0.17 + i * 0.083)} ${y - tall - w * 0.25} L${x - eave * 0.8 + (w + eave * 1.6) * (i / 8)} ${y - tall - w * 0.03}`,
        mix(roof, '#3a1d16', 0.22),
        w * 0.006,
      ),
    ),
    rect(x + w * 0.41, y - tall * 0.72, w * 0.18, tall * 0.72, door),
    rect(
      x + w * 0.12,
      y - tall * 0.68,
      w * 0.16,
      tall * 0.34,
      '#8fb0b5',
      `stroke="${door}" stroke-width="${one(w * 0.014)}"`,
    ),
    rect(
      x + w * 0.72,
      y - tall * 0.68,
      w * 0.16,
      tall * 0.34,
      '#8fb0b5',
      `stroke="${door}" stroke-width="${one(w * 0.014)}"`,
    ),
  ]
}

/** Small flowers and grass along a line, larger towards its end. */
export function border(roll, { from, to, count, colours, size }) {
  return range(count).map((i) => {
    const t = (i / count) ** 1.9
    const [x, y] = [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]
    const s = size * (0.12 + t)
    return range(4).map(() => {
      const [fx, fy] = [x + between(roll, -1.2, 1.2) * s, y - between(roll, 0.1, 1.3) * s]
      return [
        stroke(`M${fx} ${fy} L${fx + between(roll, -0.2, 0.2) * s} ${y + s * 0.5}`, '#4f7a44', s * 0.09),
        circle(fx, fy, s * between(roll, 0.16, 0.3), colours[Math.floor(roll() * colours.length)]),
      ]
    })
  })
}

/** Grass and small flowers scattered over a band of ground, nearer ones larger. */
export function meadow(roll, { w, top, bottom, count, colours, grass = '#6d9a4f', size = 20 }) {
  const spots = range(count).map(() => [roll() * w, Math.sqrt(roll())])
  return spots
    .sort((a, b) => a[1] - b[1])
    .map(([x, t]) => {
      const y = top + (bottom - top) * t
      const s = size * (0.35 + t * 0.9)
      const blades = range(3).map((i) =>
        stroke(
          `M${x} ${y} q${(i - 1) * s * 0.2} ${-s * 0.5} ${(i - 1) * s * 0.6 + between(roll, -0.2, 0.2) * s} ${-s * between(roll, 0.8, 1.2)}`,
          mix(grass, roll() > 0.5 ? '#f0eea0' : '#1f3b22', 0.28),
          s * 0.07,
        ),
      )
      if (roll() > 0.4) return blades
      return [
        blades,
        circle(
          x + between(roll, -0.3, 0.3) * s,
          y - s * 0.95,
          s * between(roll, 0.14, 0.22),
          colours[Math.floor(roll() * colours.length)],
        ),
      ]
    })
}
