/** A voice that speaks the language, one on the device first: it needs no line. */
export function voiceOf(language: string): SpeechSynthesisVoice | null {
  // Android writes vi_VN.
  const able = speechSynthesis.getVoices().filter(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language)
  return able.find(({ localService }) => localService) || able[0] || null
}
