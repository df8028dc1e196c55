// Rooms without people: halls, rostrums, desks.
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
  picture,
  poly,
  range,
  rect,
  stroke,
} from './brush.mjs'

function curtain(roll, x, y, w, h, colour) {
  const pleats = Math.round(w / 44)
  return [
    gradient(
      `pleat${Math.round(x)}`,
      [
        [0, '#0d1f24', 0.34],
        [0.35, '#ffffff', 0.13],
        [0.6, '#ffffff', 0.02],
        [1, '#0d1f24', 0.36],
      ],
      true,
    ),
    rect(x, y, w, h, colour),
    range(pleats).map((i) =>
      rect(x + (i * w) / pleats, y, w / pleats + between(roll, -4, 6), h, `url(#pleat${Math.round(x)})`),
    ),
  ]
}

function chair(x, y, s, wood, cloth) {
  return [
    ellipse(x, y + s * 1.02, s * 0.5, s * 0.07, '#2b1f18', 'opacity="0.22"'),
    rect(x - s * 0.4, y + s * 0.5, s * 0.06, s * 0.52, mix(wood, '#20140e', 0.3)),
    rect(x + s * 0.34, y + s * 0.5, s * 0.06, s * 0.52, mix(wood, '#20140e', 0.3)),
    rect(x - s * 0.43, y + s * 0.46, s * 0.86, s * 0.14, mix(cloth, '#20140e', 0.25), `rx="${s * 0.05}"`),
    rect(x - s * 0.4, y - s * 0.2, s * 0.8, s * 0.7, wood, `rx="${s * 0.1}"`),
    rect(x - s * 0.32, y - s * 0.12, s * 0.64, s * 0.5, cloth, `rx="${s * 0.07}"`),
    rect(x - s * 0.32, y - s * 0.12, s * 0.64, s * 0.1, '#ffffff', `rx="${s * 0.05}" opacity="0.16"`),
  ]
}

function flowers(roll, x, y, s, colours) {
  const leaves = range(14).map((i) =>
    ellipse(
      x + between(roll, -0.6, 0.6) * s,
      y - between(roll, 0.1, 0.5) * s,
      s * 0.2,
      s * 0.07,
      i % 2 ? '#5c8a58' : '#3f6e4a',
      `transform="rotate(${Math.round(between(roll, -60, 60))} ${Math.round(x)} ${Math.round(y)})"`,
    ),
  )
  const blooms = range(20).map(() => {
    const [bx, by, r] = [
      x + between(roll, -0.55, 0.55) * s,
      y - between(roll, 0.2, 0.72) * s,
      s * between(roll, 0.08, 0.14),
    ]
    const colour = colours[Math.floor(roll() * colours.length)]
    return [circle(bx, by, r, colour), circle(bx - r * 0.2, by - r * 0.2, r * 0.5, mix(colour, '#ffffff', 0.4))]
  })
  return [
    leaves,
    blooms,
    path(`M${x - s * 0.4} ${y - s * 0.08} Q${x} ${y + s * 0.42} ${x + s * 0.4} ${y - s * 0.08} Z`, '#f2efe6'),
  ]
}

function palm(roll, x, y, s) {
  const fan = range(11).map((i) => {
    const turn = ((i - 5) / 5) * 1.25
    const long = s * between(roll, 0.72, 0.95)
    const [tx, ty] = [x + Math.sin(turn) * long * 0.72, y - s * 0.3 - Math.cos(turn) * long]
    const [mx, my] = [x + Math.sin(turn) * long * 0.26, y - s * 0.3 - Math.cos(turn) * long * 0.7]
    return path(
      `M${x} ${y - s * 0.28} Q${mx - s * 0.06} ${my} ${tx} ${ty} Q${mx + s * 0.08} ${my + s * 0.05} ${x} ${y - s * 0.28} Z`,
      mix('#4d8057', i % 2 ? '#16352b' : '#c9d79a', 0.2),
    )
  })
  return [
    ellipse(x, y, s * 0.28, s * 0.04, '#1f1712', 'opacity="0.3"'),
    fan,
    poly(
      [
        [x - s * 0.2, y - s * 0.34],
        [x + s * 0.2, y - s * 0.34],
        [x + s * 0.15, y],
        [x - s * 0.15, y],
      ],
      '#c98f63',
    ),
    rect(x - s * 0.22, y - s * 0.36, s * 0.44, s * 0.06, '#dba77c'),
  ]
}

