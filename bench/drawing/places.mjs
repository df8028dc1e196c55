// Public places with nobody in them: school, market, health station, one-stop desk.
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
import { areca, birds, border, clouds, meadow, ranges, sky, tree } from './nature.mjs'

/** A sports field with its track in front of a two-storey school. */
export function schoolField(roll, w, h) {
  const ground = h * 0.56
  const bays = range(11).map((i) => {
    const x = w * (0.17 + i * 0.06)
    return [0.335, 0.455].map((y) => [
      rect(x + 6, h * y, w * 0.06 - 12, h * 0.085, '#8fb4bd'),
      rect(x + 6, h * y, w * 0.06 - 12, h * 0.026, '#4f7880', 'opacity="0.5"'),
      stroke(`M${x + w * 0.03} ${h * y} v${h * 0.085}`, '#f6f1e2', 4),
    ])
  })
  const lanes = range(6).map((i) =>
    ellipse(
      w * 0.5,
      h * 0.79,
      w * (0.56 - i * 0.028),
      h * (0.185 - i * 0.0135),
      i === 5 ? '#8dbb63' : '#cf8263',
      'stroke="#f7ead8" stroke-width="3"',
    ),
  )
  return picture(w, h, [
    sky(w, h, [
      [0, '#7db6da'],
      [0.56, '#eaf3ea'],
    ]),
    clouds(roll, { w, y: h * 0.15, count: 4 }),
    ranges(roll, { w, h, top: h * 0.44, bottom: ground, count: 2, far: '#a9c6cf', near: '#86ad92', rise: h * 0.13 }),
    range(8).map((i) => tree(roll, w * (0.01 + i * 0.14), ground + 4, h * between(roll, 0.16, 0.24), '#5f9159')),
    rect(w * 0.16, h * 0.31, w * 0.68, ground - h * 0.31, '#f3dfae'),
    rect(w * 0.16, h * 0.43, w * 0.68, 14, '#fbf3dd'),
    poly(
      [
        [w * 0.145, h * 0.315],
        [w * 0.855, h * 0.315],
        [w * 0.82, h * 0.245],
        [w * 0.18, h * 0.245],
      ],
      '#b5654a',
    ),
    range(30).map((i) =>
      stroke(
        `M${w * (0.185 + i * 0.0217)} ${h * 0.248} L${w * (0.15 + i * 0.0242)} ${h * 0.312}`,
        '#8f4b38',
        2,
        'opacity="0.45"',
      ),
    ),
    bays,
    rect(w * 0.44, h * 0.23, w * 0.12, ground - h * 0.23, '#f8ead0'),
    poly(
      [
        [w * 0.43, h * 0.235],
        [w * 0.57, h * 0.235],
        [w * 0.5, h * 0.165],
      ],
      '#b5654a',
    ),
    rect(w * 0.465, h * 0.455, w * 0.07, ground - h * 0.455, '#7c5a41'),
    stroke(`M${w * 0.5} ${h * 0.455} V${ground}`, '#5d4230', 4),
    circle(w * 0.5, h * 0.33, 36, '#fffdf4', 'stroke="#8f4b38" stroke-width="6"'),
    stroke(`M${w * 0.5} ${h * 0.33} v-22 M${w * 0.5} ${h * 0.33} h15`, '#5d4230', 5),
    gradient('grass', [
      [0, '#a3c873'],
      [1, '#6fa255'],
    ]),
    rect(0, ground, w, h - ground, 'url(#grass)'),
    lanes,
    `<defs><clipPath id="pitch"><ellipse cx="${w * 0.5}" cy="${h * 0.79}" rx="${w * 0.42}" ry="${h * 0.1175}"/></clipPath></defs>`,
    group(
      range(8).map((i) =>
        poly(
          [
            [w * (0.12 + i * 0.1), h * 0.66],
            [w * (0.17 + i * 0.1), h * 0.66],
            [w * (0.145 + i * 0.1 + (i - 3) * 0.01), h * 0.92],
            [w * (0.085 + i * 0.1 + (i - 3) * 0.01), h * 0.92],
          ],
          '#7fae58',
        ),
      ),
      'clip-path="url(#pitch)" opacity="0.6"',
    ),
    stroke(`M${w * 0.5} ${h * 0.675} V${h * 0.905}`, '#f7f4e6', 4),
    ellipse(w * 0.5, h * 0.79, w * 0.07, h * 0.038, 'none', 'stroke="#f7f4e6" stroke-width="4"'),
    areca(roll, w * 0.1, ground + 10, h * 0.3),
    areca(roll, w * 0.9, ground + 10, h * 0.3),
    border(roll, {
      from: [0, ground + 16],
      to: [w, ground + 22],
      count: 90,
      colours: ['#f4a3b5', '#f9d55f', '#ffffff'],
      size: 10,
    }),
    birds(roll, { x: w * 0.74, y: h * 0.13, count: 4 }),
  ])
}

