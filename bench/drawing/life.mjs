// Things of work, school and worship, with nobody in the picture.
import { between, circle, ellipse, glow, gradient, mix, path, picture, poly, range, rect, stroke } from './brush.mjs'
import { areca, bamboo, birds, clouds, house, meadow, paddies, ranges, sky, sun, tree } from './nature.mjs'

/** A classroom before the first lesson. */
export function classroom(roll, w, h) {
  const floor = h * 0.6
  const bench = (x, y, s) => [
    ellipse(x, y + s * 0.52, s * 0.7, s * 0.05, '#3a2a1c', 'opacity="0.25"'),
    [-0.55, 0.5].map((k) => rect(x + k * s, y, s * 0.06, s * 0.5, '#6f7d80')),
    rect(x - s * 0.62, y - s * 0.06, s * 1.24, s * 0.1, '#d3a671'),
    rect(x - s * 0.62, y + s * 0.04, s * 1.24, s * 0.14, '#b98954'),
    rect(x - s * 0.3, y - s * 0.1, s * 0.24, s * 0.04, '#f8f4e6'),
    rect(x + s * 0.12, y - s * 0.1, s * 0.22, s * 0.04, '#7fb3c4'),
  ]
  return picture(w, h, [
    gradient('paint', [
      [0, '#f8edc9'],
      [1, '#ecd9a4'],
    ]),
    rect(0, 0, w, floor, 'url(#paint)'),
    rect(w * 0.22, h * 0.14, w * 0.56, h * 0.3, '#a97c55'),
    rect(w * 0.23, h * 0.155, w * 0.54, h * 0.27, '#2f5d4c'),
    range(7).map(() =>
      stroke(
        `M${w * between(roll, 0.25, 0.4)} ${h * between(roll, 0.2, 0.38)} q40 -16 90 0 t${between(roll, 60, 220)} 4`,
        '#dfeee2',
        4,
        'opacity="0.6"',
      ),
    ),
    [0.03, 0.85].map((x) => [
      rect(w * x, h * 0.13, w * 0.12, h * 0.32, '#bfe0e6', 'stroke="#fdf9ec" stroke-width="10"'),
      stroke(`M${w * (x + 0.06)} ${h * 0.13} v${h * 0.32}`, '#fdf9ec', 8),
      circle(w * (x + 0.035), h * 0.4, 46, '#8fbf86', 'opacity="0.7"'),
    ]),
    gradient('tiles', [
      [0, '#d8c4a2'],
      [1, '#b89e78'],
    ]),
    rect(0, floor, w, h - floor, 'url(#tiles)'),
    rect(w * 0.36, h * 0.46, w * 0.28, h * 0.15, '#b98954'),
    rect(w * 0.35, h * 0.45, w * 0.3, h * 0.025, '#d9b07c'),
    circle(w * 0.6, h * 0.42, 24, '#e35d4d'),
    circle(w * 0.575, h * 0.425, 18, '#f2c14e'),
    range(4).flatMap((i) => {
      const t = (i / 3) ** 1.4
      const [y, s] = [floor + 20 + h * 0.3 * t, w * (0.1 + 0.1 * t)]
      return [-2, -1, 0, 1, 2].map((k) => bench(w * 0.5 + k * s * 1.5, y, s))
    }),
    glow('morning', w * 0.1, h * 0.3, h * 0.7, '#fff6d8', 0.45),
  ])
}

