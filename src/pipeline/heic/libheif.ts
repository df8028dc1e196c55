/**
 * What is used of libheif 1.23.2 as libheif-js compiles it: its C interface. Numbers are addresses in the decoder's own memory; a call that may fail
 * writes a heif_error where its first argument says. The views of that memory are others after it has grown.
 */
export interface HeifLibrary {
  readonly HEAPU8: Uint8Array
  readonly HEAPU32: Uint32Array
  _malloc(bytes: number): number
  _heif_context_alloc(): number
  _heif_context_read_from_memory_without_copy(
    error: number,
    context: number,
    bytes: number,
    length: number,
    options: number,
  ): void
  _heif_context_get_primary_image_handle(error: number, context: number, out: number): void
  _heif_decoding_options_alloc(): number
  _heif_decode_image(
    error: number,
    handle: number,
    out: number,
    colorspace: number,
    chroma: number,
    options: number,
  ): void
  _heif_image_get_width(image: number, channel: number): number
  _heif_image_get_height(image: number, channel: number): number
  /** Where the rows begin; writes how many bytes lie between their beginnings. */
  _heif_image_get_plane_readonly(image: number, channel: number, out: number): number
}

/** RGB, 8 bits a channel, row after row without gaps. */
export interface HeifDecoded {
  readonly data: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
}
