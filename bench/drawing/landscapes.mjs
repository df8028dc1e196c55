// Fields, hills, rivers and roads of the district.
import {
  between,
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
import {
  areca,
  bamboo,
  birds,
  border,
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

/** Blue hills in the morning, a river, a small watch-house among trees. */
export function riverHills(roll, w, h) {
  const horizon = h * 0.6
  return picture(w, h, [
    sky(w, h, [
      [0, '#8fb8cf'],
      [0.45, '#f3e6cf'],
      [0.62, '#f8d9b4'],
    ]),
    sun(w * 0.68, h * 0.33, h * 0.042, '#fff6de', '#ffe9bd'),
    ranges(roll, {
      w,
      h,
      top: h * 0.42,
      bottom: horizon,
      count: 4,
      far: '#a9bfc9',
      near: '#4f7a76',
      rise: h * 0.17,
      mist: '#fdebd2',
    }),
    gradient('meadow', [
      [0, '#8aa873'],
      [1, '#46694c'],
    ]),
    rect(0, horizon, w, h - horizon, 'url(#meadow)'),
    gradient('water', [
      [0, '#f6dfc0'],
      [0.5, '#b9cdcb'],
      [1, '#7ba3ad'],
    ]),
    river({
      h,
      x0: w * 0.64,
      y: horizon,
      x1: w * 0.36,
      width: w * 0.6,
      turns: 1.25,
      swing: w * 0.15,
      fill: 'url(#water)',
    }),
    range(7).map((i) =>
      tree(
        roll,
        w * (0.06 + i * 0.055) + between(roll, -20, 20),
        h * 0.665 + between(roll, -8, 8),
        h * between(roll, 0.09, 0.14),
        '#557f5c',
      ),
    ),
    house(w * 0.79, h * 0.735, w * 0.1, { wall: '#efe4cb', roof: '#8c5a49' }),
    [0.745, 0.92, 0.965].map((x) => tree(roll, w * x, h * 0.75, h * between(roll, 0.15, 0.2), '#4a7554')),
    hills(roll, { w, h, y: h * 1.03, rise: h * 0.14, cells: 3, fill: '#2f5142' }),
    birds(roll, { x: w * 0.38, y: h * 0.25, count: 6 }),
  ])
}

/** Young green paddies in front of ranges of hills. */
export function greenPaddies(roll, w, h) {
  const horizon = h * 0.52
  return picture(w, h, [
    sky(w, h, [
      [0, '#7fb4d6'],
      [0.5, '#dcecec'],
    ]),
    clouds(roll, { w, y: h * 0.16, count: 4 }),
    ranges(roll, {
      w,
      h,
      top: h * 0.4,
      bottom: horizon + 6,
      count: 4,
      far: '#a8c4cf',
      near: '#5f8d72',
      rise: h * 0.16,
    }),
    paddies(roll, {
      w,
      h,
      y: horizon,
      vx: w * 0.56,
      colours: ['#8fbb57', '#7fae4f', '#a0c666', '#86b454', '#74a548'],
      wet: ['#a9cfd0', '#bcdad6', '#9cc6c9'],
      bund: '#b8c07a',
    }),
    range(10).map((i) =>
      tree(roll, w * (0.02 + i * 0.1) + between(roll, -40, 40), horizon + 6, h * between(roll, 0.045, 0.08), '#4f7f55'),
    ),
    house(w * 0.2, horizon + 12, w * 0.055),
    house(w * 0.275, horizon + 10, w * 0.042, { roof: '#a4725a' }),
    areca(roll, w * 0.185, horizon + 12, h * 0.13),
    areca(roll, w * 0.335, horizon + 12, h * 0.11),
    birds(roll, { x: w * 0.7, y: h * 0.2, count: 5 }),
  ])
}

/** First light over fields under water. */
export function dawnField(roll, w, h) {
  const horizon = h * 0.5
  return picture(w, h, [
    sky(w, h, [
      [0, '#5f7fa3'],
      [0.28, '#c9a9a6'],
      [0.5, '#fbd0a0'],
    ]),
    sun(w * 0.42, h * 0.355, h * 0.046, '#fff1d0', '#ffcf8f'),
    ranges(roll, {
      w,
      h,
      top: h * 0.43,
      bottom: horizon,
      count: 3,
      far: '#a78f97',
      near: '#5e6070',
      rise: h * 0.11,
      mist: '#fcd9b3',
    }),
    paddies(roll, {
      w,
      h,
      y: horizon,
      vx: w * 0.42,
      colours: ['#8f8a5c', '#9c9161', '#857f5a'],
      wet: ['#eec39a', '#d9aa94', '#f5d3a6', '#e2b294'],
      bund: '#5d5a45',
      tufts: 800,
    }),
    glow('shine', w * 0.42, h * 0.56, h * 0.34, '#fff0cb', 0.6),
    bamboo(roll, w * 0.93, h * 0.78, h * 0.66, -1, '#4a5a3e'),
    bamboo(roll, w * 1.0, h * 0.84, h * 0.5, -1, '#3d4d38'),
    birds(roll, { x: w * 0.6, y: h * 0.22, count: 7, colour: '#4a4652' }),
  ])
}

export function stack(roll, x, y, size) {
  const straw = range(60).map(() => {
    const sx = x + between(roll, -0.46, 0.46) * size
    const sy = y - between(roll, 0.05, 0.75) * size * (1 - Math.abs(sx - x) / size)
    return stroke(
      `M${sx} ${sy} q${(sx - x) * 0.1} ${size * 0.09} ${(sx - x) * 0.22} ${size * 0.17}`,
      roll() > 0.5 ? '#f4dc92' : '#a67c35',
      size * 0.01,
      'opacity="0.7"',
    )
  })
  return [
    ellipse(x + size * 0.12, y, size * 0.62, size * 0.08, '#5a4520', 'opacity="0.32"'),
    path(
      `M${x - size * 0.5} ${y} Q${x - size * 0.56} ${y - size * 0.5} ${x} ${y - size * 0.96} Q${x + size * 0.56} ${y - size * 0.5} ${x + size * 0.5} ${y} Q${x} ${y + size * 0.08} ${x - size * 0.5} ${y} Z`,
      '#d9b258',
    ),
    path(
      `M${x} ${y - size * 0.96} Q${x + size * 0.56} ${y - size * 0.5} ${x + size * 0.5} ${y} Q${x + size * 0.3} ${y + size * 0.05} ${x + size * 0.08} ${y + size * 0.05} Q${x + size * 0.3} ${y - size * 0.5} ${x} ${y - size * 0.96} Z`,
      '#b98d3e',
      'opacity="0.6"',
    ),
    straw,
    stroke(`M${x} ${y - size * 0.93} L${x} ${y - size * 1.1}`, '#7b5f35', size * 0.022),
  ]
}

/** Ripe rice, straw stacks, a village behind bamboo. */
export function harvest(roll, w, h) {
  const horizon = h * 0.5
  return picture(w, h, [
    sky(w, h, [
      [0, '#84b9d8'],
      [0.5, '#f7ecd2'],
    ]),
    clouds(roll, { w, y: h * 0.18, count: 4, opacity: 0.8 }),
    ranges(roll, { w, h, top: h * 0.41, bottom: horizon, count: 3, far: '#b4c8c8', near: '#7d9a80', rise: h * 0.12 }),
    range(16).map((i) =>
      tree(roll, w * (i / 15) + between(roll, -30, 30), horizon + 8, h * between(roll, 0.06, 0.11), '#5d8450'),
    ),
    house(w * 0.62, horizon + 14, w * 0.065, { roof: '#b5654a' }),
    house(w * 0.7, horizon + 12, w * 0.05, { roof: '#9d6f59' }),
    areca(roll, w * 0.6, horizon + 12, h * 0.17),
    areca(roll, w * 0.765, horizon + 12, h * 0.15),
    paddies(roll, {
      w,
      h,
      y: horizon + 8,
      vx: w * 0.5,
      colours: ['#e0bd5c', '#d6ad4a', '#ecd07a', '#c9a94e', '#bfb45b'],
      bund: '#9c9448',
      tufts: 1500,
    }),
    stack(roll, w * 0.73, h * 0.73, h * 0.17),
    stack(roll, w * 0.86, h * 0.83, h * 0.26),
    stack(roll, w * 0.2, h * 0.68, h * 0.12),
    birds(roll, { x: w * 0.3, y: h * 0.2, count: 6 }),
  ])
}

export function sampan(x, y, s) {
  return [
    ellipse(x, y + s * 0.05, s * 0.62, s * 0.05, '#21413f', 'opacity="0.35"'),
    path(
      `M${x - s * 0.62} ${y - s * 0.1} Q${x} ${y + s * 0.14} ${x + s * 0.62} ${y - s * 0.13} Q${x + s * 0.4} ${y + s * 0.1} ${x} ${y + s * 0.1} Q${x - s * 0.42} ${y + s * 0.1} ${x - s * 0.62} ${y - s * 0.1} Z`,
      '#6d4c35',
    ),
    path(
      `M${x - s * 0.62} ${y - s * 0.1} Q${x} ${y + s * 0.09} ${x + s * 0.62} ${y - s * 0.13} Q${x} ${y + s * 0.03} ${x - s * 0.62} ${y - s * 0.1} Z`,
      '#a07a55',
    ),
    path(
      `M${x - s * 0.2} ${y - s * 0.01} Q${x - s * 0.16} ${y - s * 0.22} ${x + s * 0.04} ${y - s * 0.22} Q${x + s * 0.22} ${y - s * 0.22} ${x + s * 0.24} ${y - s * 0.02} Z`,
      '#c8ab78',
    ),
    stroke(`M${x + s * 0.3} ${y - s * 0.34} L${x + s * 0.5} ${y + s * 0.12}`, '#4d3929', s * 0.016),
  ]
}

/** A quiet canal between bamboo, a moored sampan. */
export function canal(roll, w, h) {
  const horizon = h * 0.46
  const ripples = range(70).map(() => {
    const t = roll()
    const y = horizon + (h - horizon) * (0.06 + 0.94 * t * t)
    const x = w * 0.5 + between(roll, -0.36, 0.36) * w * (0.12 + t)
    return stroke(`M${x} ${y} h${20 + 120 * t * t}`, '#ffffff', 1 + 2 * t, `opacity="${between(roll, 0.08, 0.3)}"`)
  })
  return picture(w, h, [
    sky(w, h, [
      [0, '#9cc7d4'],
      [0.46, '#eef3df'],
    ]),
    clouds(roll, { w, y: h * 0.14, count: 3 }),
    ranges(roll, { w, h, top: h * 0.4, bottom: horizon, count: 3, far: '#b3cdc9', near: '#74997a', rise: h * 0.1 }),
    gradient('canal', [
      [0, '#dbe9d8'],
      [0.4, '#8fb8ae'],
      [1, '#4e7f80'],
    ]),
    rect(0, horizon, w, h - horizon, 'url(#canal)'),
    ripples,
    poly(
      [
        [0, horizon - 4],
        [w * 0.44, horizon - 4],
        [w * 0.3, h * 0.66],
        [w * 0.12, h],
        [0, h],
      ],
      '#6c9455',
    ),
    poly(
      [
        [w * 0.44, horizon - 4],
        [w * 0.3, h * 0.66],
        [w * 0.12, h],
        [w * 0.16, h],
        [w * 0.325, h * 0.66],
      ],
      '#8d7a52',
    ),
    poly(
      [
        [w, horizon - 4],
        [w * 0.55, horizon - 4],
        [w * 0.71, h * 0.68],
        [w * 0.93, h],
        [w, h],
      ],
      '#5f8a4f',
    ),
    poly(
      [
        [w * 0.55, horizon - 4],
        [w * 0.71, h * 0.68],
        [w * 0.93, h],
        [w * 0.89, h],
        [w * 0.685, h * 0.68],
      ],
      '#82704b',
    ),
    range(5).map((i) => tree(roll, w * (0.04 + i * 0.075), horizon + 8 + i, h * between(roll, 0.07, 0.11), '#557f50')),
    range(6).map((i) => tree(roll, w * (0.6 + i * 0.075), horizon + 8, h * between(roll, 0.07, 0.12), '#4d784b')),
    meadow(roll, {
      w: w * 0.3,
      top: horizon + 20,
      bottom: h * 0.7,
      count: 160,
      colours: ['#ffffff', '#f6d35f'],
      grass: '#5f8a48',
      size: 14,
    }),
    bamboo(roll, w * 0.13, h * 0.78, h * 0.72, 1, '#5f8f4c'),
    bamboo(roll, w * 0.03, h * 0.9, h * 0.84, 1, '#4f7d43'),
    bamboo(roll, w * 0.9, h * 0.72, h * 0.52, -1, '#5a8749'),
    sampan(w * 0.52, h * 0.75, w * 0.17),
    group(
      meadow(roll, {
        w: w * 0.15,
        top: h * 0.8,
        bottom: h * 1.03,
        count: 130,
        colours: ['#ffffff', '#f6d35f', '#f4a3b5'],
        grass: '#5f8a48',
        size: 26,
      }),
    ),
    group(
      meadow(roll, {
        w: w * 0.1,
        top: h * 0.76,
        bottom: h * 1.03,
        count: 110,
        colours: ['#ffffff', '#f6d35f', '#f4a3b5'],
        grass: '#547f42',
        size: 24,
      }),
      `transform="translate(${w * 0.9} 0)"`,
    ),
  ])
}

function hat(x, y, s) {
  const ribs = range(9).map((i) =>
    stroke(
      `M${x} ${y - s * 0.5} Q${x + (i - 4) * s * 0.06} ${y - s * 0.16} ${x + (i - 4) * s * 0.135} ${y + s * 0.1 - Math.abs(i - 4) * s * 0.022}`,
      '#b99b5f',
      s * 0.006,
      'opacity="0.75"',
    ),
  )
  return [
    ellipse(x + s * 0.05, y + s * 0.12, s * 0.62, s * 0.1, '#33462a', 'opacity="0.35"'),
    path(
      `M${x - s * 0.58} ${y + s * 0.03} Q${x - s * 0.2} ${y - s * 0.2} ${x} ${y - s * 0.52} Q${x + s * 0.2} ${y - s * 0.2} ${x + s * 0.58} ${y + s * 0.03} Q${x} ${y + s * 0.22} ${x - s * 0.58} ${y + s * 0.03} Z`,
      '#ecd8a0',
    ),
    path(
      `M${x} ${y - s * 0.52} Q${x + s * 0.2} ${y - s * 0.2} ${x + s * 0.58} ${y + s * 0.03} Q${x + s * 0.34} ${y + s * 0.11} ${x + s * 0.12} ${y + s * 0.125} Q${x + s * 0.14} ${y - s * 0.2} ${x} ${y - s * 0.52} Z`,
      '#c9a968',
      'opacity="0.55"',
    ),
    ribs,
    range(7).map((i) => {
      const t = (i + 1) / 8
      const rx = s * (0.4 * t * (1 - t) + 0.58 * t * t) * 0.985
      const ry = y + s * (-0.52 * (1 - t) ** 2 - 0.4 * t * (1 - t) + 0.03 * t * t)
      return stroke(`M${x - rx} ${ry} Q${x} ${ry + rx * 0.32} ${x + rx} ${ry}`, '#c5a76b', s * 0.005, 'opacity="0.7"')
    }),
  ]
}

/** A palm-leaf hat and a basket of paddy on the dyke; a tall picture. */
export function hatOnDyke(roll, w, h) {
  const grain = range(260).map(() => {
    const [a, r] = [roll() * Math.PI * 2, Math.sqrt(roll())]
    const [x, y] = [w * 0.3 + Math.cos(a) * r * w * 0.2, h * 0.716 + Math.sin(a) * r * w * 0.05 - (1 - r) * w * 0.07]
    return ellipse(
      x,
      y,
      7,
      3,
      roll() > 0.5 ? '#e9c766' : '#c99d3f',
      `transform="rotate(${Math.round(roll() * 180)} ${Math.round(x)} ${Math.round(y)})"`,
    )
  })
  const weave = range(11).map((i) =>
    stroke(
      `M${w * (0.098 + i * 0.004)} ${h * (0.72 + i * 0.0105)} Q${w * 0.3} ${h * (0.775 + i * 0.0112)} ${w * (0.502 - i * 0.004)} ${h * (0.72 + i * 0.0105)}`,
      i % 2 ? '#8a6b42' : '#c39f69',
      6,
      'opacity="0.65"',
    ),
  )
  return picture(w, h, [
    sky(w, h, [
      [0, '#8cbcd8'],
      [0.42, '#f6eed8'],
    ]),
    clouds(roll, { w, y: h * 0.12, count: 3 }),
    ranges(roll, { w, h, top: h * 0.36, bottom: h * 0.43, count: 3, far: '#b4c9cd', near: '#7da083', rise: h * 0.08 }),
    paddies(roll, {
      w,
      h,
      y: h * 0.43,
      vx: w * 0.6,
      colours: ['#dcb957', '#e6c767', '#cfae4c', '#c4b759'],
      bund: '#9f9a4d',
      tufts: 900,
    }),
    gradient('dyke', [
      [0, '#9fae63'],
      [1, '#5e7a43'],
    ]),
    path(`M0 ${h * 0.7} Q${w * 0.4} ${h * 0.64} ${w} ${h * 0.72} L${w} ${h} L0 ${h} Z`, 'url(#dyke)'),
    ellipse(w * 0.31, h * 0.86, w * 0.24, h * 0.022, '#2f4424', 'opacity="0.35"'),
    path(
      `M${w * 0.095} ${h * 0.716} L${w * 0.15} ${h * 0.85} Q${w * 0.3} ${h * 0.885} ${w * 0.45} ${h * 0.85} L${w * 0.505} ${h * 0.716} Z`,
      '#a98354',
    ),
    weave,
    ellipse(w * 0.3, h * 0.716, w * 0.206, w * 0.056, '#b08c42'),
    grain,
    `<g fill="none">${stroke(`M${w * 0.094} ${h * 0.716} A${w * 0.206} ${w * 0.056} 0 0 0 ${w * 0.506} ${h * 0.716}`, '#c9a66f', 13)}</g>`,
    hat(w * 0.7, h * 0.83, w * 0.46),
    meadow(roll, {
      w,
      top: h * 0.89,
      bottom: h * 1.01,
      count: 260,
      colours: ['#ffffff', '#f6d35f', '#f3efdf'],
      grass: '#6d9a4f',
      size: 30,
    }),
    birds(roll, { x: w * 0.55, y: h * 0.2, count: 5 }),
  ])
}

/** Paddy drying in a yard at evening, the first star over the village. */
export function eveningYard(roll, w, h) {
  const ground = h * 0.62
  return picture(w, h, [
    sky(w, h, [
      [0, '#3f5878'],
      [0.34, '#a98a9a'],
      [0.62, '#f5b98a'],
    ]),
    sun(w * 0.24, h * 0.4, h * 0.046, '#ffe6bd', '#ffb877'),
    ranges(roll, {
      w,
      h,
      top: h * 0.5,
      bottom: ground - 14,
      count: 3,
      far: '#8c7f92',
      near: '#4c5566',
      rise: h * 0.12,
      mist: '#f8bf92',
    }),
    circle(w * 0.78, h * 0.14, 4, '#fff6dd'),
    circle(w * 0.62, h * 0.2, 2.5, '#fff6dd'),
    circle(w * 0.88, h * 0.24, 2.5, '#fff6dd'),
    range(9).map((i) => tree(roll, w * (0.36 + i * 0.08), ground, h * between(roll, 0.12, 0.18), '#3f5a4c')),
    areca(roll, w * 0.5, ground, h * 0.36, '#3f5f50'),
    areca(roll, w * 0.555, ground + 4, h * 0.3, '#3b5a4b'),
    areca(roll, w * 0.93, ground + 4, h * 0.34, '#3f5f50'),
    house(w * 0.6, ground + 18, w * 0.24, { wall: '#e6c9a6', roof: '#8f4f42', door: '#5f4234' }),
    rect(w * 0.629, ground + 18 - w * 0.0685, w * 0.0384, w * 0.0343, '#ffdf9a'),
    rect(w * 0.773, ground + 18 - w * 0.0685, w * 0.0384, w * 0.0343, '#ffdf9a'),
    gradient('yard', [
      [0, '#b98d78'],
      [1, '#8a6d66'],
    ]),
    rect(0, ground + 18, w, h - ground, 'url(#yard)'),
    poly(
      [
        [w * 0.3, h * 0.7],
        [w * 0.74, h * 0.7],
        [w * 0.86, h * 0.94],
        [w * 0.06, h * 0.94],
      ],
      '#dca954',
    ),
    range(24).map((i) =>
      stroke(
        `M${w * (0.31 + i * 0.0185)} ${h * 0.703} L${w * (0.08 + i * 0.0335)} ${h * 0.936}`,
        i % 2 ? '#f1c979' : '#b98540',
        3.4,
        'opacity="0.7"',
      ),
    ),
    stroke(`M${w * 0.9} ${h * 0.9} L${w * 0.965} ${h * 0.5}`, '#5c4434', 9),
    poly(
      [
        [w * 0.86, h * 0.885],
        [w * 0.935, h * 0.905],
        [w * 0.93, h * 0.93],
        [w * 0.855, h * 0.91],
      ],
      '#6f523d',
    ),
    stack(roll, w * 0.13, h * 0.74, h * 0.24),
    glow('dusk', w * 0.24, h * 0.55, h * 0.75, '#ffc48a', 0.32),
  ])
}

/** A concrete village road with flowers on both sides. */
export function villageRoad(roll, w, h) {
  const horizon = h * 0.5
  const vx = w * 0.5
  return picture(w, h, [
    sky(w, h, [
      [0, '#78b2d8'],
      [0.5, '#e6f1ea'],
    ]),
    clouds(roll, { w, y: h * 0.17, count: 4 }),
    ranges(roll, { w, h, top: h * 0.42, bottom: horizon, count: 3, far: '#a9c6cf', near: '#6b977c', rise: h * 0.13 }),
    gradient('lawn', [
      [0, '#a6c673'],
      [1, '#5e9150'],
    ]),
    rect(0, horizon, w, h - horizon, 'url(#lawn)'),
    house(w * 0.05, h * 0.66, w * 0.22),
    house(w * 0.32, h * 0.56, w * 0.09, { roof: '#a4725a', wall: '#e9efe0' }),
    house(w * 0.75, h * 0.64, w * 0.2, { roof: '#5f7f96', wall: '#f4ecd9' }),
    house(w * 0.61, h * 0.555, w * 0.08, { roof: '#b5654a', wall: '#f0e2c9' }),
    [
      [0.29, 0.66, 0.3],
      [0.42, 0.57, 0.14],
      [0.585, 0.565, 0.13],
      [0.72, 0.63, 0.26],
      [0.985, 0.7, 0.42],
    ].map(([x, y, t]) => areca(roll, w * x, h * y, h * t)),
    [
      [0.03, 0.69, 0.2],
      [0.36, 0.575, 0.08],
      [0.66, 0.575, 0.08],
    ].map(([x, y, t]) => tree(roll, w * x, h * y, h * t, '#558a52')),
    gradient('road', [
      [0, '#e3dfd3'],
      [1, '#bdb8ab'],
    ]),
    poly(
      [
        [vx - 9, horizon + 8],
        [vx + 9, horizon + 8],
        [w * 0.86, h],
        [w * 0.14, h],
      ],
      'url(#road)',
    ),
    range(7).map((i) => {
      const t = ((i + 1) / 7) ** 2.2
      const y = horizon + 8 + (h - horizon - 8) * t
      return stroke(`M${vx - w * 0.36 * t} ${y} H${vx + w * 0.36 * t}`, '#a39e92', 1 + 3 * t, 'opacity="0.7"')
    }),
    poly(
      [
        [vx - 9, horizon + 8],
        [w * 0.14, h],
        [w * 0.11, h],
        [vx - 11, horizon + 8],
      ],
      '#f4f1e8',
    ),
    poly(
      [
        [vx + 9, horizon + 8],
        [w * 0.86, h],
        [w * 0.89, h],
        [vx + 11, horizon + 8],
      ],
      '#f4f1e8',
    ),
    border(roll, {
      from: [vx - 18, horizon + 10],
      to: [w * 0.05, h],
      count: 90,
      colours: ['#f4a3b5', '#f9d55f', '#ffffff', '#e8697f'],
      size: 34,
    }),
    border(roll, {
      from: [vx + 18, horizon + 10],
      to: [w * 0.95, h],
      count: 90,
      colours: ['#f9d55f', '#f4a3b5', '#ffffff', '#f0894f'],
      size: 34,
    }),
    birds(roll, { x: w * 0.34, y: h * 0.2, count: 4 }),
  ])
}

function tent(x, y, s, colour) {
  return [
    ellipse(x, y, s * 0.7, s * 0.06, '#1d2f28', 'opacity="0.3"'),
    poly(
      [
        [x - s * 0.6, y],
        [x - s * 0.28, y - s * 0.52],
        [x + s * 0.42, y - s * 0.52],
        [x + s * 0.12, y],
      ],
      mix(colour, '#ffffff', 0.1),
    ),
    poly(
      [
        [x + s * 0.12, y],
        [x + s * 0.42, y - s * 0.52],
        [x + s * 0.66, y],
      ],
      mix(colour, '#16241c', 0.3),
    ),
    poly(
      [
        [x + s * 0.31, y],
        [x + s * 0.42, y - s * 0.42],
        [x + s * 0.5, y],
      ],
      '#22332a',
    ),
    stroke(`M${x - s * 0.6} ${y} L${x - s * 0.78} ${y + s * 0.05}`, '#d9d3bd', 2),
    stroke(`M${x + s * 0.66} ${y} L${x + s * 0.82} ${y + s * 0.05}`, '#d9d3bd', 2),
  ]
}

/** Field tents at the foot of wooded hills, early morning. */
export function campHills(roll, w, h) {
  const horizon = h * 0.6
  return picture(w, h, [
    sky(w, h, [
      [0, '#7f9fb4'],
      [0.4, '#e9dccb'],
      [0.6, '#f6e2c6'],
    ]),
    sun(w * 0.2, h * 0.2, h * 0.035, '#fffaf0', '#fff0d2'),
    ranges(roll, {
      w,
      h,
      top: h * 0.36,
      bottom: horizon,
      count: 5,
      far: '#b3bfc2',
      near: '#44684f',
      rise: h * 0.2,
      mist: '#f7e8d4',
    }),
    gradient('clearing', [
      [0, '#93a66a'],
      [1, '#54703f'],
    ]),
    path(`M0 ${horizon + 14} Q${w * 0.5} ${horizon - 16} ${w} ${horizon + 20} L${w} ${h} L0 ${h} Z`, 'url(#clearing)'),
    range(14).map((i) =>
      tree(
        roll,
        w * (i / 13) + between(roll, -40, 40),
        horizon + 16,
        h * between(roll, 0.1, 0.19),
        i % 2 ? '#3f6a4b' : '#4d7750',
      ),
    ),
    path(
      `M${w * 0.52} ${horizon + 6} Q${w * 0.6} ${h * 0.74} ${w * 0.4} ${h} L${w * 0.56} ${h} Q${w * 0.66} ${h * 0.74} ${w * 0.535} ${horizon + 6} Z`,
      '#c9b88a',
    ),
    [
      [0.18, 0.7, 0.1],
      [0.32, 0.73, 0.12],
      [0.72, 0.71, 0.11],
      [0.86, 0.76, 0.14],
      [0.17, 0.84, 0.17],
    ].map(([x, y, s]) => tent(w * x, h * y, w * s, '#6d7c52')),
    meadow(roll, {
      w,
      top: h * 0.8,
      bottom: h * 1.02,
      count: 340,
      colours: ['#f3efdf', '#f6d98a'],
      grass: '#5f7d45',
      size: 22,
    }),
  ])
}

/** A concrete bridge over a broad river. */
export function bridge(roll, w, h) {
  const water = h * 0.6
  const deck = h * 0.47
  const spans = range(5).map((i) => w * (0.06 + i * 0.22))
  const ripples = range(60).map(() => {
    const t = roll()
    return stroke(
      `M${roll() * w} ${water + (h - water) * (0.2 + 0.8 * t)} h${40 + 130 * t}`,
      '#ffffff',
      2,
      `opacity="${between(roll, 0.1, 0.34)}"`,
    )
  })
  return picture(w, h, [
    sky(w, h, [
      [0, '#86b9d6'],
      [0.55, '#f3efe0'],
    ]),
    clouds(roll, { w, y: h * 0.16, count: 4 }),
    ranges(roll, { w, h, top: h * 0.46, bottom: h * 0.57, count: 3, far: '#aec7cf', near: '#6f9981', rise: h * 0.14 }),
    gradient('flow', [
      [0, '#cfe2e2'],
      [1, '#5f93a3'],
    ]),
    rect(0, water, w, h - water, 'url(#flow)'),
    group(
      spans.map((x) =>
        poly(
          [
            [x - 16, water + 20],
            [x + 16, water + 20],
            [x + 26, h * 0.83],
            [x - 26, h * 0.83],
          ],
          '#56707a',
        ),
      ),
      'opacity="0.22"',
    ),
    ripples,
    range(6).map((i) => tree(roll, w * (0.02 + i * 0.05), water + 6, h * between(roll, 0.07, 0.1), '#587f58')),
    range(6).map((i) => tree(roll, w * (0.74 + i * 0.05), water + 6, h * between(roll, 0.07, 0.1), '#587f58')),
    spans.map((x) => [
      rect(x - 17, deck, 34, h * 0.2, '#b9b7ac'),
      rect(x + 3, deck, 14, h * 0.2, '#98968c'),
      rect(x - 34, deck + 12, 68, 20, '#cfcdc2'),
      ellipse(x, deck + h * 0.2, 40, 9, '#7d9aa0'),
    ]),
    spans
      .slice(0, 4)
      .map((x) =>
        path(
          `M${x + 17} ${deck + 66} Q${x + w * 0.11} ${deck + 6} ${x + w * 0.22 - 17} ${deck + 66} L${x + w * 0.22 - 17} ${deck} L${x + 17} ${deck} Z`,
          '#d4d1c6',
        ),
      ),
    rect(0, deck - 14, w, 26, '#e7e4da'),
    rect(0, deck + 8, w, 9, '#a9a69b'),
    range(64).map((i) => rect((i / 63) * w - 3, deck - 50, 6, 38, '#f5f3ec')),
    rect(0, deck - 54, w, 7, '#f5f3ec'),
    rect(0, deck - 34, w, 4, '#e3e0d6'),
    range(6).map((i) => [
      stroke(`M${w * (0.06 + i * 0.176)} ${deck - 50} V${deck - 178} q2 -22 34 -24`, '#8e989a', 6),
      ellipse(w * (0.06 + i * 0.176) + 40, deck - 200, 18, 5, '#f7edc7'),
    ]),
    path(`M0 ${h * 0.9} Q${w * 0.2} ${h * 0.84} ${w * 0.46} ${h} L0 ${h} Z`, '#5f8a52'),
    path(`M${w} ${h * 0.86} Q${w * 0.8} ${h * 0.88} ${w * 0.66} ${h} L${w} ${h} Z`, '#4f7c4a'),
    bamboo(roll, w * 0.06, h * 0.95, h * 0.42, 1, '#58864a'),
    meadow(roll, {
      w: w * 0.26,
      top: h * 0.94,
      bottom: h * 1.02,
      count: 120,
      colours: ['#ffffff', '#f6d35f'],
      grass: '#568148',
      size: 20,
    }),
    birds(roll, { x: w * 0.66, y: h * 0.2, count: 6 }),
  ])
}