/** An old banyan above a stone well, taller than wide. */
export function banyan(roll, w, h) {
  const ground = h * 0.8
  const leaves = range(46).map(() => {
    const turn = roll() * Math.PI * 2
    const reach = Math.sqrt(roll())
    const [x, y] = [w * 0.5 + Math.cos(turn) * reach * w * 0.46, h * 0.33 + Math.sin(turn) * reach * h * 0.2]
    return circle(
      x,
      y,
      w * between(roll, 0.07, 0.12),
      mix('#4f8250', y < h * 0.3 ? '#e3eaa2' : '#16352b', between(roll, 0.05, 0.28)),
    )
  })
  return picture(w, h, [
    sky(w, h, [
      [0, '#8fc0dc'],
      [0.7, '#f6efdc'],
    ]),
    clouds(roll, { w, y: h * 0.1, count: 3 }),
    ranges(roll, { w, h, top: h * 0.64, bottom: ground, count: 2, far: '#b5cad0', near: '#8fb094', rise: h * 0.06 }),
    house(w * 0.04, ground, w * 0.24),
    house(w * 0.76, ground, w * 0.2, { roof: '#a4725a' }),
    areca(roll, w * 0.93, ground, h * 0.26),
    path(
      `M${w * 0.36} ${ground + 40} Q${w * 0.46} ${h * 0.62} ${w * 0.4} ${h * 0.4} H${w * 0.6} Q${w * 0.55} ${h * 0.62} ${w * 0.67} ${ground + 40} Q${w * 0.5} ${ground + 10} ${w * 0.36} ${ground + 40} Z`,
      '#7d6650',
    ),
    range(9).map((i) =>
      stroke(
        `M${w * (0.41 + i * 0.022)} ${h * 0.45} q${between(roll, -20, 20)} ${h * 0.16} ${(i - 4) * w * 0.012} ${ground - h * 0.45 + 20}`,
        mix('#7d6650', i % 2 ? '#3a2c20' : '#c9b092', 0.4),
        7,
        'opacity="0.7"',
      ),
    ),
    [0.24, 0.3, 0.7, 0.78].map((x) =>
      stroke(
        `M${w * x} ${h * 0.44} q${between(roll, -14, 14)} ${h * 0.1} 4 ${h * between(roll, 0.14, 0.24)}`,
        '#8a735b',
        5,
      ),
    ),
    leaves,
    gradient('court', [
      [0, '#c7c58b'],
      [1, '#94a05f'],
    ]),
    path(`M0 ${ground} Q${w * 0.5} ${ground + 70} ${w} ${ground} V${h} H0 Z`, 'url(#court)'),
    path(
      `M${w * 0.36} ${ground + 44} Q${w * 0.42} ${ground - 20} ${w * 0.44} ${h * 0.7} H${w * 0.57} Q${w * 0.6} ${ground - 20} ${w * 0.67} ${ground + 44} Q${w * 0.5} ${ground + 80} ${w * 0.36} ${ground + 44} Z`,
      '#7d6650',
    ),
    ellipse(w * 0.74, h * 0.915, w * 0.17, h * 0.03, '#2f3b2a', 'opacity="0.25"'),
    rect(w * 0.6, h * 0.865, w * 0.28, h * 0.05, '#b5aa96'),
    ellipse(w * 0.74, h * 0.915, w * 0.14, h * 0.02, '#a3988350'.slice(0, 7)),
    ellipse(w * 0.74, h * 0.865, w * 0.14, h * 0.022, '#cfc6b3'),
    ellipse(w * 0.74, h * 0.867, w * 0.105, h * 0.015, '#3f5f63'),
    meadow(roll, {
      w: w * 0.55,
      top: h * 0.87,
      bottom: h * 1.01,
      count: 150,
      colours: ['#ffffff', '#f6d35f'],
      grass: '#6f9a48',
      size: 22,
    }),
  ])
}

const tiledRoof = (x, y, w, rise, colour) => [
  path(
    `M${x} ${y} Q${x + w * 0.06} ${y - rise * 0.1} ${x + w * 0.18} ${y - rise} H${x + w * 0.82} Q${x + w * 0.94} ${y - rise * 0.1} ${x + w} ${y} L${x + w * 0.985} ${y - rise * 0.16} Q${x + w * 0.95} ${y + rise * 0.08} ${x + w * 0.5} ${y + rise * 0.08} Q${x + w * 0.05} ${y + rise * 0.08} ${x + w * 0.015} ${y - rise * 0.16} Z`,
    colour,
  ),
  range(40).map((i) =>
    stroke(
      `M${x + w * (0.19 + i * 0.0158)} ${y - rise * 0.98} L${x + w * (0.07 + i * 0.022)} ${y}`,
      mix(colour, '#3a1c14', 0.4),
      2,
      'opacity="0.4"',
    ),
  ),
  rect(x + w * 0.17, y - rise * 1.08, w * 0.66, rise * 0.12, mix(colour, '#f1d6b0', 0.35)),
]