function pile(roll, x, y, wide, colours, leafy = false) {
  return range(5).flatMap((row) =>
    range(8 - row).map((k) => {
      const r = wide / 15
      const [cx, cy] = [x + (k - (7 - row) / 2) * r * 1.85 + between(roll, -2, 2), y - row * r * 1.35]
      const colour = colours[Math.floor(roll() * colours.length)]
      if (leafy)
        return range(3).map((i) =>
          ellipse(
            cx + (i - 1) * r * 0.7,
            cy - r * 0.5,
            r * 0.55,
            r * 1.25,
            mix(colour, '#e7efad', 0.12 * i),
            `transform="rotate(${(i - 1) * 26} ${Math.round(cx)} ${Math.round(cy)})"`,
          ),
        )
      return [
        circle(cx, cy, r, mix(colour, '#3a1c12', 0.12)),
        circle(cx - r * 0.1, cy - r * 0.12, r * 0.86, colour),
        ellipse(cx - r * 0.34, cy - r * 0.42, r * 0.3, r * 0.18, '#ffffff', 'opacity="0.45"'),
      ]
    }),
  )
}

const crate = (x, y, w, h) => [
  ellipse(x + w / 2, y + h + 4, w * 0.56, 12, '#2d2418', 'opacity="0.3"'),
  rect(x, y, w, h, '#b98f60'),
  range(3).map((i) => [
    rect(x - 5, y + (i * h) / 3 + 3, w + 10, h / 3 - 9, '#d3ac7c'),
    rect(x - 5, y + ((i + 1) * h) / 3 - 12, w + 10, 5, '#8d6a44', 'opacity="0.5"'),
  ]),
]

function awning(x, y, w, h, colour) {
  const bands = Math.round(w / 62)
  const wide = w / bands
  return range(bands).map((i) => {
    const paint = i % 2 ? '#fbf4e4' : colour
    const [a, b] = [x + w * 0.05 + (i * w * 0.9) / bands, x + w * 0.05 + ((i + 1) * w * 0.9) / bands]
    return [
      poly(
        [
          [a, y],
          [b, y],
          [x + (i + 1) * wide, y + h],
          [x + i * wide, y + h],
        ],
        paint,
      ),
      path(
        `M${x + i * wide} ${y + h} h${wide} q-2 ${h * 0.32} ${-wide / 2} ${h * 0.32} q${-wide / 2 + 2} 0 ${-wide / 2} ${-h * 0.32} Z`,
        mix(paint, '#5a3a24', 0.08),
      ),
    ]
  })
}

function stall(roll, x, ground, w, colour, goods) {
  const top = ground - w * 0.92
  return [
    rect(x + w * 0.04, top + 60, 14, ground - top - 60, '#8a6a4c'),
    rect(x + w * 0.96 - 14, top + 60, 14, ground - top - 60, '#8a6a4c'),
    rect(x + w * 0.05, top + 60, w * 0.9, w * 0.42, '#5f4a38', 'opacity="0.28"'),
    range(3).map((i) => [
      stroke(`M${x + w * (0.25 + i * 0.25)} ${top + 80} v40`, '#6d5239', 3),
      ellipse(x + w * (0.25 + i * 0.25), top + 136, 26, 17, '#f7dc8f'),
      ellipse(x + w * (0.25 + i * 0.25), top + 136, 13, 16, '#fff4cf', 'opacity="0.7"'),
    ]),
    goods.map(([colours, leafy], i) => [
      pile(
        roll,
        x + w * (0.06 + (0.88 * (i + 0.5)) / goods.length),
        ground - w * 0.315,
        (w * 0.86) / goods.length,
        colours,
        leafy,
      ),
      crate(x + w * (0.07 + (0.88 * i) / goods.length), ground - w * 0.29, w * (0.84 / goods.length) - 16, w * 0.13),
    ]),
    rect(x + w * 0.02, ground - w * 0.155, w * 0.96, w * 0.155, '#c79f72'),
    rect(x + w * 0.02, ground - w * 0.16, w * 0.96, 12, '#e2bf95'),
    awning(x - w * 0.03, top, w * 1.06, w * 0.17, colour),
  ]
}

