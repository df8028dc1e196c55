/** How a picture is made for the web; width and height in pixels, upright, never larger than the source. */
export interface PhotoRecipe {
  readonly format: 'jpeg' | 'png'
  readonly width: number
  readonly height: number
  /** 1 to 100 for JPEG; ignored for PNG. */
  readonly quality: number
}