function lectern(x, y, s, wood = '#9a6a43') {
  return [
    ellipse(x, y, s * 0.36, s * 0.04, '#1f1712', 'opacity="0.35"'),
    poly(
      [
        [x - s * 0.27, y - s * 0.86],
        [x + s * 0.27, y - s * 0.86],
        [x + s * 0.22, y],
        [x - s * 0.22, y],
      ],
      wood,
    ),
    poly(
      [
        [x + s * 0.1, y - s * 0.86],
        [x + s * 0.27, y - s * 0.86],
        [x + s * 0.22, y],
        [x + s * 0.08, y],
      ],
      mix(wood, '#2a170d', 0.25),
    ),
    poly(
      [
        [x - s * 0.19, y - s * 0.74],
        [x + s * 0.19, y - s * 0.74],
        [x + s * 0.155, y - s * 0.1],
        [x - s * 0.155, y - s * 0.1],
      ],
      'none',
      `stroke="${mix(wood, '#f6dfb8', 0.45)}" stroke-width="${s * 0.012}"`,
    ),
    poly(
      [
        [x - s * 0.35, y - s * 0.86],
        [x + s * 0.35, y - s * 0.86],
        [x + s * 0.3, y - s * 0.97],
        [x - s * 0.3, y - s * 0.97],
      ],
      mix(wood, '#f6dfb8', 0.18),
    ),
    rect(x - s * 0.35, y - s * 0.87, s * 0.7, s * 0.035, mix(wood, '#2a170d', 0.3)),
    stroke(`M${x - s * 0.1} ${y - s * 0.95} q${-s * 0.02} ${-s * 0.2} ${s * 0.08} ${-s * 0.24}`, '#2b3236', s * 0.014),
    ellipse(x - s * 0.005, y - s * 1.195, s * 0.045, s * 0.03, '#1c2226'),
    rect(x + s * 0.04, y - s * 0.955, s * 0.18, s * 0.02, '#fbf8ef'),
  ]
}

const longTable = (x, y, w, h, cloth) => [
  ellipse(x + w / 2, y + h, w * 0.52, h * 0.08, '#1f1712', 'opacity="0.3"'),
  rect(x, y, w, h, cloth),
  range(Math.round(w / 60)).map((i) =>
    path(
      `M${x + i * 60 + 12} ${y + h * 0.14} q14 ${h * 0.4} 2 ${h * 0.86} h22 q-12 ${-h * 0.4} 0 ${-h * 0.86} Z`,
      '#33484c',
      'opacity="0.08"',
    ),
  ),
  rect(x - 10, y - 12, w + 20, h * 0.16, mix(cloth, '#ffffff', 0.55)),
]

