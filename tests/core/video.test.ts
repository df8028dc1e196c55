import { describe, expect, it } from 'vitest'
import { videoIn } from '../../src/core/video.ts'

describe('videoIn', () => {
  it.each([
    [
      '<iframe width="560" height="315" src="https://www.youtube.com/embed/dQw4w9WgXcQ?si=abc" title="x" allowfullscreen>',
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    ],
    ["<iframe src='//www.youtube-nocookie.com/embed/dQw4w9WgXcQ'>", 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['<iframe src=https://player.vimeo.com/video/76979871>', 'https://vimeo.com/76979871'],
    [
      '<iframe src="https://www.facebook.com/plugins/video.php?height=314&amp;href=https%3A%2F%2Fwww.facebook.com%2Fxa%2Fvideos%2F123%2F&amp;t=0">',
      'https://www.facebook.com/xa/videos/123/',
    ],
    ['<iframe src="https://www.google.com/maps/embed?pb=!1m18">', null],
    ['<iframe src="https://x.vn/?href=javascript:alert(1)">', null],
    ['<iframe src="https://youtube.com.x.vn/embed/dQw4w9WgXcQ">', null],
    ['<iframe>', null],
    ['<img src="https://www.youtube.com/embed/dQw4w9WgXcQ">', null],
  ])('%s', (tag, page) => {
    expect(videoIn(tag)).toBe(page)
  })
})