/** A communal house of five bays behind its brick court and pond. */
export function communalHouse(roll, w, h) {
  const ground = h * 0.7
  return picture(w, h, [
    sky(w, h, [
      [0, '#8dbfdd'],
      [0.6, '#f7efdc'],
    ]),
    clouds(roll, { w, y: h * 0.14, count: 4 }),
    range(12).map((i) => tree(roll, w * (i / 11), ground - 10, h * between(roll, 0.34, 0.5), '#5f8f5a')),
    rect(w * 0.2, h * 0.46, w * 0.6, ground - h * 0.46, '#8a5a3c'),
    range(5).map((i) => [
      rect(w * (0.215 + i * 0.116), h * 0.48, w * 0.1, ground - h * 0.48, '#5f3b29'),
      range(6).map((k) => stroke(`M${w * (0.225 + i * 0.116 + k * 0.016)} ${h * 0.49} V${ground}`, '#a5714b', 4)),
    ]),
    range(6).map((i) => [
      rect(w * (0.194 + i * 0.1185), h * 0.45, w * 0.016, ground - h * 0.45, '#b98454'),
      rect(w * (0.189 + i * 0.1185), ground - 14, w * 0.026, 18, '#cfc6b3'),
    ]),
    tiledRoof(w * 0.1, h * 0.47, w * 0.8, h * 0.2, '#a9583f'),
    range(3).map((i) =>
      rect(w * (0.17 - i * 0.012), ground + i * 14, w * (0.66 + i * 0.024), 15, mix('#d9cdb6', '#9a8e78', i * 0.2)),
    ),
    gradient('court', [
      [0, '#d3a684'],
      [1, '#b58564'],
    ]),
    rect(0, ground + 40, w, h - ground, 'url(#court)'),
    range(5).map((i) => stroke(`M0 ${ground + 52 + i * i * 12} H${w}`, '#96694d', 2, 'opacity="0.5"')),
    [0.14, 0.86].map((x) => [
      rect(w * x - 24, h * 0.52, 48, ground + 46 - h * 0.52, '#e0cfae'),
      poly(
        [
          [w * x - 34, h * 0.52],
          [w * x + 34, h * 0.52],
          [w * x, h * 0.45],
        ],
        '#c9b48c',
      ),
    ]),
    areca(roll, w * 0.06, ground + 30, h * 0.5),
    areca(roll, w * 0.95, ground + 30, h * 0.46),
    [0.3, 0.7].map((x) => [
      ellipse(w * x, h * 0.875, 60, 12, '#4a3526', 'opacity="0.3"'),
      path(`M${w * x - 46} ${h * 0.81} h92 l-16 ${h * 0.06} h-60 Z`, '#7fa3a0'),
      tree(roll, w * x, h * 0.815, h * 0.13, '#5f9150'),
    ]),
    birds(roll, { x: w * 0.3, y: h * 0.13, count: 5 }),
  ])
}

/** Tanks and pipes of a clean-water station. */
export function waterWorks(roll, w, h) {
  const ground = h * 0.72
  const tank = (x, y, tw, th) => [
    gradient(
      `tank${Math.round(x)}`,
      [
        [0, '#8fa9b0'],
        [0.35, '#f4f8f7'],
        [1, '#7d979f'],
      ],
      true,
    ),
    ellipse(x + tw / 2, y + th, tw * 0.54, 18, '#2d3b2c', 'opacity="0.3"'),
    rect(x, y, tw, th, `url(#tank${Math.round(x)})`),
    ellipse(x + tw / 2, y + th, tw / 2, 16, '#8ca4aa'),
    ellipse(x + tw / 2, y, tw / 2, 18, '#e6efee'),
    range(3).map((i) =>
      stroke(`M${x} ${y + th * (0.25 + i * 0.25)} q${tw / 2} 26 ${tw} 0`, '#7d979f', 3, 'opacity="0.6"'),
    ),
  ]
  return picture(w, h, [
    sky(w, h, [
      [0, '#7db6da'],
      [0.6, '#eef3ea'],
    ]),
    clouds(roll, { w, y: h * 0.15, count: 4 }),
    ranges(roll, {
      w,
      h,
      top: h * 0.5,
      bottom: ground - 20,
      count: 3,
      far: '#b2cad0',
      near: '#86ab8c',
      rise: h * 0.12,
    }),
    range(8).map((i) => tree(roll, w * (i / 7), ground - 6, h * between(roll, 0.16, 0.26), '#5f9159')),
    gradient('lawn', [
      [0, '#a6cb78'],
      [1, '#6f9f55'],
    ]),
    rect(0, ground - 10, w, h, 'url(#lawn)'),
    tank(w * 0.16, h * 0.36, w * 0.18, h * 0.37),
    tank(w * 0.37, h * 0.42, w * 0.15, h * 0.31),
    rect(w * 0.6, h * 0.5, w * 0.28, ground - h * 0.5 + 10, '#f6eed9'),
    rect(w * 0.58, h * 0.47, w * 0.32, h * 0.04, '#5f94a3'),
    [0.63, 0.71, 0.79].map((x) =>
      rect(w * x, h * 0.56, w * 0.05, h * 0.09, '#a9cfd6', 'stroke="#ffffff" stroke-width="6"'),
    ),
    stroke(`M${w * 0.1} ${h * 0.8} H${w * 0.66} V${h * 0.7}`, '#3f7fae', 22),
    stroke(`M${w * 0.1} ${h * 0.795} H${w * 0.655}`, '#8fc0de', 5),
    [0.25, 0.445].map((x) => [
      stroke(`M${w * x} ${h * 0.72} V${h * 0.8}`, '#3f7fae', 18),
      circle(w * x, h * 0.8, 22, '#c95f55'),
      circle(w * x, h * 0.8, 9, '#f6e3d0'),
    ]),
    meadow(roll, {
      w,
      top: h * 0.84,
      bottom: h * 1.02,
      count: 320,
      colours: ['#ffffff', '#f6d35f', '#f4a3b5'],
      grass: '#6a9c52',
      size: 20,
    }),
  ])
}

