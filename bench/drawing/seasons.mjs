// Twelve months of one countryside, for the long photo story.
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
import { sampan } from './landscapes.mjs'
import {
  areca,
  bamboo,
  birds,
  clouds,
  hills,
  house,
  meadow,
  paddies,
  ranges,
  river,
  sky,
  sun,
  tree,
} from './nature.mjs'

const ripples = (roll, w, top, bottom, count, colour = '#ffffff') =>
  range(count).map(() => {
    const t = roll()
    return stroke(
      `M${roll() * w} ${top + (bottom - top) * t} h${20 + 120 * t}`,
      colour,
      1 + 2 * t,
      `opacity="${between(roll, 0.08, 0.3)}"`,
    )
  })

/** January: a ferry landing in the mist. */
export function mistRiver(roll, w, h) {
  const water = h * 0.52
  return picture(w, h, [
    sky(w, h, [
      [0, '#a9bcc6'],
      [0.5, '#f2e9dc'],
    ]),
    sun(w * 0.6, h * 0.3, h * 0.05, '#fff7ea', '#ffeed6'),
    ranges(roll, { w, h, top: h * 0.36, bottom: water, count: 4, far: '#c3ccd0', near: '#7f9595', rise: h * 0.12 }),
    gradient('cold', [
      [0, '#efe7dc'],
      [0.4, '#b7c7ca'],
      [1, '#7b98a1'],
    ]),
    rect(0, water, w, h - water, 'url(#cold)'),
    glow('path', w * 0.6, h * 0.62, h * 0.32, '#fff6e4', 0.6),
    ripples(roll, w, water, h, 70),
    [
      [0.42, 0.62, 0.08],
      [0.63, 0.7, 0.13],
      [0.33, 0.82, 0.2],
    ].map(([x, y, s]) => sampan(w * x, h * y, w * s)),
    blurred(
      'mist',
      26,
      range(7).map((i) =>
        ellipse(w * (i / 6), water + between(roll, -30, 40), w * 0.16, h * 0.035, '#fbf5ea', 'opacity="0.6"'),
      ),
    ),
    bamboo(roll, w * 0.92, h * 0.86, h * 0.66, -1, '#6d8a68'),
    bamboo(roll, w * 0.99, h * 0.95, h * 0.8, -1, '#56775a'),
    hills(roll, { w, h, y: h * 1.04, rise: h * 0.1, cells: 3, fill: '#4d6a58' }),
  ])
}

function peach(roll, x, y, s) {
  const boughs = range(9).map((i) => {
    const turn = ((i - 4) / 4) * 1.15
    return [
      x + Math.sin(turn) * s * between(roll, 0.5, 0.7),
      y - s * 0.35 - Math.cos(turn) * s * between(roll, 0.4, 0.62),
    ]
  })
  return [
    ellipse(x, y, s * 0.4, s * 0.04, '#3a2c26', 'opacity="0.25"'),
    stroke(`M${x} ${y} q${s * 0.04} ${-s * 0.2} 0 ${-s * 0.38}`, '#6b4a3c', s * 0.06),
    boughs.map(([bx, by]) =>
      stroke(`M${x} ${y - s * 0.34} Q${(x + bx) / 2} ${by + s * 0.12} ${bx} ${by}`, '#6b4a3c', s * 0.02),
    ),
    boughs.map(([bx, by]) =>
      range(22).map(() => {
        const t = between(roll, 0.35, 1.12)
        return circle(
          x + (bx - x) * t + between(roll, -0.08, 0.08) * s,
          y - s * 0.34 + (by - y + s * 0.34) * t + between(roll, -0.06, 0.06) * s,
          s * between(roll, 0.014, 0.03),
          ['#f3a6b8', '#ee8aa2', '#f9ccd6', '#e46f8d'][Math.floor(roll() * 4)],
        )
      }),
    ),
  ]
}