/** Market stalls under striped awnings in the morning. */
export function market(roll, w, h) {
  const ground = h * 0.86
  return picture(w, h, [
    sky(w, h, [
      [0, '#8fc0d8'],
      [0.6, '#f6eeda'],
    ]),
    clouds(roll, { w, y: h * 0.12, count: 3 }),
    range(9).map((i) => tree(roll, w * (i / 8), h * 0.68, h * between(roll, 0.3, 0.42), '#6b9a67')),
    gradient('hedge', [
      [0, '#6b9a67', 0],
      [0.5, '#5f8c5f'],
      [1, '#4f7a54'],
    ]),
    rect(0, h * 0.5, w, h * 0.16, 'url(#hedge)'),
    gradient('square', [
      [0, '#d9cdb4'],
      [1, '#b7a688'],
    ]),
    rect(0, h * 0.645, w, h, 'url(#square)'),
    range(6).map((i) => stroke(`M0 ${h * 0.7 + i * i * 9} H${w}`, '#a8977a', 2, 'opacity="0.5"')),
    stall(roll, w * 0.02, ground - 46, w * 0.29, '#5b9a8b', [[['#f0a23f', '#f5b95a']], [['#7fae4f', '#5f9447'], true]]),
    stall(roll, w * 0.69, ground - 46, w * 0.29, '#d98a4e', [[['#cfae6b', '#b98f4c']], [['#a85f7c', '#8d4c6d']]]),
    stall(roll, w * 0.325, ground, w * 0.35, '#c95f55', [
      [['#d9534a', '#e37157']],
      [['#e9c34f', '#f2d775']],
      [['#8fba55', '#6f9f49'], true],
    ]),
    [0.09, 0.22, 0.71, 0.81].map((x, i) => [
      crate(w * x - 56, h * 0.885, 112, 66),
      pile(roll, w * x, h * 0.88, 108, [['#e9c34f'], ['#7fae4f'], ['#d9534a'], ['#f0a23f']][i], i === 1),
    ]),
  ])
}

function jar(x, y, s, colour, lid) {
  return [
    rect(x - s * 0.3, y - s * 0.82, s * 0.6, s * 0.82, mix(colour, '#ffffff', 0.08), `rx="${s * 0.1}"`),
    rect(x - s * 0.3, y - s * 0.82, s * 0.14, s * 0.82, '#ffffff', `rx="${s * 0.07}" opacity="0.28"`),
    rect(x - s * 0.25, y - s * 0.96, s * 0.5, s * 0.17, lid, `rx="${s * 0.04}"`),
    rect(x - s * 0.3, y - s * 0.56, s * 0.6, s * 0.34, '#fbf5e6'),
    ellipse(x, y - s * 0.39, s * 0.11, s * 0.09, mix(colour, '#4c7f55', 0.4)),
  ]
}

const bag = (x, y, s, colour) => [
  path(
    `M${x - s * 0.36} ${y} Q${x - s * 0.42} ${y - s * 0.5} ${x - s * 0.3} ${y - s * 0.94} H${x + s * 0.3} Q${x + s * 0.42} ${y - s * 0.5} ${x + s * 0.36} ${y} Z`,
    colour,
  ),
  rect(x - s * 0.3, y - s * 0.96, s * 0.6, s * 0.1, mix(colour, '#3a2a1a', 0.22)),
  ellipse(x, y - s * 0.45, s * 0.22, s * 0.2, '#fbf5e6'),
  path(
    `M${x - s * 0.08} ${y - s * 0.36} q${s * 0.02} ${-s * 0.2} ${s * 0.14} ${-s * 0.22} q${s * 0.04} ${s * 0.18} ${-s * 0.14} ${s * 0.22} Z`,
    '#6f9f55',
  ),
]