/** A stone revetment under repair, baskets of rock waiting. */
export function revetment(roll, w, h) {
  const stones = range(9).flatMap((row) =>
    range(22).map((k) => {
      const t = row / 8
      const [x, y, s] = [(k + (row % 2) * 0.5 - 0.5) * (w / 20), h * (0.56 + 0.34 * t), w * (0.022 + 0.012 * t)]
      return ellipse(
        x + between(roll, -6, 6),
        y,
        s * 1.1,
        s * 0.6,
        mix('#a9a79c', roll() > 0.5 ? '#e6e1d2' : '#5d6260', between(roll, 0.1, 0.4)),
      )
    }),
  )
  const basket = (x, y, s) => [
    ellipse(x, y + s * 0.5, s * 0.8, s * 0.1, '#2d2a24', 'opacity="0.35"'),
    rect(x - s * 0.7, y - s * 0.2, s * 1.4, s * 0.7, '#77786f'),
    range(24).map(() =>
      circle(
        x + between(roll, -0.62, 0.62) * s,
        y + between(roll, -0.22, 0.44) * s,
        s * 0.12,
        mix('#b5b2a6', '#5d6260', roll() * 0.7),
      ),
    ),
    range(9).map((i) => stroke(`M${x - s * 0.7 + (i * s * 1.4) / 8} ${y - s * 0.26} v${s * 0.76}`, '#40474a', 2)),
    range(5).map((i) => stroke(`M${x - s * 0.7} ${y - s * 0.24 + i * s * 0.18} h${s * 1.4}`, '#40474a', 2)),
  ]
  return picture(w, h, [
    sky(w, h, [
      [0, '#93b3c6'],
      [0.5, '#f1e8d8'],
    ]),
    clouds(roll, { w, y: h * 0.15, count: 5, colour: '#f4f4f0' }),
    ranges(roll, { w, h, top: h * 0.34, bottom: h * 0.44, count: 3, far: '#b8c6ca', near: '#87a28a', rise: h * 0.1 }),
    rect(0, h * 0.43, w, h, '#b3a27f'),
    range(60).map(() =>
      stroke(
        `M${roll() * w} ${between(roll, h * 0.44, h * 0.54)} h${between(roll, 30, 130)}`,
        '#e3d7b8',
        2,
        'opacity="0.6"',
      ),
    ),
    path(`M0 ${h * 0.53} H${w} V${h} H0 Z`, '#8d8c83'),
    stones,
    path(`M0 ${h * 0.9} Q${w * 0.5} ${h * 0.87} ${w} ${h * 0.9} V${h} H0 Z`, '#c9b58c'),
    basket(w * 0.2, h * 0.84, 130),
    basket(w * 0.4, h * 0.87, 140),
    basket(w * 0.74, h * 0.85, 150),
    [0.06, 0.56, 0.94].map((x) => [
      stroke(`M${w * x} ${h * 0.9} v${-h * 0.2}`, '#d9d3c0', 10),
      stroke(`M${w * x} ${h * 0.73} v${-h * 0.03} M${w * x} ${h * 0.79} v${-h * 0.03}`, '#c95f55', 10),
    ]),
    birds(roll, { x: w * 0.3, y: h * 0.2, count: 4 }),
  ])
}