/** February: peach trees in blossom before a tiled house. */
export function blossomYard(roll, w, h) {
  const ground = h * 0.62
  return picture(w, h, [
    sky(w, h, [
      [0, '#b3cbd8'],
      [0.6, '#f7efe2'],
    ]),
    ranges(roll, { w, h, top: h * 0.42, bottom: ground, count: 2, far: '#c1d0d2', near: '#93b09d', rise: h * 0.12 }),
    range(9).map((i) => tree(roll, w * (i / 8), ground + 6, h * between(roll, 0.18, 0.26), '#7aa07a')),
    house(w * 0.3, ground + 40, w * 0.42, { wall: '#f6e6c4', roof: '#b4553f', door: '#7d4c34' }),
    areca(roll, w * 0.25, ground + 40, h * 0.52),
    areca(roll, w * 0.78, ground + 40, h * 0.46),
    gradient('brick', [
      [0, '#d8b59a'],
      [1, '#b98c72'],
    ]),
    rect(0, ground + 40, w, h, 'url(#brick)'),
    range(7).map((i) => stroke(`M0 ${ground + 52 + i * i * 9} H${w}`, '#9f745d', 2, 'opacity="0.5"')),
    peach(roll, w * 0.14, h * 0.86, h * 0.52),
    peach(roll, w * 0.88, h * 0.9, h * 0.6),
    range(70).map(() =>
      circle(roll() * w, between(roll, ground + 60, h), between(roll, 2, 6), '#f6bfcb', 'opacity="0.8"'),
    ),
  ])
}

/** March: mustard in flower on the silt beside the river. */
export function mustardBank(roll, w, h) {
  const horizon = h * 0.46
  return picture(w, h, [
    sky(w, h, [
      [0, '#8fbfdb'],
      [0.5, '#f3f1df'],
    ]),
    clouds(roll, { w, y: h * 0.16, count: 4 }),
    ranges(roll, { w, h, top: h * 0.36, bottom: horizon, count: 3, far: '#b2cad0', near: '#7fa58a', rise: h * 0.12 }),
    rect(0, horizon, w, h * 0.14, '#a9cdd6'),
    ripples(roll, w, horizon, horizon + h * 0.1, 40),
    gradient('bank', [
      [0, '#d9c94f'],
      [0.5, '#b9b947'],
      [1, '#7f9a3d'],
    ]),
    path(`M0 ${h * 0.58} Q${w * 0.4} ${h * 0.5} ${w} ${h * 0.55} V${h} H0 Z`, 'url(#bank)'),
    meadow(roll, {
      w,
      top: h * 0.57,
      bottom: h * 1.02,
      count: 1300,
      colours: ['#f7df3f', '#f2cf2a', '#fbec7c'],
      grass: '#7f9f3f',
      size: 26,
    }),
    path(
      `M${w * 0.62} ${h * 0.54} Q${w * 0.56} ${h * 0.74} ${w * 0.7} ${h} L${w * 0.8} ${h} Q${w * 0.62} ${h * 0.74} ${w * 0.64} ${h * 0.54} Z`,
      '#cdb383',
    ),
    range(5).map((i) => tree(roll, w * (0.03 + i * 0.05), h * 0.58, h * between(roll, 0.09, 0.13), '#6a9560')),
    birds(roll, { x: w * 0.5, y: h * 0.22, count: 6 }),
  ])
}

/** April: sugar cane in rows over low hills. */
export function caneHills(roll, w, h) {
  const rows = range(9).map((i) => {
    const t = (i / 8) ** 1.4
    const [y, s] = [h * 0.56 + h * 0.42 * t, h * (0.04 + 0.17 * t)]
    return range(60).map((k) => {
      const x = (k / 59) * w + between(roll, -10, 10)
      const lean = between(roll, -0.5, 0.5) * s
      const colour = mix('#8cb04a', roll() > 0.5 ? '#3f6f35' : '#e4dc86', between(roll, 0.05, 0.4))
      return [-1, 0, 1].map((side) =>
        path(
          `M${x} ${y} Q${x + side * s * 0.2 + lean * 0.3} ${y - s * 0.8} ${x + side * s * 0.5 + lean} ${y - s * between(roll, 0.7, 1.1)} Q${x + side * s * 0.28 + lean * 0.3} ${y - s * 0.6} ${x + s * 0.06} ${y} Z`,
          colour,
        ),
      )
    })
  })
  return picture(w, h, [
    sky(w, h, [
      [0, '#7db4d9'],
      [0.55, '#f2eedb'],
    ]),
    clouds(roll, { w, y: h * 0.15, count: 5 }),
    ranges(roll, { w, h, top: h * 0.38, bottom: h * 0.56, count: 4, far: '#b3cad0', near: '#7da374', rise: h * 0.15 }),
    gradient('cane', [
      [0, '#a3b962'],
      [1, '#5f8238'],
    ]),
    path(`M0 ${h * 0.54} Q${w * 0.3} ${h * 0.46} ${w * 0.6} ${h * 0.53} T${w} ${h * 0.5} V${h} H0 Z`, 'url(#cane)'),
    range(6).map((i) => tree(roll, w * (0.68 + i * 0.05), h * 0.53, h * between(roll, 0.06, 0.1), '#5c8650')),
    rows,
    poly(
      [
        [w * 0.44, h * 0.5],
        [w * 0.455, h * 0.5],
        [w * 0.62, h],
        [w * 0.42, h],
      ],
      '#c58f5f',
    ),
  ])
}