/** Shelves of local produce: jars, bags of rice, baskets of fruit. */
export function shelves(roll, w, h) {
  const rows = [0.34, 0.63, 0.92]
  const colours = ['#c98a3f', '#d9a94e', '#8f4f42', '#6f8f4f', '#e0c06a', '#a9683f']
  const goods = rows.flatMap((y, row) =>
    range(9).map((i) => {
      const [x, s] = [w * (0.115 + i * 0.0965), h * 0.165]
      const colour = colours[(i * 2 + row * 3) % colours.length]
      const kind = (Math.floor(i / 3) + row) % 3
      if (kind === 0) return jar(x, h * y, s, colour, '#5f7f68')
      if (kind === 1) return bag(x, h * y, s, mix(colour, '#f6ead0', 0.35))
      return [
        path(
          `M${x - s * 0.38} ${h * y - s * 0.4} Q${x} ${h * y + s * 0.1} ${x + s * 0.38} ${h * y - s * 0.4} Q${x + s * 0.3} ${h * y} ${x} ${h * y} Q${x - s * 0.3} ${h * y} ${x - s * 0.38} ${h * y - s * 0.4} Z`,
          '#b98f5c',
        ),
        pile(
          roll,
          x,
          h * y - s * 0.44,
          s * 0.8,
          [
            ['#f0a23f', '#f5b95a'],
            ['#8fba55', '#a9cc6b'],
            ['#d9534a', '#e37157'],
          ][(i + row) % 3],
        ),
      ]
    }),
  )
  return picture(w, h, [
    gradient('plaster', [
      [0, '#f4ead6'],
      [1, '#e0cfae'],
    ]),
    rect(0, 0, w, h, 'url(#plaster)'),
    rect(w * 0.04, h * 0.08, w * 0.92, h * 0.9, '#a97c55'),
    rect(w * 0.055, h * 0.1, w * 0.89, h * 0.86, '#c9a277'),
    range(3).map((i) => rect(w * 0.055, h * (rows[i] - 0.24), w * 0.89, h * 0.05, '#5f4530', 'opacity="0.16"')),
    goods,
    rows.map((y) => [
      rect(w * 0.045, h * y, w * 0.91, h * 0.028, '#8d6544'),
      rect(w * 0.045, h * y, w * 0.91, 6, '#dcb68a'),
    ]),
    glow('spot', w * 0.3, 0, h * 0.8, '#fff6dc', 0.45),
    glow('spot2', w * 0.75, 0, h * 0.7, '#fff6dc', 0.35),
  ])
}