/** A large hall seen from the last rows: curtain, table, empty chairs on both sides of the aisle. */
export function hall(roll, w, h) {
  const far = { x: w * 0.24, y: h * 0.17, w: w * 0.52, h: h * 0.37 }
  const floor = far.y + far.h
  const rows = range(7).flatMap((i) => {
    const t = (i / 6) ** 1.5
    const [y, s] = [floor + 44 + (h * 0.99 - floor) * t * 0.84, 34 + 128 * t]
    const seats = range(14).map((k) => (k < 7 ? -1 : 1) * (1.25 + (k % 7) * 1.04))
    return seats
      .filter((k) => Math.abs(k * s) < w * 0.62)
      .map((k) => chair(w / 2 + k * s, y - s * 0.6, s, '#8b5d3f', i % 2 ? '#557f86' : '#5b8890'))
  })
  const lamps = range(3).map((i) => {
    const t = 0.2 + i * 0.27
    const [y, half] = [far.y * (1 - t), w * (0.1 + t * 0.17)]
    return poly(
      [
        [w / 2 - half, y],
        [w / 2 + half, y],
        [w / 2 + half * 1.14, y - 15 - 18 * t],
        [w / 2 - half * 1.14, y - 15 - 18 * t],
      ],
      '#fffbe9',
    )
  })
  const windows = [-1, 1].flatMap((side) =>
    range(3).map((i) => {
      const at = (t) => w / 2 + side * (far.w / 2 + t * (w / 2 - far.w / 2))
      const top = (t) => far.y + 62 - t * (far.y + 20)
      const low = (t) => floor - 56 + t * (h * 0.2)
      const [a, b] = [0.1 + i * 0.3, 0.28 + i * 0.33]
      return [
        poly(
          [
            [at(a), top(a)],
            [at(b), top(b)],
            [at(b), low(b)],
            [at(a), low(a)],
          ],
          '#d9eef0',
          'stroke="#b99f7d" stroke-width="7"',
        ),
        poly(
          [
            [at(a), low(a) - (low(a) - top(a)) * 0.3],
            [at(b), low(b) - (low(b) - top(b)) * 0.36],
            [at(b), low(b)],
            [at(a), low(a)],
          ],
          '#a9cba1',
        ),
      ]
    }),
  )
  return picture(w, h, [
    gradient('ceiling', [
      [0, '#e6dfcf'],
      [1, '#cfc6b3'],
    ]),
    rect(0, 0, w, h, 'url(#ceiling)'),
    poly(
      [
        [0, 0],
        [far.x, far.y],
        [far.x, floor],
        [0, h * 0.93],
      ],
      '#efe3cc',
    ),
    poly(
      [
        [w, 0],
        [far.x + far.w, far.y],
        [far.x + far.w, floor],
        [w, h * 0.93],
      ],
      '#e7d8bd',
    ),
    windows,
    lamps,
    gradient('boards', [
      [0, '#c79f72'],
      [1, '#8f6a49'],
    ]),
    poly(
      [
        [0, h * 0.93],
        [far.x, floor],
        [far.x + far.w, floor],
        [w, h * 0.93],
        [w, h],
        [0, h],
      ],
      'url(#boards)',
    ),
    poly(
      [
        [w * 0.47, floor],
        [w * 0.53, floor],
        [w * 0.6, h],
        [w * 0.4, h],
      ],
      '#b9584f',
      'opacity="0.75"',
    ),
    curtain(roll, far.x, far.y, far.w, far.h, '#3f7f84'),
    curtain(roll, far.x, far.y, far.w * 0.09, far.h, '#2f666c'),
    curtain(roll, far.x + far.w * 0.91, far.y, far.w * 0.09, far.h, '#2f666c'),
    rect(far.x, far.y, far.w, 22, '#2b5c62'),
    glow('stage', w / 2, far.y + far.h * 0.5, far.w * 0.42, '#fff4d6', 0.35),
    rect(far.x, floor - 34, far.w, 34, '#a97a52'),
    rect(far.x, floor - 36, far.w, 6, '#d9b186'),
    longTable(w * 0.38, floor - 104, w * 0.24, 70, '#eef1ea'),
    [0.42, 0.5, 0.58].map((x) => flowers(roll, w * x, floor - 112, 26, ['#f4c95f', '#f09a8d', '#ffffff'])),
    lectern(w * 0.675, floor - 34, 108),
    palm(roll, w * 0.29, floor - 32, 120),
    palm(roll, w * 0.725, floor - 32, 110),
    rows,
  ])
}

