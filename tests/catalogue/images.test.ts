import { provoke } from './case.ts'
import { images } from './images.ts'

provoke('images', images)