/** A commune health station behind its garden. */
export function healthStation(roll, w, h) {
  const ground = h * 0.68
  const pane = (x) => [
    rect(w * x, h * 0.42, w * 0.075, h * 0.14, '#a9cfd6', 'stroke="#ffffff" stroke-width="8"'),
    stroke(`M${w * (x + 0.0375)} ${h * 0.42} v${h * 0.14}`, '#ffffff', 6),
    poly(
      [
        [w * x, h * 0.42],
        [w * (x + 0.05), h * 0.42],
        [w * x, h * 0.52],
      ],
      '#ffffff',
      'opacity="0.3"',
    ),
  ]
  return picture(w, h, [
    sky(w, h, [
      [0, '#86bfe0'],
      [0.65, '#eef5ee'],
    ]),
    clouds(roll, { w, y: h * 0.14, count: 4 }),
    ranges(roll, { w, h, top: h * 0.5, bottom: h * 0.6, count: 2, far: '#b4cfd3', near: '#8fb59a', rise: h * 0.16 }),
    [0.05, 0.13, 0.88, 0.96].map((x) => tree(roll, w * x, ground, h * between(roll, 0.34, 0.44), '#5c9259')),
    rect(w * 0.17, h * 0.34, w * 0.66, ground - h * 0.34, '#fbf6e6'),
    rect(w * 0.17, h * 0.62, w * 0.66, ground - h * 0.62, '#bcd8d0'),
    poly(
      [
        [w * 0.145, h * 0.345],
        [w * 0.855, h * 0.345],
        [w * 0.8, h * 0.24],
        [w * 0.2, h * 0.24],
      ],
      '#5f94a3',
    ),
    rect(w * 0.145, h * 0.34, w * 0.71, 16, '#457885'),
    range(34).map((i) =>
      stroke(
        `M${w * (0.205 + i * 0.0179)} ${h * 0.243} L${w * (0.152 + i * 0.0211)} ${h * 0.34}`,
        '#457885',
        2,
        'opacity="0.5"',
      ),
    ),
    [0.2, 0.3, 0.625, 0.725].map(pane),
    rect(w * 0.41, h * 0.36, w * 0.18, ground - h * 0.36, '#f1ead4'),
    poly(
      [
        [w * 0.395, h * 0.37],
        [w * 0.605, h * 0.37],
        [w * 0.5, h * 0.275],
      ],
      '#74a5b3',
    ),
    rect(w * 0.45, h * 0.46, w * 0.1, ground - h * 0.46, '#8fc0c4', 'stroke="#ffffff" stroke-width="8"'),
    stroke(`M${w * 0.5} ${h * 0.46} V${ground}`, '#ffffff', 6),
    rect(w * 0.47, h * 0.405, w * 0.06, 20, '#e9dfc2', 'rx="10"'),
    gradient('garden', [
      [0, '#a9ce7e'],
      [1, '#74a85b'],
    ]),
    rect(0, ground, w, h - ground, 'url(#garden)'),
    poly(
      [
        [w * 0.455, ground],
        [w * 0.545, ground],
        [w * 0.68, h],
        [w * 0.32, h],
      ],
      '#e3d9c3',
    ),
    range(5).map((i) =>
      stroke(
        `M${w * (0.45 - i * i * 0.0075)} ${ground + 12 + i * i * 18} H${w * (0.55 + i * i * 0.0075)}`,
        '#c9bda2',
        3,
      ),
    ),
    border(roll, {
      from: [w * 0.45, ground + 8],
      to: [w * 0.3, h],
      count: 40,
      colours: ['#f4a3b5', '#f9d55f', '#ffffff'],
      size: 30,
    }),
    border(roll, {
      from: [w * 0.55, ground + 8],
      to: [w * 0.7, h],
      count: 40,
      colours: ['#f9d55f', '#e8697f', '#ffffff'],
      size: 30,
    }),
    [0.185, 0.235, 0.285, 0.335, 0.385, 0.615, 0.665, 0.715, 0.765, 0.815].map((x) => [
      ellipse(w * x, ground + 4, w * 0.034, h * 0.034, '#5f9159'),
      ellipse(w * x - 8, ground - 8, w * 0.02, h * 0.016, '#86b873'),
      range(5).map(() =>
        circle(w * x + between(roll, -34, 34), ground - between(roll, 0, 24), 6, roll() > 0.5 ? '#f4a3b5' : '#fdf3c8'),
      ),
    ]),
    rect(0, ground + 8, w, 30, '#a9ce7e', 'opacity="0.6"'),
    poly(
      [
        [w * 0.455, ground],
        [w * 0.545, ground],
        [w * 0.564, ground + 40],
        [w * 0.436, ground + 40],
      ],
      '#e3d9c3',
    ),
    rect(w * 0.2, h * 0.735, w * 0.12, 14, '#a97c55'),
    [0.212, 0.302].map((x) => rect(w * x, h * 0.735, 12, 52, '#7d5a3c')),
    rect(w * 0.68, h * 0.735, w * 0.12, 14, '#a97c55'),
    [0.692, 0.782].map((x) => rect(w * x, h * 0.735, 12, 52, '#7d5a3c')),
    meadow(roll, {
      w: w * 0.28,
      top: h * 0.8,
      bottom: h * 1.01,
      count: 90,
      colours: ['#ffffff', '#f9d55f'],
      grass: '#6a9c52',
      size: 20,
    }),
    group(
      meadow(roll, {
        w: w * 0.28,
        top: h * 0.8,
        bottom: h * 1.01,
        count: 90,
        colours: ['#ffffff', '#f9d55f'],
        grass: '#6a9c52',
        size: 20,
      }),
      `transform="translate(${w * 0.72} 0)"`,
    ),
    areca(roll, w * 0.125, ground + 10, h * 0.5),
    areca(roll, w * 0.875, ground + 10, h * 0.48),
    birds(roll, { x: w * 0.5, y: h * 0.13, count: 4 }),
  ])
}