/** A row of tall windows with the garden outside, light on the floor, a row of chairs. */
export function windowsAndChairs(roll, w, h) {
  const floor = h * 0.72
  const panes = range(4).map((i) => {
    const [x, wide, y, tall] = [w * (0.06 + i * 0.235), w * 0.17, h * 0.1, h * 0.5]
    const leaves = range(90).map((k) =>
      circle(
        x + roll() * wide,
        y + tall * (0.36 + 0.64 * (k / 90)) + between(roll, -20, 20),
        between(roll, 14, 40),
        mix('#8fb97a', k % 3 ? '#4d7f5c' : '#e3edb8', between(roll, 0.05, 0.42)),
      ),
    )
    return [
      `<defs><clipPath id="pane${i}"><rect x="${x}" y="${y}" width="${wide}" height="${tall}"/></clipPath></defs>`,
      rect(x - 14, y - 14, wide + 28, tall + 28, '#a97c55'),
      rect(x, y, wide, tall, '#dff0f2'),
      group(blurred(`garden${i}`, 5, leaves), `clip-path="url(#pane${i})"`),
      stroke(`M${x + wide / 2} ${y} V${y + tall}`, '#c79a70', 9),
      stroke(`M${x} ${y + tall * 0.34} H${x + wide}`, '#c79a70', 7),
      rect(x - 26, y + tall + 12, wide + 52, 18, '#c79a70'),
      path(
        `M${x - 22} ${y - 26} h${wide * 0.3} q-6 ${tall * 0.4} ${-wide * 0.24} ${tall * 0.72} q${wide * 0.05} ${tall * 0.2} 0 ${tall * 0.38} h${-wide * 0.12} Z`,
        '#f6efe0',
        'opacity="0.94"',
      ),
      path(
        `M${x + wide + 22} ${y - 26} h${-wide * 0.3} q6 ${tall * 0.4} ${wide * 0.24} ${tall * 0.72} q${-wide * 0.05} ${tall * 0.2} 0 ${tall * 0.38} h${wide * 0.12} Z`,
        '#efe5d0',
        'opacity="0.94"',
      ),
      poly(
        [
          [x + 40, floor + 16],
          [x + wide + 40, floor + 16],
          [x + wide + 190, h],
          [x + 140, h],
        ],
        '#fff1cf',
        'opacity="0.4"',
      ),
    ]
  })
  return picture(w, h, [
    gradient('wall', [
      [0, '#f2e9d6'],
      [1, '#e2d2b4'],
    ]),
    rect(0, 0, w, floor, 'url(#wall)'),
    gradient('planks', [
      [0, '#b98d64'],
      [1, '#93694a'],
    ]),
    rect(0, floor, w, h - floor, 'url(#planks)'),
    rect(0, floor - 16, w, 18, '#9d7350'),
    range(5).map((i) => stroke(`M0 ${floor + 18 + i * i * 14} H${w}`, '#7d5840', 2, 'opacity="0.4"')),
    panes,
    range(8).map((i) => chair(w * (0.075 + i * 0.121), floor - 12, 138, '#8b5d3f', '#5b8890')),
    palm(roll, w * 0.965, floor + 60, 250),
    glow('daylight', w * 0.3, h * 0.3, h * 0.8, '#fff6dc', 0.35),
  ])
}

/** A rostrum before a curtain: lectern, flowers, lamp light. */
export function rostrum(roll, w, h) {
  const floor = h * 0.78
  return picture(w, h, [
    curtain(roll, 0, 0, w, floor, '#46868a'),
    curtain(roll, 0, 0, w * 0.13, floor + 6, '#2e636a'),
    curtain(roll, w * 0.87, 0, w * 0.13, floor + 6, '#2e636a'),
    range(8).map((i) => path(`M${(w / 8) * i} 0 q${w / 16} ${h * 0.17} ${w / 8} 0 Z`, i % 2 ? '#2b5c62' : '#30656b')),
    glow('lamp', w * 0.4, h * 0.42, h * 0.7, '#fff1cc', 0.5),
    gradient('floor', [
      [0, '#b58860'],
      [1, '#7f5a3f'],
    ]),
    rect(0, floor, w, h - floor, 'url(#floor)'),
    rect(0, floor, w, 9, '#d8b087'),
    range(12).map((i) =>
      stroke(`M${w * (i / 11)} ${floor + 10} L${w * (-0.25 + (i / 11) * 1.5)} ${h}`, '#6b4a34', 2, 'opacity="0.35"'),
    ),
    palm(roll, w * 0.17, floor + 40, h * 0.34),
    palm(roll, w * 0.84, floor + 40, h * 0.36),
    lectern(w * 0.4, floor + 66, h * 0.52),
    flowers(roll, w * 0.4 + h * 0.08, floor + 66 - h * 0.51, h * 0.09, ['#f5cf6b', '#f3a08e', '#ffffff', '#f7e3a1']),
    ellipse(w * 0.63, floor + 92, h * 0.1, 12, '#1f1712', 'opacity="0.3"'),
    poly(
      [
        [w * 0.63 - h * 0.07, floor - h * 0.14],
        [w * 0.63 + h * 0.07, floor - h * 0.14],
        [w * 0.63 + h * 0.055, floor + 92],
        [w * 0.63 - h * 0.055, floor + 92],
      ],
      '#e5d8bd',
    ),
    poly(
      [
        [w * 0.63 + h * 0.02, floor - h * 0.14],
        [w * 0.63 + h * 0.07, floor - h * 0.14],
        [w * 0.63 + h * 0.055, floor + 92],
        [w * 0.63 + h * 0.02, floor + 92],
      ],
      '#c9b892',
    ),
    rect(w * 0.63 - h * 0.085, floor - h * 0.155, h * 0.17, h * 0.022, '#f3e9d3'),
    flowers(roll, w * 0.63, floor - h * 0.19, h * 0.17, ['#f5cf6b', '#ffffff', '#f09a8d']),
  ])
}