/** Bookcases and a low table of a village library. */
export function library(roll, w, h) {
  const colours = ['#c95f55', '#5b9a8b', '#e0b04f', '#5f7f96', '#d98a4e', '#8f7aa3', '#7fa35c', '#f1e6cc']
  const shelf = (x, y, wide) => {
    const books = []
    for (let at = x + 6; at < x + wide - 26; ) {
      const [bw, bh] = [between(roll, 15, 32), h * between(roll, 0.09, 0.135)]
      const colour = colours[Math.floor(roll() * colours.length)]
      books.push(
        rect(at, y - bh, bw, bh, colour, 'rx="2"'),
        rect(at + 3, y - bh * 0.8, bw - 6, 6, '#fdf8ea', 'opacity="0.7"'),
      )
      at += bw + 2
    }
    return [books, rect(x - 8, y, wide + 16, 14, '#8d6544')]
  }
  return picture(w, h, [
    rect(0, 0, w, h, '#f3e7cb'),
    [0.05, 0.37, 0.69].map((x) => [
      rect(w * x - 14, h * 0.06, w * 0.26 + 28, h * 0.68, '#7d5a3c'),
      rect(w * x, h * 0.08, w * 0.26, h * 0.65, '#c9a277'),
      range(4).map((i) => shelf(w * x, h * (0.235 + i * 0.16), w * 0.26)),
    ]),
    gradient('boards', [
      [0, '#cda679'],
      [1, '#9c7550'],
    ]),
    rect(0, h * 0.75, w, h * 0.25, 'url(#boards)'),
    ellipse(w * 0.5, h * 0.93, w * 0.3, h * 0.03, '#3a2a1c', 'opacity="0.3"'),
    rect(w * 0.26, h * 0.82, w * 0.48, h * 0.03, '#e0b985'),
    [0.29, 0.69].map((x) => rect(w * x, h * 0.85, w * 0.02, h * 0.09, '#a97c55')),
    path(
      `M${w * 0.42} ${h * 0.815} Q${w * 0.46} ${h * 0.785} ${w * 0.5} ${h * 0.812} Q${w * 0.54} ${h * 0.785} ${w * 0.58} ${h * 0.815} Z`,
      '#fdf9ee',
    ),
    stroke(`M${w * 0.5} ${h * 0.812} V${h * 0.82}`, '#b9a98a', 4),
    range(4).map((i) => rect(w * 0.62, h * 0.81 - i * 14, w * 0.07, 13, colours[i])),
    glow('lamp', w * 0.5, h * 0.1, h * 0.9, '#fff6da', 0.35),
  ])
}

/** Leaf-wrapped cakes on bamboo trays. */
export function cakes(roll, w, h) {
  const parcel = (x, y, s, turn) =>
    `<g transform="rotate(${Math.round(turn)} ${Math.round(x)} ${Math.round(y)})">${[
      ellipse(x + 4, y + s * 0.3, s * 0.62, s * 0.3, '#2f2416', 'opacity="0.3"'),
      rect(x - s * 0.58, y - s * 0.3, s * 1.16, s * 0.6, mix('#7a6a35', '#3a3d22', roll() * 0.6), `rx="${s * 0.14}"`),
      rect(x - s * 0.5, y - s * 0.26, s, s * 0.14, '#b8a560', `rx="${s * 0.06}" opacity="0.5"`),
      stroke(
        `M${x - s * 0.2} ${y - s * 0.3} V${y + s * 0.3} M${x + s * 0.2} ${y - s * 0.3} V${y + s * 0.3}`,
        '#e9d9a8',
        s * 0.05,
      ),
    ].join('')}</g>`
  const tray = (x, y, r) => [
    ellipse(x + 14, y + 18, r, r * 0.72, '#2f2416', 'opacity="0.3"'),
    ellipse(x, y, r, r * 0.72, '#c79a5f'),
    ellipse(x, y, r * 0.92, r * 0.65, '#e3c08a'),
    range(9).map((i) =>
      ellipse(
        x,
        y,
        r * (0.1 + i * 0.1),
        r * (0.07 + i * 0.071),
        'none',
        'stroke="#c9a063" stroke-width="2" opacity="0.7"',
      ),
    ),
    range(9).map((i) =>
      parcel(x + ((i % 3) - 1) * r * 0.5, y + (Math.floor(i / 3) - 1) * r * 0.34, r * 0.3, between(roll, -18, 18)),
    ),
  ]
  return picture(w, h, [
    gradient('table', [
      [0, '#a8794f'],
      [1, '#8a5f3c'],
    ]),
    rect(0, 0, w, h, 'url(#table)'),
    range(7).map((i) =>
      stroke(`M0 ${(h * i) / 6.5} q${w / 2} ${between(roll, -16, 16)} ${w} 0`, '#6d492d', 4, 'opacity="0.6"'),
    ),
    path(`M${w * 0.62} ${-h * 0.02} Q${w * 0.9} ${h * 0.1} ${w * 1.02} ${h * 0.5} V0 Z`, '#5f9150'),
    stroke(`M${w * 0.66} 0 Q${w * 0.88} ${h * 0.14} ${w} ${h * 0.44}`, '#a9c87a', 6),
    tray(w * 0.3, h * 0.4, w * 0.23),
    tray(w * 0.68, h * 0.66, w * 0.25),
    [0.08, 0.14, 0.11].map((x, i) => [
      circle(w * x, h * (0.82 + i * 0.045), 44, '#f3e9d2'),
      circle(w * x - 8, h * (0.815 + i * 0.045), 30, '#fffaf0'),
    ]),
    glow('window', w * 0.2, 0, h * 0.9, '#fff2cf', 0.4),
  ])
}