/** The desk of a one-stop office: glass, screens, waiting chairs. */
export function oneStopDesk(_roll, w, h) {
  const floor = h * 0.72
  const places = range(4).map((i) => {
    const x = w * (0.09 + i * 0.215)
    return [
      rect(x, h * 0.2, w * 0.175, h * 0.235, '#dcecec', 'stroke="#b9a27e" stroke-width="8" opacity="0.9"'),
      poly(
        [
          [x + 10, h * 0.21],
          [x + w * 0.07, h * 0.21],
          [x + 10, h * 0.38],
        ],
        '#ffffff',
        'opacity="0.45"',
      ),
      rect(x + w * 0.05, h * 0.335, w * 0.075, h * 0.085, '#33474d', 'rx="6"'),
      rect(x + w * 0.055, h * 0.343, w * 0.065, h * 0.068, '#7fb3b8'),
      rect(x + w * 0.08, h * 0.42, w * 0.015, h * 0.03, '#33474d'),
      circle(x + w * 0.0875, h * 0.165, 28, ['#5b9a8b', '#d98a4e', '#c95f55', '#5f7f96'][i]),
      circle(x + w * 0.0875, h * 0.165, 17, '#fdf8ea'),
      rect(x + w * 0.135, h * 0.425, w * 0.028, h * 0.02, '#fdf8ea'),
      rect(x + w * 0.132, h * 0.436, w * 0.034, h * 0.012, '#e7dcc2'),
    ]
  })
  const seat = (x, y, s) => [
    ellipse(x + s * 0.5, y + s * 0.98, s * 0.6, s * 0.06, '#3a2f22', 'opacity="0.25"'),
    rect(x, y, s, s * 0.5, '#4f868c', `rx="${s * 0.12}"`),
    rect(x - s * 0.04, y + s * 0.46, s * 1.08, s * 0.15, '#3f7076', `rx="${s * 0.06}"`),
    rect(x + s * 0.14, y + s * 0.6, s * 0.06, s * 0.38, '#8d9698'),
    rect(x + s * 0.8, y + s * 0.6, s * 0.06, s * 0.38, '#8d9698'),
  ]
  return picture(w, h, [
    gradient('office', [
      [0, '#f6efdf'],
      [1, '#e9dcc0'],
    ]),
    rect(0, 0, w, floor, 'url(#office)'),
    range(3).map((i) => rect(w * (0.12 + i * 0.29), h * 0.035, w * 0.18, 18, '#fffdf2', 'rx="9"')),
    gradient('stone', [
      [0, '#d3c6aa'],
      [1, '#b3a385'],
    ]),
    rect(0, floor, w, h - floor, 'url(#stone)'),
    range(9).map((i) =>
      stroke(`M${w * (i / 8)} ${floor} L${w * (-0.4 + (i / 8) * 1.8)} ${h}`, '#9d8d70', 2, 'opacity="0.45"'),
    ),
    range(4).map((i) => stroke(`M0 ${floor + 14 + i * i * 26} H${w}`, '#9d8d70', 2, 'opacity="0.45"')),
    places,
    rect(w * 0.04, h * 0.447, w * 0.92, h * 0.03, '#c79a70'),
    rect(w * 0.05, h * 0.475, w * 0.9, floor - h * 0.475 + 12, '#a97c55'),
    range(8).map((i) =>
      rect(
        w * (0.065 + i * 0.1105),
        h * 0.505,
        w * 0.096,
        floor - h * 0.53,
        '#b98d64',
        'stroke="#94693f" stroke-width="3"',
      ),
    ),
    range(6).map((i) => seat(w * (0.12 + i * 0.13), h * 0.775, w * 0.1)),
    range(3).map((i) => [
      circle(w * 0.965, floor - 20 - i * 30, 52 - i * 8, mix('#5f9163', '#d4e2a0', i * 0.16)),
      circle(w * 0.94, floor - 40 - i * 22, 34, '#4d8057', 'opacity="0.8"'),
    ]),
    poly(
      [
        [w * 0.935, floor + 10],
        [w * 0.995, floor + 10],
        [w * 0.985, floor + 96],
        [w * 0.945, floor + 96],
      ],
      '#c98f63',
    ),
    glow('room-light', w * 0.5, 0, h * 0.8, '#fffbe8', 0.4),
  ])
}