/** A microphone on its stem, the lights of the hall out of focus behind it. */
export function microphone(roll, w, h) {
  const lights = range(34).map(() =>
    circle(
      roll() * w,
      h * between(roll, 0.05, 0.62),
      between(roll, 18, 60),
      ['#ffe2a3', '#fff4da', '#f3b98a', '#a9d2cf'][Math.floor(roll() * 4)],
      `opacity="${between(roll, 0.18, 0.5)}"`,
    ),
  )
  return picture(w, h, [
    gradient('dim', [
      [0, '#2f5f67'],
      [0.6, '#47787a'],
      [1, '#2a4a50'],
    ]),
    rect(0, 0, w, h, 'url(#dim)'),
    blurred('bokeh', 9, lights),
    blurred(
      'rows',
      16,
      range(9).map((i) =>
        rect(w * (0.02 + i * 0.112), h * 0.62, w * 0.085, h * 0.22, i % 2 ? '#24464c' : '#2b5158', 'rx="24"'),
      ),
    ),
    gradient('top', [
      [0, '#b07c50'],
      [1, '#7b5235'],
    ]),
    poly(
      [
        [0, h * 0.84],
        [w, h * 0.76],
        [w, h],
        [0, h],
      ],
      'url(#top)',
    ),
    poly(
      [
        [0, h * 0.84],
        [w, h * 0.76],
        [w, h * 0.775],
        [0, h * 0.856],
      ],
      '#d9ab7c',
    ),
    ellipse(w * 0.6, h * 0.885, w * 0.1, h * 0.03, '#2c1a10', 'opacity="0.4"'),
    ellipse(w * 0.6, h * 0.872, w * 0.085, h * 0.03, '#30393d'),
    ellipse(w * 0.6, h * 0.864, w * 0.06, h * 0.018, '#48545a'),
    stroke(
      `M${w * 0.6} ${h * 0.865} C${w * 0.6} ${h * 0.62} ${w * 0.55} ${h * 0.5} ${w * 0.468} ${h * 0.395}`,
      '#20282c',
      17,
    ),
    stroke(
      `M${w * 0.597} ${h * 0.855} C${w * 0.596} ${h * 0.62} ${w * 0.547} ${h * 0.5} ${w * 0.468} ${h * 0.392}`,
      '#5b686e',
      4,
    ),
    `<g transform="rotate(41 ${w * 0.43} ${h * 0.345})">`,
    gradient('capsule', [
      [0, '#59666b'],
      [0.45, '#2c3539'],
      [1, '#171d20'],
    ]),
    rect(w * 0.352, h * 0.292, w * 0.135, h * 0.106, 'url(#capsule)', `rx="${h * 0.053}"`),
    rect(w * 0.452, h * 0.298, w * 0.016, h * 0.094, '#8a979c'),
    '</g>',
    poly(
      [
        [w * 0.12, h * 0.87],
        [w * 0.36, h * 0.85],
        [w * 0.41, h * 0.955],
        [w * 0.12, h * 0.985],
      ],
      '#fbf7ea',
    ),
    range(5).map((i) =>
      stroke(
        `M${w * (0.145 + i * 0.003)} ${h * (0.889 + i * 0.018)} L${w * (0.34 + i * 0.006)} ${h * (0.872 + i * 0.0175)}`,
        '#b9b3a2',
        3.4,
      ),
    ),
  ])
}