const leafPad = (x, y, s, colour) => [
  ellipse(x, y + s * 0.05, s, s * 0.36, '#1f4a48', 'opacity="0.25"'),
  ellipse(x, y, s, s * 0.36, colour),
  range(7).map((i) =>
    stroke(
      `M${x} ${y} L${x + Math.cos(i * 0.9) * s * 0.9} ${y + Math.sin(i * 0.9) * s * 0.32}`,
      '#cfe0a0',
      s * 0.015,
      'opacity="0.5"',
    ),
  ),
]

const lotus = (x, y, s, colour) => [
  stroke(`M${x} ${y} q${s * 0.1} ${s * 0.5} 0 ${s * 1.1}`, '#5d8a4a', s * 0.06),
  [-52, -28, 28, 52, 0].map((turn) =>
    path(
      `M${x} ${y} Q${x - s * 0.26} ${y - s * 0.42} ${x} ${y - s * 0.85} Q${x + s * 0.26} ${y - s * 0.42} ${x} ${y} Z`,
      mix(colour, '#ffffff', turn === 0 ? 0.3 : Math.abs(turn) / 200),
      `transform="rotate(${turn} ${Math.round(x)} ${Math.round(y)})"`,
    ),
  ),
]

/** June: a lotus pond. */
export function lotusPond(roll, w, h) {
  const water = h * 0.42
  const pads = range(70)
    .map(() => [roll() * w, roll()])
    .sort((a, b) => a[1] - b[1])
    .map(([x, t]) => {
      const y = water + 20 + (h - water) * t ** 1.3
      const s = 18 + 90 * t
      const pad = leafPad(x, y, s, mix('#6fa35c', roll() > 0.5 ? '#2f6a4b' : '#cfdc8c', between(roll, 0.05, 0.3)))
      return roll() > 0.55
        ? [pad, lotus(x + s * 0.3, y - s * 0.85, s * 0.85, roll() > 0.5 ? '#f08fae' : '#f4b3c6')]
        : pad
    })
  return picture(w, h, [
    sky(w, h, [
      [0, '#82bce0'],
      [0.5, '#f4f2e2'],
    ]),
    clouds(roll, { w, y: h * 0.14, count: 4 }),
    range(12).map((i) => tree(roll, w * (i / 11), water + 4, h * between(roll, 0.14, 0.24), '#5f9159')),
    rect(0, water - h * 0.07, w, h * 0.07, '#4f7d58'),
    house(w * 0.66, water + 4, w * 0.1),
    gradient('pond', [
      [0, '#b7d5cf'],
      [1, '#4f8582'],
    ]),
    rect(0, water, w, h - water, 'url(#pond)'),
    ripples(roll, w, water, h, 50),
    pads,
  ])
}