/** Rice-paper sheets drying on bamboo frames. */
export function dryingFrames(roll, w, h) {
  const frame = (x, y, s) => [
    ellipse(x + s * 0.1, y + s * 0.42, s * 0.75, s * 0.06, '#3a3a22', 'opacity="0.25"'),
    [-0.6, 0.62].map((k) => stroke(`M${x + k * s} ${y + s * 0.02} v${s * 0.4}`, '#8a6a42', s * 0.03)),
    poly(
      [
        [x - s * 0.7, y + s * 0.1],
        [x + s * 0.6, y + s * 0.1],
        [x + s * 0.72, y - s * 0.22],
        [x - s * 0.56, y - s * 0.22],
      ],
      '#d2ab6f',
    ),
    range(8).map((i) =>
      ellipse(
        x - s * 0.47 + (i % 4) * s * 0.32 + (i > 3 ? s * 0.05 : 0),
        y + (i > 3 ? -s * 0.13 : s * 0.02),
        s * 0.14,
        s * 0.065,
        mix('#fdf7e6', '#e9d6ae', roll() * 0.5),
      ),
    ),
  ]
  return picture(w, h, [
    sky(w, h, [
      [0, '#84bce0'],
      [0.5, '#f5f0dd'],
    ]),
    clouds(roll, { w, y: h * 0.13, count: 4 }),
    range(11).map((i) => tree(roll, w * (i / 10), h * 0.45, h * between(roll, 0.14, 0.26), '#6a985c')),
    house(w * 0.06, h * 0.47, w * 0.24),
    house(w * 0.68, h * 0.46, w * 0.2, { roof: '#a4725a' }),
    areca(roll, w * 0.34, h * 0.46, h * 0.34),
    areca(roll, w * 0.62, h * 0.46, h * 0.3),
    gradient('yard', [
      [0, '#d9c49a'],
      [1, '#b89d6f'],
    ]),
    rect(0, h * 0.46, w, h, 'url(#yard)'),
    range(4).flatMap((i) => {
      const t = (i / 3) ** 1.4
      const s = w * (0.11 + 0.13 * t)
      return range(9 - i).map((k) => frame(w * 0.5 + (k - (8 - i) / 2) * s * 1.55, h * (0.53 + 0.36 * t), s))
    }),
  ])
}

/** A loudspeaker on its pole above the roofs, early. */
export function loudspeaker(roll, w, h) {
  const horn = (x, y, s, side) => [
    poly(
      [
        [x, y - s * 0.14],
        [x, y + s * 0.14],
        [x + side * s * 0.8, y + s * 0.44],
        [x + side * s * 0.8, y - s * 0.44],
      ],
      '#8f9ea3',
    ),
    ellipse(x + side * s * 0.8, y, s * 0.13, s * 0.44, '#c9d3d5'),
    ellipse(x + side * s * 0.81, y, s * 0.08, s * 0.32, '#5f6f76'),
    rect(x - s * 0.16, y - s * 0.12, s * 0.32, s * 0.24, '#6d7d84'),
  ]
  return picture(w, h, [
    sky(w, h, [
      [0, '#6f93b8'],
      [0.5, '#f3cfa9'],
      [0.72, '#fbe3bf'],
    ]),
    sun(w * 0.22, h * 0.6, h * 0.06, '#fff3d8', '#ffd9a0'),
    ranges(roll, {
      w,
      h,
      top: h * 0.6,
      bottom: h * 0.78,
      count: 3,
      far: '#b6a8ac',
      near: '#6d7f7d',
      rise: h * 0.12,
      mist: '#fbdcb5',
    }),
    range(14).map((i) => tree(roll, w * (i / 13), h * 0.88, h * between(roll, 0.12, 0.2), '#4f6f58')),
    range(6).map((i) =>
      house(w * (0.03 + i * 0.17), h * (0.9 + 0.02 * (i % 2)), w * 0.12, {
        wall: '#e7cfae',
        roof: ['#a5584a', '#8f5f50'][i % 2],
      }),
    ),
    rect(0, h * 0.9, w, h, '#4d6a4a'),
    rect(w * 0.594, h * 0.2, w * 0.012, h * 0.75, '#5b5f60'),
    range(3).map((i) =>
      stroke(
        `M0 ${h * (0.3 + i * 0.03)} Q${w * 0.3} ${h * (0.42 + i * 0.03)} ${w * 0.6} ${h * (0.24 + i * 0.02)} T${w} ${h * (0.22 + i * 0.03)}`,
        '#3f4a52',
        3,
      ),
    ),
    horn(w * 0.6, h * 0.3, 170, -1),
    horn(w * 0.6, h * 0.38, 150, 1),
    birds(roll, { x: w * 0.3, y: h * 0.24, count: 6 }),
    bamboo(roll, w * 0.98, h * 0.98, h * 0.5, -1, '#4f6f4c'),
  ])
}