/** A meeting desk from above: notebook, pen, tea and a small plant. */
export function desk(roll, w, h) {
  const grain = range(46).map(() => {
    const y = roll() * h
    return stroke(
      `M0 ${y} C${w * 0.3} ${y + between(roll, -26, 26)} ${w * 0.7} ${y + between(roll, -26, 26)} ${w} ${y + between(roll, -14, 14)}`,
      '#8a5f3f',
      between(roll, 1, 3),
      `opacity="${between(roll, 0.08, 0.22)}"`,
    )
  })
  const shadow = 'opacity="0.22"'
  const cup = (x, y, r) => [
    circle(x + 12, y + 16, r * 1.34, '#2d1c10', shadow),
    circle(x, y, r * 1.34, '#f4f1e8'),
    circle(x, y, r * 1.2, '#e4dfd0'),
    circle(x, y, r, '#fbfaf5'),
    circle(x, y, r * 0.83, '#b98f3f'),
    ellipse(x - r * 0.2, y - r * 0.26, r * 0.4, r * 0.2, '#e2c27c', 'opacity="0.7"'),
  ]
  const leaf = (turn, long) =>
    path(
      `M0 0 Q${long * 0.5} ${-long * 0.3} ${long} 0 Q${long * 0.5} ${long * 0.3} 0 0 Z`,
      mix('#5f9163', roll() > 0.5 ? '#d4e2a0' : '#24513f', 0.22),
      `transform="translate(${Math.round(w * 0.86)} ${Math.round(h * 0.22)}) rotate(${turn})"`,
    )
  return picture(w, h, [
    gradient('table', [
      [0, '#c6976a'],
      [1, '#a77748'],
    ]),
    rect(0, 0, w, h, 'url(#table)'),
    grain,
    `<g transform="rotate(-5 ${w * 0.4} ${h * 0.55})">`,
    rect(w * 0.155, h * 0.265, w * 0.5, h * 0.58, '#2d1c10', `rx="10" ${shadow}`),
    rect(w * 0.14, h * 0.24, w * 0.5, h * 0.58, '#3f7478', 'rx="12"'),
    rect(w * 0.15, h * 0.25, w * 0.24, h * 0.56, '#fdfaf1', 'rx="6"'),
    rect(w * 0.39, h * 0.25, w * 0.24, h * 0.56, '#f7f2e4', 'rx="6"'),
    range(13).map((i) =>
      stroke(`M${w * 0.17} ${h * (0.31 + i * 0.036)} H${w * (i % 4 === 3 ? 0.29 : 0.37)}`, '#c9c6b8', 3),
    ),
    range(9).map((i) =>
      stroke(`M${w * 0.415} ${h * (0.31 + i * 0.036)} H${w * (i % 3 === 2 ? 0.52 : 0.61)}`, '#c9c6b8', 3),
    ),
    gradient(
      'gutter',
      [
        [0, '#6d6752', 0],
        [0.5, '#6d6752', 0.28],
        [1, '#6d6752', 0],
      ],
      true,
    ),
    rect(w * 0.37, h * 0.25, w * 0.04, h * 0.56, 'url(#gutter)'),
    '</g>',
    stroke(`M${w * 0.62} ${h * 0.86} L${w * 0.79} ${h * 0.56}`, '#2d1c10', 17, 'opacity="0.2"'),
    stroke(`M${w * 0.61} ${h * 0.84} L${w * 0.775} ${h * 0.55}`, '#274c57', 16),
    stroke(`M${w * 0.613} ${h * 0.834} L${w * 0.62} ${h * 0.822}`, '#d9b45f', 16),
    cup(w * 0.74, h * 0.32, 62),
    circle(w * 0.86 + 12, h * 0.22 + 14, 74, '#2d1c10', shadow),
    circle(w * 0.86, h * 0.22, 74, '#d7d0bd'),
    circle(w * 0.86, h * 0.22, 62, '#5b4632'),
    range(16).map((i) => leaf(Math.round((i / 16) * 360 + between(roll, -9, 9)), between(roll, 84, 132))),
    poly(
      [
        [w * 0.86, h * 0.62],
        [w * 1.02, h * 0.57],
        [w * 1.06, h * 0.98],
        [w * 0.9, h * 1.02],
      ],
      '#f8f4e8',
    ),
    range(7).map((i) =>
      stroke(`M${w * (0.883 + i * 0.006)} ${h * (0.675 + i * 0.045)} l${w * 0.11} ${-h * 0.032}`, '#cfcbbb', 4),
    ),
    glow('noon', w * 0.12, h * 0.05, h * 1.1, '#fff3d2', 0.4),
  ])
}