/** July: a shower over young rice. */
export function rainField(roll, w, h) {
  const horizon = h * 0.48
  return picture(w, h, [
    sky(w, h, [
      [0, '#6f8795'],
      [0.5, '#cfd8d6'],
    ]),
    clouds(roll, { w, y: h * 0.12, count: 6, colour: '#5f7683', opacity: 0.6 }),
    clouds(roll, { w, y: h * 0.22, count: 5, colour: '#8699a2', opacity: 0.5 }),
    ranges(roll, { w, h, top: h * 0.4, bottom: horizon, count: 3, far: '#aab9bd', near: '#6f8c80', rise: h * 0.1 }),
    paddies(roll, {
      w,
      h,
      y: horizon,
      vx: w * 0.45,
      colours: ['#7fa855', '#74a04f', '#8cb15f'],
      wet: ['#a8bfc2', '#b9ccca'],
      bund: '#8f9a66',
      tufts: 900,
    }),
    range(8).map((i) => tree(roll, w * (0.05 + i * 0.13), horizon + 6, h * between(roll, 0.05, 0.09), '#4f7458')),
    areca(roll, w * 0.8, horizon + 10, h * 0.15, '#4c7058'),
    range(260).map(() => {
      const [x, y, s] = [roll() * w * 1.1, roll() * h, between(roll, 18, 54)]
      return stroke(`M${x} ${y} l${-s * 0.25} ${s}`, '#f4fbfb', 1.6, `opacity="${between(roll, 0.15, 0.5)}"`)
    }),
    range(60).map(() =>
      ellipse(
        roll() * w,
        between(roll, h * 0.65, h),
        between(roll, 6, 16),
        between(roll, 2, 4),
        'none',
        'stroke="#f4fbfb" stroke-width="1.6" opacity="0.5"',
      ),
    ),
  ])
}

function kite(x, y, s, colour, tail) {
  return [
    stroke(`M${x} ${y} Q${x + s} ${y + s * 2.4} ${x + tail} ${y + s * 5}`, '#5b6a70', 1.6, 'opacity="0.7"'),
    path(`M${x - s} ${y} Q${x} ${y - s * 0.75} ${x + s} ${y} Q${x} ${y + s * 0.2} ${x - s} ${y} Z`, colour),
    path(
      `M${x - s * 0.5} ${y - s * 0.32} Q${x} ${y - s * 0.6} ${x + s * 0.5} ${y - s * 0.32} Q${x} ${y - s * 0.1} ${x - s * 0.5} ${y - s * 0.32} Z`,
      mix(colour, '#ffffff', 0.5),
    ),
    stroke(`M${x} ${y} q${-s * 0.3} ${s * 0.6} ${s * 0.1} ${s * 1.1}`, colour, 4),
  ]
}

/** August: kites over the dyke. */
export function kiteDyke(roll, w, h) {
  return picture(w, h, [
    sky(w, h, [
      [0, '#5fa3d6'],
      [0.65, '#f3ead2'],
    ]),
    clouds(roll, { w, y: h * 0.26, count: 5 }),
    ranges(roll, { w, h, top: h * 0.56, bottom: h * 0.66, count: 2, far: '#b2cad0', near: '#86a98c', rise: h * 0.08 }),
    rect(0, h * 0.64, w, h * 0.2, '#9cc3cf'),
    ripples(roll, w, h * 0.65, h * 0.78, 40),
    gradient('slope', [
      [0, '#9cc56a'],
      [1, '#5f9147'],
    ]),
    path(`M0 ${h * 0.7} Q${w * 0.5} ${h * 0.8} ${w} ${h * 0.66} V${h} H0 Z`, 'url(#slope)'),
    path(
      `M0 ${h * 0.76} Q${w * 0.5} ${h * 0.86} ${w} ${h * 0.71} V${h * 0.75} Q${w * 0.5} ${h * 0.91} 0 ${h * 0.81} Z`,
      '#d9c9a1',
    ),
    meadow(roll, {
      w,
      top: h * 0.84,
      bottom: h * 1.02,
      count: 420,
      colours: ['#ffffff', '#f6d35f'],
      grass: '#6a9c4a',
      size: 24,
    }),
    kite(w * 0.28, h * 0.2, 74, '#e0694f', 120),
    kite(w * 0.5, h * 0.32, 50, '#f0b23f', 60),
    kite(w * 0.72, h * 0.15, 62, '#5f8fc9', -140),
    kite(w * 0.86, h * 0.36, 38, '#7fae4f', -80),
    tree(roll, w * 0.08, h * 0.74, h * 0.3, '#5c8f55'),
  ])
}