/** Workshops along a tree-lined road of a small industrial cluster. */
export function workshops(roll, w, h) {
  const ground = h * 0.66
  const hall = (x, y, s, roof) => [
    rect(x, y - s * 0.34, s, s * 0.34, '#e6e3d8'),
    range(12).map((i) => stroke(`M${x + (s * i) / 12} ${y - s * 0.34} v${s * 0.34}`, '#c5c3b8', 2)),
    path(`M${x - s * 0.03} ${y - s * 0.33} Q${x + s * 0.5} ${y - s * 0.52} ${x + s * 1.03} ${y - s * 0.33} Z`, roof),
    rect(x + s * 0.38, y - s * 0.22, s * 0.24, s * 0.22, '#7f969c'),
    range(5).map((i) => stroke(`M${x + s * 0.38} ${y - s * (0.19 - i * 0.04)} h${s * 0.24}`, '#5d747b', 3)),
  ]
  return picture(w, h, [
    sky(w, h, [
      [0, '#82b8dc'],
      [0.6, '#f0efe2'],
    ]),
    clouds(roll, { w, y: h * 0.15, count: 5 }),
    ranges(roll, {
      w,
      h,
      top: h * 0.46,
      bottom: ground - 20,
      count: 3,
      far: '#b2cad0',
      near: '#8aab8c',
      rise: h * 0.1,
    }),
    rect(0, ground - 20, w, h, '#95b56c'),
    hall(w * 0.03, ground, w * 0.3, '#5f8fa3'),
    hall(w * 0.36, ground - 8, w * 0.22, '#b5654a'),
    hall(w * 0.62, ground, w * 0.34, '#5f8fa3'),
    poly(
      [
        [0, h * 0.76],
        [w, h * 0.7],
        [w, h * 0.9],
        [0, h],
      ],
      '#8f9294',
    ),
    range(9).map((i) =>
      stroke(`M${w * (i / 8.5)} ${h * (0.885 - i * 0.0105)} l${w * 0.05} ${-h * 0.004}`, '#f6f1de', 7),
    ),
    range(9).map((i) =>
      tree(roll, w * (0.04 + i * 0.12), h * (0.765 - i * 0.0075), h * between(roll, 0.15, 0.19), '#5c9154'),
    ),
    range(5).map((i) => [
      stroke(`M${w * (0.1 + i * 0.2)} ${h * (0.75 - i * 0.012)} v${-h * 0.28} q2 -16 40 -18`, '#7d888c', 6),
      ellipse(w * (0.1 + i * 0.2) + 46, h * (0.452 - i * 0.012), 20, 6, '#f7edc7'),
    ]),
    meadow(roll, {
      w,
      top: h * 0.95,
      bottom: h * 1.03,
      count: 160,
      colours: ['#ffffff', '#f4a3b5'],
      grass: '#6a9c52',
      size: 18,
    }),
  ])
}

/** The start of a running race by the river at sunrise. */
export function raceStart(roll, w, h) {
  const horizon = h * 0.52
  return picture(w, h, [
    sky(w, h, [
      [0, '#7fa9cf'],
      [0.52, '#fbdcb0'],
    ]),
    sun(w * 0.5, h * 0.42, h * 0.05, '#fff6dc', '#ffdfa6'),
    ranges(roll, {
      w,
      h,
      top: h * 0.42,
      bottom: horizon,
      count: 3,
      far: '#b3bcc6',
      near: '#7f9a8c',
      rise: h * 0.1,
      mist: '#fbe3c4',
    }),
    rect(0, horizon, w, h, '#8fb56a'),
    poly(
      [
        [w * 0.62, horizon],
        [w, horizon],
        [w, h * 0.86],
      ],
      '#a9c8d3',
    ),
    range(9).map((i) => tree(roll, w * (0.01 + i * 0.05), horizon + 8, h * between(roll, 0.07, 0.12), '#5c8654')),
    poly(
      [
        [w * 0.49, horizon],
        [w * 0.51, horizon],
        [w * 0.86, h],
        [w * 0.14, h],
      ],
      '#8b8e90',
    ),
    range(7).map((i) => {
      const t = ((i + 0.6) / 7) ** 2
      return poly(
        [
          [w * 0.5 - 3 - 4 * t, horizon + (h - horizon) * t],
          [w * 0.5 + 3 + 4 * t, horizon + (h - horizon) * t],
          [w * 0.5 + 4 + 8 * t, horizon + (h - horizon) * (t + 0.07 * (0.2 + t))],
          [w * 0.5 - 4 - 8 * t, horizon + (h - horizon) * (t + 0.07 * (0.2 + t))],
        ],
        '#f8f3e0',
      )
    }),
    path(
      `M${w * 0.24} ${h * 0.84} V${h * 0.42} Q${w * 0.24} ${h * 0.26} ${w * 0.36} ${h * 0.26} H${w * 0.64} Q${w * 0.76} ${h * 0.26} ${w * 0.76} ${h * 0.42} V${h * 0.84} H${w * 0.7} V${h * 0.44} Q${w * 0.7} ${h * 0.37} ${w * 0.63} ${h * 0.37} H${w * 0.37} Q${w * 0.3} ${h * 0.37} ${w * 0.3} ${h * 0.44} V${h * 0.84} Z`,
      '#d9564a',
    ),
    range(8).map((i) => rect(w * (0.37 + i * 0.034), h * 0.29, w * 0.018, h * 0.05, i % 2 ? '#fdf6e3' : '#f2c14e')),
    range(8).map((i) => [
      stroke(`M${w * (i < 4 ? 0.2 - i * 0.05 : 0.8 + (i - 4) * 0.05)} ${h * 0.9} v${-h * 0.24}`, '#c9c4b4', 5),
      poly(
        [
          [w * (i < 4 ? 0.2 - i * 0.05 : 0.8 + (i - 4) * 0.05), h * 0.66],
          [w * (i < 4 ? 0.2 - i * 0.05 : 0.8 + (i - 4) * 0.05) + 56, h * 0.68],
          [w * (i < 4 ? 0.2 - i * 0.05 : 0.8 + (i - 4) * 0.05), h * 0.72],
        ],
        ['#5b9a8b', '#f2c14e', '#5f8fc9', '#d98a4e'][i % 4],
      ),
    ]),
  ])
}