/** A wide stage: lectern on the left, a table with empty chairs on the right. */
export function stage(roll, w, h) {
  const floor = h * 0.66
  return picture(w, h, [
    gradient('room', [
      [0, '#e9dfca'],
      [1, '#d6c7a6'],
    ]),
    rect(0, 0, w, h, 'url(#room)'),
    curtain(roll, w * 0.07, h * 0.07, w * 0.86, floor - h * 0.07, '#4a7f74'),
    curtain(roll, w * 0.07, h * 0.07, w * 0.07, floor - h * 0.07, '#31614f'),
    curtain(roll, w * 0.86, h * 0.07, w * 0.07, floor - h * 0.07, '#31614f'),
    rect(w * 0.055, h * 0.05, w * 0.89, h * 0.04, '#9d7350'),
    glow('warm', w * 0.3, h * 0.34, h * 0.62, '#fff1cc', 0.5),
    glow('warm2', w * 0.7, h * 0.3, h * 0.5, '#fff1cc', 0.3),
    gradient('deck', [
      [0, '#c2966c'],
      [1, '#a1754f'],
    ]),
    rect(w * 0.03, floor, w * 0.94, h * 0.14, 'url(#deck)'),
    rect(w * 0.03, floor + h * 0.14, w * 0.94, h * 0.075, '#7f5a3f'),
    rect(w * 0.03, floor + h * 0.135, w * 0.94, 10, '#e0b98f'),
    gradient('tiles', [
      [0, '#cbbd9f'],
      [1, '#a89878'],
    ]),
    rect(0, floor + h * 0.215, w, h, 'url(#tiles)'),
    range(4).map((i) => chair(w * (0.545 + i * 0.088), floor - h * 0.095, 124, '#8b5d3f', '#6f9a8d')),
    longTable(w * 0.49, floor - h * 0.02, w * 0.375, h * 0.13, '#eaeee4'),
    [0.54, 0.675, 0.81].map((x) => flowers(roll, w * x, floor - h * 0.03, 40, ['#f5cf6b', '#f3a08e', '#ffffff'])),
    range(4).map((i) => [rect(w * (0.572 + i * 0.09), floor - h * 0.05, 15, 34, '#d8ecee', 'rx="4" opacity="0.9"')]),
    lectern(w * 0.27, floor + h * 0.09, h * 0.33, '#a06f46'),
    flowers(roll, w * 0.27 + 40, floor + h * 0.09 - h * 0.324, 54, ['#f7e3a1', '#ffffff', '#f3a08e']),
    palm(roll, w * 0.12, floor + h * 0.12, h * 0.28),
    palm(roll, w * 0.9, floor + h * 0.12, h * 0.3),
    palm(roll, w * 0.42, floor + h * 0.03, h * 0.18),
    flowers(roll, w * 0.5, floor + h * 0.236, 96, ['#f09a8d', '#f5cf6b', '#ffffff', '#f7c6bd']),
    flowers(roll, w * 0.4, floor + h * 0.236, 74, ['#f5cf6b', '#ffffff']),
    flowers(roll, w * 0.6, floor + h * 0.236, 74, ['#f5cf6b', '#ffffff']),
  ])
}