/** September: lanterns in a yard under the full moon. */
export function lanternYard(roll, w, h) {
  const ground = h * 0.7
  const lamp = (x, y, s, colour) => [
    glow(`l${Math.round(x)}`, x, y, s * 2.6, colour, 0.75),
    rect(x - s * 0.22, y - s * 0.66, s * 0.44, s * 0.12, '#6d3f2c'),
    ellipse(x, y, s * 0.46, s * 0.56, colour),
    [0.16, 0.3].map((k) =>
      ellipse(x, y, s * k, s * 0.56, 'none', `stroke="${mix(colour, '#fff3d0', 0.5)}" stroke-width="3"`),
    ),
    stroke(`M${x} ${y + s * 0.56} v${s * 0.5}`, colour, 5),
  ]
  const line = (y, count, colours, size) => [
    path(`M0 ${y} Q${w / 2} ${y + h * 0.14} ${w} ${y - 10}`, 'none', 'stroke="#26313f" stroke-width="4"'),
    range(count).map((i) => {
      const t = (i + 0.5) / count
      return lamp(w * t, y + h * 0.14 * 2 * t * (1 - t) + size * 0.7, size, colours[i % colours.length])
    }),
  ]
  return picture(w, h, [
    sky(w, h, [
      [0, '#1b2c4d'],
      [0.5, '#41567c'],
      [0.72, '#8f86a0'],
    ]),
    range(60).map(() => circle(roll() * w, roll() * h * 0.4, between(roll, 1, 2.6), '#fff6dd', 'opacity="0.8"')),
    sun(w * 0.74, h * 0.2, h * 0.07, '#fff5d6', '#ffe9b0'),
    range(12).map((i) => tree(roll, w * (i / 11), ground, h * between(roll, 0.2, 0.32), '#2c4752')),
    house(w * 0.32, ground + 30, w * 0.36, { wall: '#d9b98d', roof: '#6b3f3c', door: '#f4cf7d' }),
    gradient('night', [
      [0, '#6e6271'],
      [1, '#3f3c52'],
    ]),
    rect(0, ground + 30, w, h, 'url(#night)'),
    glow('floor', w * 0.5, h * 0.86, h * 0.5, '#ffca7d', 0.4),
    line(h * 0.22, 7, ['#f0913f', '#e35d4d', '#f2c14e'], 74),
    line(h * 0.42, 5, ['#e35d4d', '#f2c14e', '#e98f9f'], 104),
  ])
}

/** October: an orchard heavy with fruit. */
export function orchard(roll, w, h) {
  const fruited = (x, y, s) => [
    tree(roll, x, y, s, '#5f9150'),
    range(16).map(() => {
      const [fx, fy, r] = [
        x + between(roll, -0.42, 0.42) * s,
        y - between(roll, 0.5, 1.1) * s,
        s * between(roll, 0.035, 0.05),
      ]
      return [circle(fx, fy, r, '#e8a23a'), circle(fx - r * 0.3, fy - r * 0.3, r * 0.4, '#f9d58a')]
    }),
  ]
  return picture(w, h, [
    sky(w, h, [
      [0, '#7fb6d9'],
      [0.5, '#f5f0dd'],
    ]),
    clouds(roll, { w, y: h * 0.15, count: 4 }),
    ranges(roll, { w, h, top: h * 0.36, bottom: h * 0.5, count: 3, far: '#b2cad0', near: '#7da380', rise: h * 0.14 }),
    gradient('earth', [
      [0, '#b9c475'],
      [1, '#8a9a4d'],
    ]),
    rect(0, h * 0.49, w, h, 'url(#earth)'),
    path(`M${w * 0.49} ${h * 0.49} L${w * 0.36} ${h} H${w * 0.62} L${w * 0.505} ${h * 0.49} Z`, '#c9a878'),
    range(5).flatMap((i) => {
      const t = (i + 0.4) / 4.4
      const [y, s] = [h * 0.53 + h * 0.4 * t ** 1.6, h * (0.1 + 0.34 * t ** 1.4)]
      return [-2, -1, 1, 2].map((k) => fruited(w * 0.495 + k * s * 0.95 + Math.sign(k) * s * 0.1, y, s))
    }),
    meadow(roll, {
      w: w * 0.34,
      top: h * 0.86,
      bottom: h * 1.02,
      count: 130,
      colours: ['#ffffff', '#f6d35f'],
      grass: '#6f9a48',
      size: 22,
    }),
  ])
}