/** A row of saplings with stakes and a watering can. */
export function saplings(roll, w, h) {
  const sapling = (x, y, s) => [
    ellipse(x, y, s * 0.3, s * 0.06, '#6f4f33'),
    stroke(`M${x} ${y} v${-s * 0.8}`, '#7a5f42', s * 0.03),
    stroke(`M${x + s * 0.08} ${y + s * 0.03} l${-s * 0.14} ${-s * 0.6}`, '#c9a874', s * 0.025),
    range(13).map(() =>
      ellipse(
        x + between(roll, -0.24, 0.24) * s,
        y - s * between(roll, 0.5, 1.02),
        s * 0.11,
        s * 0.055,
        mix('#7fb355', roll() > 0.5 ? '#3f7a45' : '#dbe68c', 0.25),
        `transform="rotate(${Math.round(between(roll, -40, 40))} ${Math.round(x)} ${Math.round(y - s * 0.7)})"`,
      ),
    ),
  ]
  return picture(w, h, [
    sky(w, h, [
      [0, '#9cc3da'],
      [0.5, '#f6f0df'],
    ]),
    clouds(roll, { w, y: h * 0.14, count: 4 }),
    ranges(roll, { w, h, top: h * 0.38, bottom: h * 0.5, count: 3, far: '#b8cdd2', near: '#86a98c', rise: h * 0.12 }),
    paddies(roll, {
      w,
      h,
      y: h * 0.49,
      vx: w * 0.3,
      colours: ['#9cc366', '#8ab859', '#aece78'],
      bund: '#a9a86e',
      tufts: 400,
    }),
    path(
      `M0 ${h * 0.8} Q${w * 0.4} ${h * 0.66} ${w} ${h * 0.53} V${h * 0.62} Q${w * 0.6} ${h * 0.78} ${w * 0.34} ${h} H0 Z`,
      '#b99a6c',
    ),
    range(8).map((i) => {
      const t = i / 7
      return sapling(w * (0.94 - 0.86 * t), h * (0.57 + 0.33 * t ** 1.1), h * (0.09 + 0.26 * t))
    }),
    ellipse(w * 0.72, h * 0.93, 120, 18, '#3a3a22', 'opacity="0.3"'),
    path(`M${w * 0.68} ${h * 0.79} h${w * 0.08} l${w * 0.008} ${h * 0.135} h${-w * 0.096} Z`, '#5f94a3'),
    stroke(`M${w * 0.765} ${h * 0.89} L${w * 0.82} ${h * 0.79}`, '#5f94a3', 18),
    ellipse(w * 0.823, h * 0.786, 24, 12, '#457885', 'transform="rotate(-30 1317 838)"'),
    path(
      `M${w * 0.68} ${h * 0.8} q${-w * 0.05} ${h * 0.06} 0 ${h * 0.11}`,
      'none',
      'stroke="#457885" stroke-width="10"',
    ),
    meadow(roll, {
      w: w * 0.4,
      top: h * 0.93,
      bottom: h * 1.03,
      count: 120,
      colours: ['#ffffff', '#f6d35f'],
      grass: '#6f9a48',
      size: 22,
    }),
  ])
}
