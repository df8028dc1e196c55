// A schematic map: shapes stand for neighbours of one another, not for surveyed borders.
import { circle, path, picture, poly, rect, stroke } from './brush.mjs'

const words = (x, y, text, size, colour = '#2b3a34', extra = '') =>
  `<text x="${x}" y="${y}" font-family="Be Vietnam Pro, DejaVu Sans, sans-serif" font-size="${size}" fill="${colour}" text-anchor="middle" ${extra}>${text}</text>`

// Corners in hundredths of the picture; neighbours share them.
const at = {
  a: [20, 16],
  b: [37, 12],
  c: [54, 15],
  d: [70, 12],
  e: [83, 22],
  f: [16, 36],
  g: [33, 34],
  h: [50, 37],
  i: [66, 34],
  j: [86, 40],
  k: [14, 58],
  l: [32, 60],
  m: [49, 61],
  n: [67, 60],
  o: [84, 62],
  p: [24, 80],
  q: [40, 86],
  r: [56, 84],
  s: [72, 82],
}

const communes = [
  ['Xuân Tín', 'abgf', '#cfe0b0', [26.5, 25]],
  ['Thọ Lập', 'bchg', '#e9dca6', [40.5, 29.5]],
  ['Xuân Lập', 'cdih', '#c9dfcf', [60, 25]],
  ['Xuân Hòa', 'dejoni', '#ecd0b4', [76.5, 34]],
  ['Lam Sơn', 'fglk', '#e6c9b8', [23.5, 47]],
  ['Thọ Xuân', 'ghml', '#f4e3a1', [41, 45]],
  ['Thọ Long', 'hinm', '#cfdcea', [58, 45]],
  ['Sao Vàng', 'klmnosrqp', '#d6e2c2', [36, 72]],
]

/** The district before 01/07/2025 with the eight communes that follow it. */
export function districtMap(_roll, w, h) {
  const point = (key) => [(at[key][0] * w) / 100, (at[key][1] * h) / 100]
  const area = (keys, fill) =>
    poly([...keys].map(point), fill, 'stroke="#7f8a72" stroke-width="4" stroke-linejoin="round"')
  const name = ([text, , , [x, y]]) => words((x * w) / 100, (y * h) / 100, text, 34, '#2b3a34', 'font-weight="bold"')
  return picture(w, h, [
    rect(0, 0, w, h, '#f6f1e4'),
    area('abcdejosrqpkf', '#e4dfc9'),
    communes.map(([, keys, fill]) => area(keys, fill)),
    poly(
      'abcdejosrqpkf'.split('').map(point),
      'none',
      'stroke="#5a4a3a" stroke-width="8" stroke-linejoin="round" stroke-dasharray="26 12"',
    ),
    path(
      `M${w * 0.03} ${h * 0.5} C${w * 0.16} ${h * 0.62} ${w * 0.24} ${h * 0.48} ${w * 0.36} ${h * 0.54} S${w * 0.52} ${h * 0.66} ${w * 0.62} ${h * 0.53} S${w * 0.84} ${h * 0.46} ${w * 0.97} ${h * 0.58}`,
      'none',
      'stroke="#79aec4" stroke-width="26" stroke-linecap="round"',
    ),
    path(
      `M${w * 0.31} ${h * 0.03} C${w * 0.34} ${h * 0.2} ${w * 0.5} ${h * 0.22} ${w * 0.5} ${h * 0.4} S${w * 0.44} ${h * 0.7} ${w * 0.6} ${h * 0.96}`,
      'none',
      'stroke="#c9705c" stroke-width="9" stroke-linecap="round"',
    ),
    communes.map(name),
    circle(w * 0.435, h * 0.5, 14, '#b3131b'),
    circle(w * 0.435, h * 0.5, 6, '#ffffff'),
    words(w * 0.07, h * 0.475, 'Sông Chu', 27, '#2f6b86', 'font-style="italic"'),
    rect(w * 0.74, h * 0.73, w * 0.24, h * 0.17, '#fffaf0', 'rx="14" stroke="#b8ad94" stroke-width="3"'),
    circle(w * 0.765, h * 0.765, 13, '#b3131b'),
    circle(w * 0.765, h * 0.765, 5, '#ffffff'),
    stroke(`M${w * 0.753} ${h * 0.815} h36`, '#79aec4', 14),
    stroke(`M${w * 0.753} ${h * 0.865} h36`, '#c9705c', 8),
    ['Trung tâm huyện', 'Sông', 'Đường trục'].map((text, i) =>
      words(w * 0.792, h * (0.775 + i * 0.05), text, 26).replace('text-anchor="middle"', 'text-anchor="start"'),
    ),
    words(w * 0.14, h * 0.95, 'Sơ đồ không theo tỷ lệ', 26, '#5a4a3a'),
    poly(
      [
        [w * 0.93, h * 0.06],
        [w * 0.945, h * 0.14],
        [w * 0.93, h * 0.125],
        [w * 0.915, h * 0.14],
      ],
      '#5a4a3a',
    ),
    words(w * 0.93, h * 0.05, 'B', 30, '#5a4a3a', 'font-weight="bold"'),
  ])
}