const duck = (x, y, s, colour) => [
  ellipse(x, y + s * 0.2, s * 0.7, s * 0.09, '#23494a', 'opacity="0.3"'),
  path(
    `M${x - s * 0.6} ${y - s * 0.12} Q${x - s * 0.3} ${y + s * 0.34} ${x + s * 0.24} ${y + s * 0.2} Q${x + s * 0.56} ${y + s * 0.04} ${x + s * 0.3} ${y - s * 0.1} Q${x - s * 0.2} ${y - s * 0.2} ${x - s * 0.6} ${y - s * 0.12} Z`,
    colour,
  ),
  stroke(`M${x + s * 0.28} ${y + s * 0.02} q${s * 0.16} ${-s * 0.2} ${s * 0.1} ${-s * 0.36}`, colour, s * 0.17),
  circle(x + s * 0.39, y - s * 0.42, s * 0.14, colour),
  poly(
    [
      [x + s * 0.5, y - s * 0.46],
      [x + s * 0.72, y - s * 0.39],
      [x + s * 0.5, y - s * 0.35],
    ],
    '#e8a23a',
  ),
  circle(x + s * 0.42, y - s * 0.46, s * 0.025, '#22313a'),
]

/** November: ducks on the stubble pond. */
export function duckPond(roll, w, h) {
  const water = h * 0.5
  return picture(w, h, [
    sky(w, h, [
      [0, '#9fbfd0'],
      [0.5, '#f6ead3'],
    ]),
    ranges(roll, { w, h, top: h * 0.38, bottom: water, count: 3, far: '#c0cdd0', near: '#8fa588', rise: h * 0.12 }),
    range(10).map((i) => tree(roll, w * (i / 9), water + 4, h * between(roll, 0.1, 0.17), '#7d9560')),
    house(w * 0.16, water + 8, w * 0.1, { roof: '#a4725a' }),
    areca(roll, w * 0.29, water + 6, h * 0.24),
    gradient('still', [
      [0, '#e7e0c9'],
      [0.4, '#a9c0b9'],
      [1, '#5f8a8b'],
    ]),
    rect(0, water, w, h - water, 'url(#still)'),
    ripples(roll, w, water, h, 60),
    range(26)
      .map(() => [between(roll, 0.2, 0.9) * w, roll()])
      .sort((a, b) => a[1] - b[1])
      .map(([x, t]) =>
        duck(x, h * (0.58 + 0.34 * t), 26 + 70 * t, ['#fdf8ec', '#f3e7cd', '#b98f5f'][Math.floor(roll() * 3)]),
      ),
    bamboo(roll, w * 0.04, h * 0.94, h * 0.6, 1, '#8c9a50'),
    path(`M0 ${h * 0.92} Q${w * 0.3} ${h * 0.94} ${w * 0.5} ${h} H0 Z`, '#8f9a55'),
    birds(roll, { x: w * 0.7, y: h * 0.18, count: 7 }),
  ])
}

/** December: the old village gate under a bare kapok tree. */
export function villageGate(roll, w, h) {
  const ground = h * 0.78
  const pillar = (x) => [
    rect(x, h * 0.36, w * 0.06, ground - h * 0.36, '#c98a68'),
    range(14).map((i) => stroke(`M${x} ${h * 0.39 + i * h * 0.028} h${w * 0.06}`, '#a56a4d', 2, 'opacity="0.6"')),
    poly(
      [
        [x - w * 0.012, h * 0.36],
        [x + w * 0.072, h * 0.36],
        [x + w * 0.03, h * 0.27],
      ],
      '#8f4f42',
    ),
  ]
  const bough = (x, y, turn, s, left) => {
    const [ex, ey] = [x + Math.sin(turn) * s, y - Math.cos(turn) * s]
    const twig = stroke(`M${x} ${y} L${ex} ${ey}`, '#7a6a5d', s * 0.09)
    return left === 0
      ? twig
      : [
          twig,
          [-1, 0.15, 1].map((k) =>
            bough(ex, ey, turn + k * between(roll, 0.3, 0.6), s * between(roll, 0.6, 0.76), left - 1),
          ),
        ]
  }
  return picture(w, h, [
    sky(w, h, [
      [0, '#a8b9c4'],
      [0.7, '#f3e8d8'],
    ]),
    ranges(roll, { w, h, top: h * 0.52, bottom: ground, count: 2, far: '#c3ccd0', near: '#9fae9c', rise: h * 0.1 }),
    range(10).map((i) => tree(roll, w * (i / 9), ground, h * between(roll, 0.14, 0.22), '#86996f')),
    house(w * 0.4, ground, w * 0.08, { roof: '#9d6f59' }),
    house(w * 0.52, ground, w * 0.07),
    bough(w * 0.82, ground + 20, 0, h * 0.24, 4),
    gradient('lane', [
      [0, '#cbb695'],
      [1, '#a58d6b'],
    ]),
    rect(0, ground, w, h, '#93a06a'),
    poly(
      [
        [w * 0.43, ground],
        [w * 0.55, ground],
        [w * 0.72, h],
        [w * 0.26, h],
      ],
      'url(#lane)',
    ),
    pillar(w * 0.32),
    pillar(w * 0.6),
    path(
      `M${w * 0.36} ${h * 0.5} Q${w * 0.49} ${h * 0.36} ${w * 0.62} ${h * 0.5} V${h * 0.42} H${w * 0.36} Z`,
      '#d29a76',
    ),
    rect(w * 0.34, h * 0.38, w * 0.3, h * 0.055, '#e4b48f'),
    path(
      `M${w * 0.29} ${h * 0.38} Q${w * 0.34} ${h * 0.36} ${w * 0.38} ${h * 0.29} H${w * 0.6} Q${w * 0.64} ${h * 0.36} ${w * 0.69} ${h * 0.38} Z`,
      '#9d5645',
    ),
    group(
      range(20).map((i) =>
        stroke(`M${w * (0.385 + i * 0.0112)} ${h * 0.292} L${w * (0.31 + i * 0.019)} ${h * 0.377}`, '#7d4136', 2),
      ),
      'opacity="0.5"',
    ),
    meadow(roll, {
      w,
      top: h * 0.84,
      bottom: h * 1.02,
      count: 200,
      colours: ['#f3efdf', '#f2cf8a'],
      grass: '#7f9058',
      size: 20,
    }),
  ])
}

/** The river from above the bend, for pages about the land. */
export function bend(roll, w, h) {
  return picture(w, h, [
    sky(w, h, [
      [0, '#7fb3d3'],
      [0.4, '#f1efe0'],
    ]),
    ranges(roll, { w, h, top: h * 0.22, bottom: h * 0.36, count: 4, far: '#b5c9d0', near: '#7fa287', rise: h * 0.12 }),
    paddies(roll, {
      w,
      h,
      y: h * 0.35,
      vx: w * 0.5,
      colours: ['#93bb5c', '#c9bf66', '#7fab50', '#b4c76c'],
      bund: '#a3a76a',
      tufts: 500,
    }),
    gradient('bend', [
      [0, '#d9e8e4'],
      [1, '#6c9fae'],
    ]),
    river({
      h,
      x0: w * 0.42,
      y: h * 0.35,
      x1: w * 0.62,
      width: w * 0.34,
      turns: 1.1,
      swing: w * 0.2,
      fill: 'url(#bend)',
    }),
    range(24).map(() =>
      tree(roll, roll() * w * 0.24, between(roll, h * 0.4, h * 0.6), h * between(roll, 0.04, 0.07), '#5c8a54'),
    ),
    range(4).map((i) =>
      house(w * (0.04 + i * 0.055), h * (0.47 + 0.02 * (i % 2)), w * 0.04, { roof: ['#b5654a', '#a4725a'][i % 2] }),
    ),
    birds(roll, { x: w * 0.72, y: h * 0.14, count: 6 }),
  ])
}
